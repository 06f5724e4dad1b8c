import type { DataQuery } from '@grafana/schema';
import type { DataQueryRequest, DataQueryResponse, MetricFindValue, ScopedVars } from '@grafana/data';
import { DataSourceWithBackend, getTemplateSrv } from '@grafana/runtime';
import type { Observable } from 'rxjs';

export interface JaegerQuery extends DataQuery {
  query?: string;
  service?: string;
  operation?: string;
  tags?: string;
  minDuration?: string;
  maxDuration?: string;
  limit?: number;
}

const TEXTS = ['query', 'service', 'operation', 'tags', 'minDuration', 'maxDuration'] as const;

/** Jaeger, as Grafana's plugin: only the first query of a panel runs; all texts are interpolated. */
export class JaegerDataSource extends DataSourceWithBackend<JaegerQuery> {
  override query(request: DataQueryRequest<JaegerQuery>): Observable<DataQueryResponse> {
    return super.query({ ...request, targets: request.targets.slice(0, 1) });
  }

  override applyTemplateVariables(query: JaegerQuery, scopedVars: ScopedVars): JaegerQuery {
    const replaced = TEXTS.filter((name) => query[name] !== undefined).map((name) => [
      name,
      getTemplateSrv().replace(query[name], scopedVars),
    ]);
    return { ...query, ...(Object.fromEntries(replaced) as Partial<JaegerQuery>) };
  }

  override async metricFindQuery(path: string): Promise<MetricFindValue[]> {
    const names = await this.getResource<string[] | null>(path);
    return (names ?? []).map((text) => ({ text }));
  }
}
