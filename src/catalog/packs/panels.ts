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
