export { operations, services } from './lists';
export { parseDependencies, parseSearch, parseTrace } from './parse';
export { parseApiTraces } from './parseApi';
export {
  DEFAULT_SEARCH_LIMIT,
  dependencyQuery,
  type JaegerQuery,
  searchQuery,
  traceQuery,
  type TraceSearch,
} from './queries';
export { dependencies, search, searchWithSpans } from './search';
export { isSameTraceId, normaliseTraceId } from '../../domain/traces/traceId';
export { trace, traces } from './traces';
