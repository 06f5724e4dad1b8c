import { VariableDependencyConfig } from '@grafana/scenes';
import { search, searchWithSpans, services } from '../../datasources/jaeger';
import { instant } from '../../datasources/prometheus';
import { failure, mapResult, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { operationP95 } from '../../domain/services/operations';
import { type SlowTrace, slowSummaries, slowTraces } from '../../domain/services/slowTraces';
import { LiveData } from '../live/LiveData';
import { metricsDataSource, tracesDataSource } from '../variables/dataSources';
import { noTracesDataSource } from './noTracesDataSource';

/** More traces are more megabytes: each comes with all its spans. */
export const TRACE_LIMIT = 50;

/** Slow traces, and how they were looked for. */
export interface FoundTraces {
  traces: readonly SlowTrace[];
  /** They hold a span of at least this duration; absent: any. */
  atLeastMs?: number | undefined;
  /** As many came as were asked for: there may be more. */
  isTruncated: boolean;
  /** The traces data source has never heard of the service. */
  isUnknownService: boolean;
}

export interface TraceTarget {
  system: string;
  /** The service's name in traces; absent when the catalog gives it none. */
  service: string | undefined;
}

/**
 * Traces of a service, or of one of its operations, that took longer than its 95th percentile. When there are none (the
 * traces are a sample), the newest of any duration.
 */
export class SlowTraces extends LiveData<FoundTraces> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['jaeger'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  private operation: string | undefined;

  constructor(private readonly target: TraceTarget) {
    super();
  }

  /** Looks for the traces of an operation; of all of them without one. */
  show(operation: string | undefined) {
    this.operation = operation;
    // Before the page is drawn there is nobody to answer to; it asks by itself then.
    if (this.isActive) {
      this.setState({ value: undefined, error: undefined });
      this.refresh();
    }
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<FoundTraces>> {
    const { uid } = tracesDataSource(this);
    const { service } = this.target;
    if (!uid) {
      return noTracesDataSource();
    }
    if (service === undefined) {
      return success({ traces: [], isTruncated: false, isUnknownService: true });
    }
    const question = { dataSourceUid: uid, service, operation: this.operation, range, signal, limit: TRACE_LIMIT };
    const atLeastMs = await this.p95(range, signal);
    const slow = atLeastMs === undefined ? undefined : await find({ ...question, minDurationMs: atLeastMs });
    if (slow && (!slow.ok || slow.value.traces.length > 0)) {
      return mapResult(slow, ({ traces, isTruncated }) => ({
        traces,
        isTruncated,
        atLeastMs,
        isUnknownService: false,
      }));
    }
    const any = await find(question);
    if (!any.ok || any.value.traces.length > 0) {
      return mapResult(any, (found) => ({ ...found, isUnknownService: false }));
    }
    const known = await services({ dataSourceUid: uid, signal });
    return mapResult(any, (found) => ({ ...found, isUnknownService: known.ok && !known.value.includes(service) }));
  }

  /** Absent when no spans are counted or the metrics cannot be read: then traces of any duration are shown. */
  private async p95(range: TimeWindow, signal: AbortSignal): Promise<number | undefined> {
    const { system, service = '' } = this.target;
    const window = `${Math.max(60, Math.round((range.toMs - range.fromMs) / 1000))}s`;
    const expr = operationP95({ system, service, operation: this.operation }, window);
    const answer = await instant({ dataSourceUid: metricsDataSource(this).uid, expr, range, signal });
    const value = answer.ok ? answer.value[0]?.value : undefined;
    return value !== undefined && Number.isFinite(value) ? value : undefined;
  }
}

type Question = Parameters<typeof searchWithSpans>[0];
type Matches = Pick<FoundTraces, 'traces' | 'isTruncated'>;

/** With spans where the data source lets the browser ask for them, else without. */
async function find(question: Question): Promise<Result<Matches>> {
  const { service, operation, minDurationMs = 0 } = question;
  const traces = await searchWithSpans(question);
  if (traces.ok) {
    return mapResult(traces, (value) => ({
      // Some stores compare the duration with any span of the trace, also with other services'.
      traces: slowTraces(value, { service, operation }).filter(({ spanMs }) => spanMs >= minDurationMs),
      isTruncated: value.length >= TRACE_LIMIT,
    }));
  }
  const { kind } = traces.error;
  return kind === 'not-found' || kind === 'no-permission'
    ? mapResult(await search(question), (value) => ({
        traces: slowSummaries(value),
        isTruncated: value.length >= TRACE_LIMIT,
      }))
    : failure(traces.error);
}
