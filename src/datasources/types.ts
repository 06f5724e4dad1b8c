/** A time window in Unix milliseconds, both ends included. */
export interface TimeWindow {
  fromMs: number;
  toMs: number;
}

/** What every call accepts. */
export interface CallOptions {
  signal?: AbortSignal | undefined;
  /** Give up after this long. */
  timeoutMs?: number | undefined;
}

/** A reference to a data source, as queries carry it. In scenes the uid may be a variable (`${prometheus}`). */
export type DataSourceReference = { uid: string; type: string };

/**
 * The part that all query models share. Models are type aliases, so that scenes accept them as their open query type.
 */
export type QueryModel = {
  refId: string;
  datasource: DataSourceReference;
  intervalMs?: number | undefined;
  maxDataPoints?: number | undefined;
  hide?: boolean | undefined;
};
