import { type SceneObject } from '@grafana/scenes';
import { type Panel, type System } from '../../catalog/types';
import { type LogRole } from '../../domain/logs/fields';
import { mergedSchema } from '../../domain/logs/mergedSchema';
import { logLucene } from '../../domain/logs/logQuery';
import { type LuceneQuery } from '../../domain/logs/lucene';
import { luceneProblem } from '../../domain/logs/luceneProblem';
import { LogFacets } from '../../scenes/logs/LogFacets';
import { logLinesPanel } from '../../scenes/logs/LogLinesPanel';
import { logPanel } from '../../scenes/logs/logPanel';
import { logQuestion } from '../../scenes/logs/logSpecs';
import { choiceLucene, type LogChoice } from './logChoice';

/** What is drawn for a choice. */
export interface Explored {
  /** What is wrong with the typed query; then nothing is asked. */
  problem?: string | undefined;
  timeline?: SceneObject | undefined;
  lines?: SceneObject | undefined;
  facets?: LogFacets | undefined;
  /** The same lines as one query, for other pages. */
  found?: LuceneQuery | undefined;
}

const PAGE_LINES = 500;
const SCHEMA = 'all';
const COLUMNS = ['level', 'service', 'message', 'durationMs', 'correlationId', 'traceId'] as const;
const FACETS = ['level', 'service'] as const;

/** The panels for a choice of lines in the logs of some systems; none when these have no logs. */
export function explored(systems: readonly System[], choice: LogChoice): Explored {
  const merged = mergedSchema(systems.flatMap(({ logSchemas = [] }) => logSchemas));
  const problem = luceneProblem(choice.query);
  if (!merged || problem !== undefined) {
    return { problem };
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
  const linesOf: Panel = {
    id: 'lines',
    title: choice.isLive ? 'Newest lines, live' : 'Newest lines',
    kind: 'log-lines',
    logs: { ...logs, columns: COLUMNS.filter(has), limit: PAGE_LINES },
  };
  return {
    timeline: logPanel(
      {
        id: 'timeline',
        title: 'Lines by level',
        kind: 'log-timeline',
        logs: { ...logs, by: has('level') ? ['level'] : [] },
      },
      together
    ),
    lines: logLinesPanel(linesOf, together, choice.isLive),
    found: logLucene(merged, logs),
    facets: new LogFacets(logQuestion(linesOf, together), FACETS.filter(has)),
  };
}
