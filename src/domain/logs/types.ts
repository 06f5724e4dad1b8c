/** One log document. */
export interface LogRecord {
  /** Unique over all indices: `index#id`. */
  id: string;
  index: string;
  /** Unix milliseconds, with a fraction when the store keeps one; null when the time could not be read. */
  timeMs: number | null;
  /** The data source's level field, when it has one configured. */
  level?: string | undefined;
  /** The document, flattened: nested keys are joined with dots. */
  fields: Readonly<Record<string, unknown>>;
}

/** A page of log documents, ordered by time. */
export interface LogPage {
  records: readonly LogRecord[];
  /** How many were asked for at most. */
  limit: number;
  /** How many match, as far as the store counts (it stops at 10,000). */
  total?: number | undefined;
  /** Where the next page begins (empty when the store does not say); absent when this is the last page. */
  nextPage?: readonly unknown[] | undefined;
}

/** A row of an aggregation: its group, and the measurements of the group. */
export interface AggregationRow {
  /** Field name → value of the group. */
  group: Readonly<Record<string, string>>;
  /** Measurement name → value; null when the group has nothing to measure. */
  values: Readonly<Record<string, number | null>>;
}

/** A measurement of a group over time. */
export interface AggregationSeries {
  group: Readonly<Record<string, string>>;
  measurement: string;
  /** Value null: nothing to measure in that bucket. */
  points: ReadonlyArray<readonly [timeMs: number, value: number | null]>;
}

/** What a log field is and what may be done with it. */
export interface LogField {
  name: string;
  /** More than one when indices disagree. */
  types: readonly string[];
  searchable: boolean;
  aggregatable: boolean;
}
