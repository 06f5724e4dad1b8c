import type { DataQuery } from '@grafana/schema';
import {
  getDefaultTimeRange,
  rangeUtil,
  type AdHocVariableFilter,
  type DataQueryRequest,
  type DataQueryResponse,
  type DataSourceGetTagKeysOptions,
  type DataSourceGetTagValuesOptions,
  type DataSourceInstanceSettings,
  type DataSourceJsonData,
  type LegacyMetricFindQueryOptions,
  type MetricFindValue,
  type ScopedVars,
  type TimeRange,
} from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import { map, type Observable } from 'rxjs';

import { addLabelFilters, interpolatePromQl } from './promql';
import { findMetrics } from './prometheusMetricFind';
import { transformResponse } from './prometheusTransforms';

export interface PrometheusQuery extends DataQuery {
  expr: string;
  range?: boolean;
  instant?: boolean;
  exemplar?: boolean;
  format?: 'time_series' | 'table' | 'heatmap';
  legendFormat?: string;
  interval?: string;
}

export interface PrometheusOptions extends DataSourceJsonData {
  timeInterval?: string;
  exemplarTraceIdDestinations?: Array<{ name: string; datasourceUid?: string; url?: string; urlDisplayLabel?: string }>;
}

/** Queries asked both at once and over the range go out twice; the instant half's refId gets this ending. */
const INSTANT_SUFFIX = '-Instant';

/** Prometheus, as Grafana's plugin: variables in and ad hoc filters on the expression, tables and heatmaps made here. */
export class PrometheusDataSource extends DataSourceWithBackend<PrometheusQuery, PrometheusOptions> {
  constructor(private readonly settings: DataSourceInstanceSettings<PrometheusOptions>) {
    super(settings);
    this.interval = settings.jsonData.timeInterval ?? '15s';
  }

  override filterQuery(query: PrometheusQuery): boolean {
    return !query.hide && Boolean(query.expr);
  }

  override query(request: DataQueryRequest<PrometheusQuery>): Observable<DataQueryResponse> {
    const targets = request.targets.flatMap((target) => this.split(target, request.range));
    return super
      .query({ ...request, targets })
      .pipe(map((response) => transformResponse(response, { ...request, targets }, this.settings.jsonData)));
  }

  private split(target: PrometheusQuery, range: TimeRange): PrometheusQuery[] {
    const isRelative = [range.raw.from, range.raw.to].some(
      (bound) => typeof bound === 'string' && bound.includes('now')
    );
    const prepared = { ...target, utcOffsetSec: isRelative ? range.to.utcOffset() * 60 : 0 };
    if (target.instant && target.range) {
      return [
        { ...prepared, instant: false },
        { ...prepared, refId: `${target.refId}${INSTANT_SUFFIX}`, range: false, exemplar: false },
      ];
    }
    return [prepared];
  }

  override applyTemplateVariables(
    query: PrometheusQuery,
    scopedVars: ScopedVars,
    filters?: AdHocVariableFilter[]
  ): PrometheusQuery {
    // the server fills these two in, from the step that it settles on
    const variables = {
      ...scopedVars,
      __interval: { value: '$__interval' },
      __interval_ms: { value: '$__interval_ms' },
    };
    const replace = (text: string | undefined): string => getTemplateSrv().replace(text, variables, interpolatePromQl);
    return {
      ...query,
      expr: replace(addLabelFilters(replace(query.expr), filters ?? [])),
      interval: getTemplateSrv().replace(query.interval, variables),
      legendFormat: getTemplateSrv().replace(query.legendFormat, variables),
    };
  }

  override metricFindQuery(
    query: string | { query?: string },
    options?: LegacyMetricFindQueryOptions
  ): Promise<MetricFindValue[]> {
    const text = typeof query === 'string' ? query : query.query;
    if (!text) {
      return Promise.resolve([]);
    }
    const range = options?.range ?? getDefaultTimeRange();
    const rangeMs = range.to.diff(range.from);
    const rangeS = Math.round(rangeMs / 1000);
    const intervalMs = rangeUtil.intervalToMs(this.interval ?? '15s');
    const scopedVars: ScopedVars = {
      ...options?.scopedVars,
      __interval: { value: this.interval },
      __interval_ms: { value: intervalMs },
      __range_ms: { value: rangeMs },
      __range_s: { value: rangeS },
      __range: { value: `${rangeS}s` },
    };
    return findMetrics(this, getTemplateSrv().replace(text, scopedVars, interpolatePromQl), range);
  }

  override async getTagKeys(options?: DataSourceGetTagKeysOptions<PrometheusQuery>): Promise<MetricFindValue[]> {
    const names = await findMetrics(this, 'label_names()', options?.timeRange ?? getDefaultTimeRange());
    const used = new Set(options?.filters?.map((filter) => filter.key));
    return names.filter(({ text }) => !used.has(text));
  }

  override getTagValues(options: DataSourceGetTagValuesOptions<PrometheusQuery>): Promise<MetricFindValue[]> {
    return findMetrics(this, `label_values(${options.key})`, options.timeRange ?? getDefaultTimeRange());
  }
}
