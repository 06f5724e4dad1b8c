export {
  type FilterGroup,
  histogramQuery,
  type HistogramSpec,
  MISSING_VALUE,
  tableQuery,
  type TableSpec,
  type TermsGroup,
} from './aggregations';
export { histogram, logs, rawData, table } from './calls';
export { fieldCapabilities } from './fieldCapabilities';
export { type Measurement } from './measurements';
export { parseFieldCapabilities } from './parseFields';
export { parseLogs, parseRawData } from './parseLogs';
export { parseHistogram, parseTable } from './parseTables';
export {
  DEFAULT_LIMIT,
  type ElasticsearchQuery,
  type ElasticsearchSpec,
  logsQuery,
  MAX_LIMIT,
  type PageSpec,
  rawDataQuery,
} from './queries';
export { multiSearch, type Search, type SearchAnswer } from './multiSearch';
