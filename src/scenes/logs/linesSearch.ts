import { type Search } from '../../datasources/elasticsearch';
import { type TimeWindow } from '../../datasources/types';
import { fieldNames } from '../../domain/logs/fields';
import { type LogInputs, logLucene } from '../../domain/logs/logQuery';
import { limitOf, type LogQuestion } from './logSpecs';

/**
 * The search, in Elasticsearch's own language. Conditions stand in filter context: same lines, no scores, cached.
 * @param upToMs only lines of this moment and older: the next page. For questions in the order of time.
 */
export function linesSearch(
  question: LogQuestion,
  inputs: LogInputs,
  { fromMs, toMs }: TimeWindow,
  upToMs?: number
): Search {
  const { query, schema } = question;
  const time = { [schema.timeField]: { gte: fromMs, lte: toMs, format: 'epoch_millis' } };
  const largest = query.largestFirst === undefined ? [] : fieldNames(schema.fields, query.largestFirst);
  return {
    index: schema.indexPattern,
    body: {
      size: limitOf(question, 'lines'),
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
      // The lines of that moment come again, so that none of them is left out; no other order is the same in all shards.
      ...(upToMs === undefined ? {} : { search_after: [upToMs + 1] }),
    },
  };
}
