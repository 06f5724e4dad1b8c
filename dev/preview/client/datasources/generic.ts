import { DataSourceWithBackend } from '@grafana/runtime';

/** A data source of which only settings and proxy are used (Alertmanager). */
export class GenericDataSource extends DataSourceWithBackend {}
