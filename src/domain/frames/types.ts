/** A remark of a server about one frame. */
export interface FrameNotice {
  severity: 'info' | 'warning' | 'error';
  text: string;
}

/** What is said about a frame as a whole. */
export interface FrameMeta {
  type?: string | undefined;
  custom?: Readonly<Record<string, unknown>> | undefined;
  notices?: readonly FrameNotice[] | undefined;
}

/** One column. `values` of a `time` column are Unix milliseconds; `nanos` holds what is finer, 0 to 999,999 each. */
export interface FrameField {
  name: string;
  type: string;
  labels?: Readonly<Record<string, string>> | undefined;
  config?: { displayNameFromDS?: string | undefined } | undefined;
  values: readonly unknown[];
  nanos?: readonly number[] | undefined;
}

/** A table in columns, as data sources answer. Grafana's own `DataFrame` is one. An empty frame has no fields. */
export interface Frame {
  name?: string | undefined;
  refId?: string | undefined;
  meta?: FrameMeta | undefined;
  fields: readonly FrameField[];
  length: number;
}
