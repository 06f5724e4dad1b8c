export * as elasticsearch from './elasticsearch';
export * as grafana from './grafana';
export * as jaeger from './jaeger';
export * as prometheus from './prometheus';
export { classifyPanelError, type PanelQueryError } from './fromPanel';
export {
  type DataSourceError,
  type DataSourceErrorKind,
  type DataSourceWarning,
  isAbortError,
  type Notice,
} from './errors';
export { dataSourceName, dataSourceSettings, listDataSources, resolveDataSource } from './lookup';
export {
  chooseDataSource,
  type ChosenDataSource,
  type DataSourceInfo,
  type DataSourceRole,
  ROLE_TYPES,
} from './resolve';
export { chainResult, type Failure, failure, mapResult, type Result, type Success, success } from './result';
export { collect, getResource, getThroughProxy, postQueries, postQuery, postResource } from './transport';
export { type CallOptions, type DataSourceReference, type QueryModel, type TimeWindow } from './types';
