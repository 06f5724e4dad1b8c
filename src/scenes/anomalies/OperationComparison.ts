import { VariableDependencyConfig } from '@grafana/scenes';
import { type SpanIndex } from '../../app/settings';
import { type System } from '../../catalog/types';
import { type DataSourceError } from '../../datasources/errors';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { compareOperations } from '../../domain/anomalies/compare';
import { type Comparison, type ComparisonRoute } from '../../domain/anomalies/types';
import { type ComparedWindows, comparedWindows } from '../../domain/anomalies/windows';
import { LiveData } from '../live/LiveData';
import { logsDataSource, metricsDataSource, tracesDataSource } from '../variables/dataSources';
import { askSpanIndex, askSpanMetrics, askTraceSample, type RouteAnswer, type RouteQuestion } from './askRoutes';

/** Operations against their own day, and what that rests on. */
export interface ComparedOperations {
  /** What needs a look first. */
  comparisons: readonly Comparison[];
  /** Absent when there is nothing to ask but a sample, and no service to take it of. */
  route?: ComparisonRoute | undefined;
  windows: ComparedWindows;
  /** What to know about the figures: a route that failed, columns that are missing. */
  notes: readonly string[];
}

export interface ComparisonScope {
  systems: readonly System[];
  /** The service's name in traces; all of them when absent. */
  service?: string | undefined;
  spanIndex?: SpanIndex | undefined;
}

/**
 * The last hour of the page's time range against the day before it. Asks the first that has anything: the metrics of
 * spans, Jaeger's own index, a sample of traces. The number of questions does not depend on the number of operations.
 */
export class OperationComparison extends LiveData<ComparedOperations> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['prometheus', 'jaeger', 'elasticsearch'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  private sampled: string | undefined;

  constructor(private readonly scope: ComparisonScope) {
    super();
    this.sampled = scope.service;
  }

  /** The service whose traces are looked at when there is nothing better. */
  sample(service: string | undefined) {
    const { value } = this.state;
    // Only a sample is about one service; the other routes have answered about all.
    const isOfOne = value?.route === undefined || value.route.kind === 'trace-sample';
    if (service !== this.sampled) {
      this.sampled = service;
      if (this.isActive && isOfOne) {
        this.setState({ value: undefined, error: undefined });
        this.refresh();
      }
    }
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<ComparedOperations>> {
    const windows = comparedWindows(range.toMs);
    const errors: DataSourceError[] = [];
    for (const route of this.routes({ ...this.scope, windows, signal })) {
      const answer = await route();
      if (!answer.ok) {
        errors.push(answer.error);
      } else if (answer.value.pairs.length > 0) {
        const { pairs, route: from, notes } = answer.value;
        const failed = errors.map(({ message }) => message);
        return success({ comparisons: compareOperations(pairs), route: from, windows, notes: [...failed, ...notes] });
      }
    }
    const [first] = errors;
    return first ? failure(first) : success({ comparisons: [], windows, notes: [] });
  }

  private routes(question: Omit<RouteQuestion, 'dataSourceUid'>): Array<() => Promise<Result<RouteAnswer>>> {
    const { spanIndex } = this.scope;
    const [metrics, traces] = [metricsDataSource(this).uid, tracesDataSource(this).uid];
    const spans = spanIndex?.elasticsearch ?? logsDataSource(this).uid;
    const { sampled } = this;
    return [
      ...(metrics ? [() => askSpanMetrics({ ...question, dataSourceUid: metrics })] : []),
      ...(spanIndex && spans
        ? [() => askSpanIndex({ ...question, dataSourceUid: spans, index: spanIndex.index })]
        : []),
      ...(traces && sampled ? [() => askTraceSample({ ...question, dataSourceUid: traces, service: sampled })] : []),
    ];
  }
}
