import { MAX_LIMIT, type Search } from '../../datasources/elasticsearch';
import { type TimeWindow } from '../../datasources/types';
import { fieldNames } from '../../domain/logs/fields';
import { type LogInputs, logLucene } from '../../domain/logs/logQuery';
import { limitOf, type LogQuestion } from './logSpecs';

/** Where a page begins: at a moment, whose known lines come again. For questions in the order of time. */
export interface PageStart {
  upToMs: number;
  /** How many of these lines are known; as many more are asked for, so that the page always brings new ones. */
  knownCount: number;
}

/**
 * The search, in Elasticsearch's own language. Conditions stand in filter context: same lines, no scores, cached.
 * @param start of a further page. Lines of one moment have no order that all shards share, and no field breaks such ties
 * in every store: a page therefore begins with the whole moment in which the one before it ended.
 */
export function linesSearch(
  question: LogQuestion,
  inputs: LogInputs,
  { fromMs, toMs }: TimeWindow,
  start?: PageStart
): Search {
  const { query, schema } = question;
  const time = { [schema.timeField]: { gte: fromMs, lte: toMs, format: 'epoch_millis' } };
  const largest = query.largestFirst === undefined ? [] : fieldNames(schema.fields, query.largestFirst);
  return {
    index: schema.indexPattern,
    body: {
      size: Math.min(limitOf(question, 'lines') + (start?.knownCount ?? 0), MAX_LIMIT),
      query: {
        bool: {
          filter: [
            { range: time },
            { query_string: { query: logLucene(schema, query, inputs), analyze_wildcard: true } },
          ],
        },
      },
      sort: [
        ...largest.map((field) => ({ [field]: { order: 'desc', unmapped_type: 'double' } })),
        // Milliseconds, also where the store keeps nanoseconds.
        { [schema.timeField]: { order: 'desc', unmapped_type: 'date', numeric_type: 'date' } },
      ],
      ...(start === undefined ? {} : { search_after: [start.upToMs + 1] }),
    },
  };
}
