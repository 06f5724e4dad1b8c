import type { DataSourceApi, DataSourceInstanceSettings } from '@grafana/data';

import { ElasticsearchDataSource } from './elasticsearch';
import { GenericDataSource } from './generic';
import { JaegerDataSource } from './jaeger';
import { PrometheusDataSource } from './prometheus';

/** The browser half of a data source: what Grafana's own plugin does before and after the query API. */
export function createDataSource(settings: DataSourceInstanceSettings): DataSourceApi {
  switch (settings.type) {
    case 'prometheus':
      return new PrometheusDataSource(settings) as DataSourceApi;
    case 'jaeger':
      return new JaegerDataSource(settings);
    case 'elasticsearch':
      return new ElasticsearchDataSource(settings);
    default:
      return new GenericDataSource(settings);
  }
}
