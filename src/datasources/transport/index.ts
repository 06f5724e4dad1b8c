export { collect, postQueries, postQuery, type QueryRequest, type QueryResponse } from './postQueries';
export { getResource, getThroughProxy, postResource, type QueryParams } from './resources';
