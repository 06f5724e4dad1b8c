import { VariableDependencyConfig } from '@grafana/scenes';
import { searchWithSpans } from '../../datasources/jaeger';
import { instant } from '../../datasources/prometheus';
import { failure, mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type SlowTrace, slowTraces } from '../../domain/services/slowTraces';
import { signalQuery } from '../../domain/signals/query';
import { type Signal } from '../../domain/signals/types';
import { LiveData } from '../live/LiveData';
import { metricsDataSource, tracesDataSource } from '../variables/dataSources';

/** More traces are more megabytes: each comes with all its spans. */
export const TRACE_LIMIT = 30;

/** What is looked for: spans of a service with these tags, slower than this quantile of their own. */
export interface TraceTarget {
  system: string;
  /** The service's name in traces. */
  service: string;
  /** Tags of its spans, and labels of its series. */
  where: Readonly<Record<string, string>>;
  latency?: Signal | undefined;
}

/** Slow traces, slowest first, and how they were looked for. */
export interface TierTracesFound {
  traces: readonly SlowTrace[];
  /** They hold a span of at least this duration; absent: of any. */
  atLeastMs?: number | undefined;
  /** As many came as were asked for: there may be more. */
  isTruncated: boolean;
}

/**
 * Traces of one part of a tier that took longer than the 95th percentile of the time range: a question about that, and
 * one or two to the traces (when none is slow, because traces are a sample, the newest of any duration).
 */
export class TierTraces extends LiveData<TierTracesFound> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['jaeger'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  constructor(private readonly target: TraceTarget) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<TierTracesFound>> {
    const { uid } = tracesDataSource(this);
    if (!uid) {
      return failure({ kind: 'not-configured', message: 'Grafana has no Jaeger data source, so there are no traces.' });
    }
    const { service, where } = this.target;
    const question = { dataSourceUid: uid, service, tags: where, limit: TRACE_LIMIT, range, signal };
    const atLeastMs = await this.p95Ms(range, signal);
    const find = async (minDurationMs?: number) =>
      mapResult(await searchWithSpans({ ...question, minDurationMs }), (traces) => ({
        traces: slowTraces(traces, { service }),
        atLeastMs: minDurationMs,
        isTruncated: traces.length >= TRACE_LIMIT,
      }));
    const slow = atLeastMs === undefined ? undefined : await find(atLeastMs);
    return slow && (!slow.ok || slow.value.traces.length > 0) ? slow : find();
  }

  /** Absent when the durations are not measured, or cannot be read. */
  private async p95Ms(range: TimeWindow, signal: AbortSignal): Promise<number | undefined> {
    const { latency, system, where } = this.target;
    if (latency?.kind !== 'quantile') {
      return undefined;
    }
    const rateWindow = `${Math.max(300, Math.round((range.toMs - range.fromMs) / 1000))}s`;
    const p95 = { ...latency, quantile: 0.95 };
    const expr = signalQuery(p95, { filters: { system, ...where }, rateWindow });
    const answer = await instant({ dataSourceUid: metricsDataSource(this).uid, expr, range, signal });
    const value = answer.ok ? answer.value[0]?.value : undefined;
    return value !== undefined && Number.isFinite(value) ? value * (latency.unit === 'ms' ? 1 : 1000) : undefined;
  }
}
