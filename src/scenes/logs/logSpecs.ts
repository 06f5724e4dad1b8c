import { type Panel, type System } from '../../catalog/types';
import { type HistogramSpec, MISSING_VALUE, type TableSpec, type TermsGroup } from '../../datasources/elasticsearch';
import { fieldNames } from '../../domain/logs/fields';
import { type LogInputs, logLucene, type LogQuery, type QueriedSchema } from '../../domain/logs/logQuery';

/** A panel that reads logs, with all that its question needs. */
export interface LogQuestion {
  query: LogQuery;
  schema: QueriedSchema & { timeField: string; retentionDays?: number | undefined };
}

const DEFAULT_GROUPS = 20;
const DEFAULT_LINES = 50;

/**
 * The question of a panel.
 * @throws Error for a panel without one, or with a schema that the system lacks; loading a catalog has refused those.
 */
export function logQuestion({ id, logs }: Panel, system: System): LogQuestion {
  const schema = system.logSchemas?.find((candidate) => candidate.id === logs?.schema);
  if (!logs || !schema) {
    throw new Error(`${system.id}: panel "${id}" reads no log schema`);
  }
  return { query: logs, schema };
}

/** The fields that a question groups by. Of a role's fields the first is taken: Elasticsearch groups by one. */
export function groupFields({ query, schema }: LogQuestion): string[] {
  return (query.by ?? []).map((name) => fieldNames(schema.fields, name)[0] ?? name);
}

/** How many lines or groups come at most. */
export function limitOf({ query }: LogQuestion, kind: 'groups' | 'lines'): number {
  return query.limit ?? (kind === 'groups' ? DEFAULT_GROUPS : DEFAULT_LINES);
}

function groupsOf(question: LogQuestion): TermsGroup[] {
  const size = limitOf(question, 'groups');
  return groupFields(question).map((field) => ({ field, size, missing: MISSING_VALUE }));
}

/** Lines over time. */
export function timelineSpec(question: LogQuestion, dataSourceUid: string, inputs: LogInputs): HistogramSpec {
  const { query, schema } = question;
  return {
    dataSourceUid,
    query: logLucene(schema, query, inputs),
    timeField: schema.timeField,
    groupBy: groupsOf(question),
    measure: [{ kind: 'count' }],
    interval: query.interval,
  };
}

/** Lines of each group. */
export function groupsSpec(question: LogQuestion, dataSourceUid: string, inputs: LogInputs): TableSpec {
  const [first, ...rest] = groupsOf(question);
  if (!first) {
    throw new Error('a table of log groups needs a field to group by');
  }
  return {
    dataSourceUid,
    refId: 'A',
    query: logLucene(question.schema, question.query, inputs),
    groupBy: [first, ...rest],
    measure: [{ kind: 'count' }],
  };
}

/** The same, of the part only; undefined when there is none. */
export function partSpec(question: LogQuestion, dataSourceUid: string, inputs: LogInputs): TableSpec | undefined {
  const { part } = question.query;
  return (
    part && {
      ...groupsSpec(question, dataSourceUid, inputs),
      refId: 'B',
      query: logLucene(question.schema, question.query, inputs, part.where),
    }
  );
}
