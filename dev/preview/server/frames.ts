/**
 * The JSON form in which Grafana's query API sends data frames: a schema (names, types, labels, display config) and
 * column values. Numbers that JSON cannot hold (NaN, ±Inf) become null and are named in `entities`; the part of a time
 * below one millisecond travels in `nanos`.
 */
export type FieldType = 'time' | 'number' | 'string' | 'boolean' | 'other';

export interface FieldSchema {
  name: string;
  type: FieldType;
  typeInfo: { frame: string; nullable?: true };
  labels?: Record<string, string>;
  config?: Record<string, unknown>;
}

export interface FrameMeta {
  type?: string;
  typeVersion?: [number, number];
  custom?: Record<string, unknown>;
  notices?: Array<{ severity: 'info' | 'warning' | 'error'; text: string }>;
  preferredVisualisationType?: string;
  executedQueryString?: string;
}

type Entities = { NaN?: number[]; Inf?: number[]; NegInf?: number[] };

export interface FrameJson {
  schema: { name?: string; refId: string; meta?: FrameMeta; fields: FieldSchema[] };
  data: { values: unknown[][]; entities?: Array<Entities | null>; nanos?: Array<number[] | null> };
}

/** A column before encoding: times are milliseconds since the epoch, `nanos` the rest below one millisecond. */
export interface Column extends FieldSchema {
  values: unknown[];
  nanos?: number[];
}

export interface FrameInput {
  name?: string;
  refId: string;
  meta?: FrameMeta;
  columns: Column[];
}

/** Answer to one query of a request (one refId). */
export interface QueryResult {
  status: number;
  error?: string;
  errorSource?: 'downstream' | 'plugin';
  frames?: FrameJson[];
}

function encodeColumn(column: Column): { values: unknown[]; entities: Entities | null } {
  if (column.type !== 'number') {
    return { values: column.values, entities: null };
  }
  const entities: Entities = {};
  const values = column.values.map((value, row) => {
    if (typeof value !== 'number' || Number.isFinite(value)) {
      return value;
    }
    const kind = Number.isNaN(value) ? 'NaN' : value > 0 ? 'Inf' : 'NegInf';
    (entities[kind] ??= []).push(row);
    return null;
  });
  return { values, entities: Object.keys(entities).length > 0 ? entities : null };
}

/** Encodes columns as a frame the way Grafana does: optional members are left out, never sent empty. */
export function encodeFrame(input: FrameInput): FrameJson {
  const encoded = input.columns.map(encodeColumn);
  const nanos = input.columns.map((column) => (column.nanos?.some((n) => n !== 0) ? column.nanos : null));
  return {
    schema: {
      ...(input.name ? { name: input.name } : {}),
      refId: input.refId,
      ...(input.meta ? { meta: input.meta } : {}),
      fields: input.columns.map(({ name, type, typeInfo, labels, config }) => ({
        name,
        type,
        typeInfo,
        ...(labels ? { labels } : {}),
        ...(config ? { config } : {}),
      })),
    },
    data: {
      values: encoded.map((column) => column.values),
      ...(encoded.some((column) => column.entities) ? { entities: encoded.map((column) => column.entities) } : {}),
      ...(nanos.some(Boolean) ? { nanos } : {}),
    },
  };
}
