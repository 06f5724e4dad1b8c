import { goldenService } from '../../catalog/golden';
import { type Service, type System } from '../../catalog/types';
import { instants, labelNames } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Sample } from '../../domain/metrics/types';
import { renderSelector } from '../../domain/promql/matchers';
import {
  endpointLabel,
  metricOperations,
  type OperationColumn,
  type OperationQueries,
  type OperationRow,
  operationRows,
  SPAN_CALLS,
  spanOperations,
} from '../../domain/services/operations';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** What a service does, and what that rests on. */
export interface Operations {
  rows: readonly OperationRow[];
  /** Where the operations come from: counted spans, or a label of the service's own metrics. */
  from: { kind: 'spans' } | { kind: 'label'; label: string } | { kind: 'nothing'; missing: string };
  /** Columns that could not be asked, with the reason. */
  unread: readonly string[];
}

/** The operations of a service over the page's time range: one request, one question a column. */
export class ServiceOperations extends LiveData<Operations> {
  constructor(
    private readonly system: System,
    private readonly service: Service
  ) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<Operations>> {
    const window = `${Math.max(60, Math.round((range.toMs - range.fromMs) / 1000))}s`;
    const traceName = this.service.traces?.service;
    if (traceName !== undefined) {
      const queries = spanOperations({ system: this.system.id, service: traceName }, window);
      const answer = await this.read(queries, { kind: 'spans' }, range, signal);
      if (!answer.ok || answer.value.rows.length > 0) {
        return answer;
      }
    }
    return this.fromOwnMetrics(window, range, signal);
  }

  /** No spans are counted: the service's own metrics may tell its operations apart. */
  private async fromOwnMetrics(window: string, range: TimeWindow, signal: AbortSignal): Promise<Result<Operations>> {
    const golden = goldenService(this.system, this.service);
    const { traffic } = golden.signals;
    const missing = this.missing(traffic !== undefined);
    if (traffic?.kind !== 'rate') {
      return success({ rows: [], from: { kind: 'nothing', missing }, unread: [] });
    }
    const selector = renderSelector({
      metric: traffic.metric,
      where: { ...traffic.where, ...golden.where, system: this.system.id },
    });
    const dataSourceUid = metricsDataSource(this).uid;
    const labels = await labelNames({ dataSourceUid, range, selectors: [selector], signal });
    if (!labels.ok) {
      return labels;
    }
    const label = endpointLabel(labels.value);
    return label === undefined
      ? success({ rows: [], from: { kind: 'nothing', missing }, unread: [] })
      : this.read(metricOperations(golden, label, window), { kind: 'label', label }, range, signal);
  }

  private missing(hasTraffic: boolean): string {
    const { id, traces } = this.service;
    const spans = traces
      ? `The data source counts no spans of ${traces.service} in this time range (${SPAN_CALLS})`
      : `The catalog gives ${id} no name in traces`;
    return hasTraffic
      ? `${spans}, and its traffic signal has no label for the endpoint.`
      : `${spans}, and no traffic signal that could be told apart by endpoint.`;
  }

  private async read(
    queries: OperationQueries,
    from: Operations['from'],
    range: TimeWindow,
    signal: AbortSignal
  ): Promise<Result<Operations>> {
    const answers = await instants({
      dataSourceUid: metricsDataSource(this).uid,
      expressions: queries.expressions as Record<OperationColumn, string>,
      range,
      signal,
    });
    const calls = answers.calls;
    if (calls && !calls.ok) {
      return failure(calls.error);
    }
    const values: Partial<Record<OperationColumn, readonly Sample[]>> = {};
    const unread = new Set<string>();
    for (const column of Object.keys(answers) as OperationColumn[]) {
      const answer = answers[column];
      if (answer.ok) {
        values[column] = answer.value;
      } else {
        unread.add(answer.error.message);
      }
    }
    return success({ rows: operationRows(queries, values), from, unread: [...unread] });
  }
}
