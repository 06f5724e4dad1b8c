import { type TimeWindow } from '../../datasources/types';
import { type LiveQuestion } from '../../domain/runbook/questions';

/** The question of a check as Explore asks it. */
export function exploreQuery(question: LiveQuestion, range: TimeWindow) {
  switch (question.kind) {
    case 'metric':
      return {
        dataSource: { type: 'prometheus' },
        query: { expr: question.expr, range: true, instant: true, editorMode: 'code' },
        window: range,
      };
    case 'log':
      return {
        dataSource: { type: 'elasticsearch' },
        query: { query: question.query, metrics: [{ id: '1', type: 'logs' }], bucketAggs: [] },
        window: { fromMs: range.toMs - question.withinMs, toMs: range.toMs },
      };
    case 'trace':
      return {
        dataSource: { type: 'jaeger' },
        query: { queryType: 'search', service: question.service, operation: question.operation, limit: 20 },
        window: { fromMs: range.toMs - question.withinMs, toMs: range.toMs },
      };
  }
}
