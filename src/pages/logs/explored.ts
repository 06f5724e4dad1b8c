import { type SceneObject } from '@grafana/scenes';
import { type Panel, type System } from '../../catalog/types';
import { type LogRole } from '../../domain/logs/fields';
import { logLucene } from '../../domain/logs/logQuery';
import { type LuceneQuery } from '../../domain/logs/lucene';
import { luceneProblem } from '../../domain/logs/luceneProblem';
import { mergedSchema } from '../../domain/logs/mergedSchema';
import { type LineActions } from '../../scenes/logs/lineActions';
import { LogFacets } from '../../scenes/logs/LogFacets';
import { type LogLinesPanel, logLinesPanel } from '../../scenes/logs/LogLinesPanel';
import { logPanel } from '../../scenes/logs/logPanel';
import { logQuestion } from '../../scenes/logs/logSpecs';
import { choiceLucene, type LogChoice } from './logChoice';

/** What is drawn for a choice. */
export interface Explored {
  /** What is wrong with the typed query; then nothing is asked. */
  problem?: string | undefined;
  timeline?: SceneObject | undefined;
  lines?: LogLinesPanel | undefined;
  facets?: LogFacets | undefined;
  /** The same lines as one query, for other pages. */
  found?: LuceneQuery | undefined;
  /** The columns that lines begin with. */
  usualColumns: readonly string[];
}

const PAGE_LINES = 500;
const SCHEMA = 'all';
const COLUMNS = ['level', 'service', 'message', 'durationMs', 'correlationId', 'traceId'] as const;
const FACETS = [
  ['level', { levels: [] }],
  ['service', { services: [] }],
] as const;

/** The panels for a choice of lines in the logs of some systems; none when these have no logs. */
export function explored(systems: readonly System[], choice: LogChoice, actions: LineActions): Explored {
  const merged = mergedSchema(systems.flatMap(({ logSchemas = [] }) => logSchemas));
  const problem = luceneProblem(choice.query);
  if (!merged || problem !== undefined) {
    return { problem, usualColumns: [] };
  }
  const has = (role: LogRole) => merged.fields[role] !== undefined;
  const together: System = {
    id: SCHEMA,
    name: 'Logs',
    teams: [],
    services: [],
    logSchemas: [{ ...merged, id: SCHEMA }],
  };
  const logs = { schema: SCHEMA, lucene: choiceLucene(choice, merged) };
  const usualColumns = COLUMNS.filter(has);
  const linesOf: Panel = {
    id: 'lines',
    title: 'Newest lines',
    kind: 'log-lines',
    logs: { ...logs, columns: usualColumns, limit: PAGE_LINES },
  };
  const timelineOf: Panel & { kind: 'log-timeline' } = {
    id: 'timeline',
    title: 'Lines by level',
    kind: 'log-timeline',
    logs: { ...logs, by: has('level') ? ['level'] : [] },
  };
  const facets = FACETS.filter(([role]) => has(role)).map(([role, without]) => ({
    role,
    lucene: choiceLucene({ ...choice, ...without }, merged),
  }));
  return {
    timeline: logPanel(timelineOf, together),
    lines: logLinesPanel(linesOf, together, { kept: keptBy(systems), actions }),
    facets: new LogFacets(logQuestion(linesOf, together), facets),
    found: logLucene(merged, logs),
    usualColumns,
  };
}

/** How long each system's lines are kept; of several stores of one system, the shorter time. */
function keptBy(systems: readonly System[]) {
  return systems.flatMap(({ name, logSchemas = [] }) => {
    const days = logSchemas.flatMap(({ retentionDays }) => retentionDays ?? []);
    return days.length > 0 ? [{ name, days: Math.min(...days) }] : [];
  });
}
