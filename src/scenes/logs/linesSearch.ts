import { type Search } from '../../datasources/elasticsearch';
import { type TimeWindow } from '../../datasources/types';
import { fieldNames } from '../../domain/logs/fields';
import { type LogInputs, logLucene } from '../../domain/logs/logQuery';
import { limitOf, type LogQuestion } from './logSpecs';

/** The search, in Elasticsearch's own language. */
export function linesSearch(question: LogQuestion, inputs: LogInputs, { fromMs, toMs }: TimeWindow): Search {
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
        { [schema.timeField]: { order: 'desc' } },
      ],
    },
  };
}
