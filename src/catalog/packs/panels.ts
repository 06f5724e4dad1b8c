import { type LogQuery } from '../../domain/logs/logQuery';
import { type Panel } from '../types';

type More = Partial<Panel>;

/** A graph, half a row wide unless said otherwise. */
export const graph = (id: string, title: string, queries: Panel['queries'], more: More = {}): Panel => ({
  id,
  title,
  kind: 'timeseries',
  queries,
  columns: 12,
  heightPx: 300,
  ...more,
});

/** One number, a sixth of a row wide unless said otherwise. */
export const stat = (id: string, title: string, signal: string, more: More = {}): Panel => ({
  id,
  title,
  kind: 'stat',
  queries: [{ signal, legend: title }],
  columns: 4,
  heightPx: 150,
  ...more,
});

const logs =
  (kind: Panel['kind'], columns: number) =>
  (id: string, title: string, query: LogQuery, more: More = {}): Panel => ({
    id,
    title,
    kind,
    logs: query,
    columns,
    heightPx: 320,
    links: [{ title: 'Logs', page: 'logs' }],
    ...more,
  });

/** Log lines over time, a third of a row wide unless said otherwise. */
export const logTimeline = logs('log-timeline', 8);

/** Log lines by group. */
export const logGroups = logs('log-groups', 8);

/** The lines themselves, over the whole width. */
export const logLines = logs('log-lines', 24);
