import { encodeFrame, type Column, type FrameJson } from '../frames';
import { sizeSetting, type ElasticsearchQueryModel } from './model';
import { HIGHLIGHT_END, HIGHLIGHT_START } from './request';

export interface Hit {
  _id: string;
  _type?: string;
  _index: string;
  _source?: Record<string, unknown>;
  fields?: Record<string, unknown>;
  sort?: unknown[];
  highlight?: Record<string, string[]>;
}

export interface Hits {
  total?: { value: number };
  hits: Hit[];
}

export interface ConfiguredFields {
  timeField: string;
  logMessageField?: string;
  logLevelField?: string;
}

type Document = Record<string, unknown>;

const FILTERABLE = { filterable: true };
const MAX_DEPTH = 10;

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** Nested objects as dotted keys; empty objects and what lies deeper than ten levels stay as they are. */
export function flatten(source: Record<string, unknown>, prefix = '', depth = 0): Document {
  const flat: Document = {};
  for (const [key, value] of Object.entries(source)) {
    const name = prefix ? `${prefix}.${key}` : key;
    if (isObject(value) && Object.keys(value).length > 0 && depth < MAX_DEPTH) {
      Object.assign(flat, flatten(value, name, depth + 1));
    } else {
      flat[name] = value;
    }
  }
  return flat;
}

function byCodePoint(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

/** A JSON value with the keys of its objects sorted, as Go writes them. */
function sortKeys(value: unknown): unknown {
  if (Array.isArray(value)) {
    return value.map(sortKeys);
  }
  return isObject(value)
    ? Object.fromEntries(
        Object.entries(value)
          .sort(([a], [b]) => byCodePoint(a, b))
          .map(([key, item]) => [key, sortKeys(item)])
      )
    : value;
}

/** JSON text as Go writes it: keys sorted, characters that matter in HTML escaped. */
function goJson(value: Document): string {
  return JSON.stringify(sortKeys(value)).replace(
    /[<>&\u2028\u2029]/g,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`
  );
}

function metadata(hit: Hit): Document {
  return {
    _id: hit._id,
    _type: hit._type ?? null,
    _index: hit._index,
    sort: hit.sort ?? null,
    highlight: hit.highlight ?? null,
  };
}

function toTimeMs(value: unknown): { ms: number | null; nanos: number } {
  const text: unknown = Array.isArray(value) && value.length === 1 ? value[0] : value;
  const match =
    typeof text === 'string' ? /^(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d)(?:\.(\d+))?(Z|[+-]\d\d:\d\d)$/.exec(text) : null;
  if (!match) {
    return { ms: null, nanos: 0 };
  }
  const fraction = (match[2] ?? '').padEnd(9, '0').slice(0, 9);
  return { ms: Date.parse(`${match[1]}${match[3]}`) + Number(fraction.slice(0, 3)), nanos: Number(fraction.slice(3)) };
}

function timeColumn(name: string, documents: Document[]): Column {
  const times = documents.map((document) => toTimeMs(document[name]));
  return {
    name,
    type: 'time',
    typeInfo: { frame: 'time.Time', nullable: true },
    config: FILTERABLE,
    values: times.map(({ ms }) => ms),
    nanos: times.map(({ nanos }) => nanos),
  };
}

const SCALARS = { number: 'float64', string: 'string', boolean: 'bool' } as const;

/** A column takes the type of its first value; values of another type are lost, as in Grafana. */
function valueColumn(name: string, documents: Document[]): Column {
  const values = documents.map((document) => document[name] ?? null);
  const type = typeof values.find((value) => value !== null);
  if (type === 'number' || type === 'string' || type === 'boolean') {
    return {
      name,
      type,
      typeInfo: { frame: SCALARS[type], nullable: true },
      config: FILTERABLE,
      values: values.map((value) => (typeof value === type ? value : null)),
    };
  }
  return {
    name,
    type: 'other',
    typeInfo: { frame: 'json.RawMessage', nullable: true },
    config: FILTERABLE,
    values: values.map(sortKeys),
  };
}

/** All keys of all documents: the time field first, then (for logs) the message, the rest sorted. */
function columnsOf(documents: Document[], fields: ConfiguredFields, messageSecond: boolean): Column[] {
  const leading = [fields.timeField, ...(messageSecond && fields.logMessageField ? [fields.logMessageField] : [])];
  const names = [...new Set(documents.flatMap((document) => Object.keys(document)))];
  const rest = names.filter((name) => !leading.includes(name)).sort(byCodePoint);
  return [...leading.filter((name) => names.includes(name)), ...rest].map((name) =>
    name === fields.timeField ? timeColumn(name, documents) : valueColumn(name, documents)
  );
}

function searchWords(hits: Hit[]): string[] {
  const mark = new RegExp(`${HIGHLIGHT_START}(.*?)${HIGHLIGHT_END}`, 'g');
  const words = hits
    .flatMap((hit) => Object.values(hit.highlight ?? {}).flat())
    .flatMap((text) => [...text.matchAll(mark)].map((match) => match[1] ?? ''));
  return [...new Set(words)].sort(byCodePoint);
}

/** Log documents as Grafana's logs frame: flattened fields, the source as text, and an id of index and document. */
export function encodeLogs(query: ElasticsearchQueryModel, hits: Hits, fields: ConfiguredFields): FrameJson {
  const documents = hits.hits.map((hit): Document => {
    const flat = flatten(hit._source ?? {});
    const renamed = Object.entries(flat).map(([key, value]) => [key === fields.logLevelField ? 'level' : key, value]);
    const document = {
      ...metadata(hit),
      _source: hit._source ? goJson(flat) : '',
      ...(Object.fromEntries(renamed) as Document),
      ...hit.fields,
    };
    return 'id' in document ? document : { ...document, id: `${hit._index}#${hit._id}` };
  });
  return encodeFrame({
    refId: query.refId,
    meta: {
      typeVersion: [0, 0],
      custom: {
        limit: sizeSetting(query.metrics?.[0]?.settings?.limit),
        searchWords: searchWords(hits.hits),
        total: hits.total?.value ?? 0,
      },
      preferredVisualisationType: 'logs',
    },
    columns: columnsOf(documents, fields, true),
  });
}

/** Documents as a table of their flattened fields. */
export function encodeRawData(query: ElasticsearchQueryModel, hits: Hits, fields: ConfiguredFields): FrameJson {
  const documents = hits.hits.map((hit) => ({ ...metadata(hit), ...flatten(hit._source ?? {}), ...hit.fields }));
  return encodeFrame({ refId: query.refId, columns: columnsOf(documents, fields, false) });
}

/** Whole documents as JSON, in one column named after the query. */
export function encodeRawDocuments(query: ElasticsearchQueryModel, hits: Hits): FrameJson {
  const values = hits.hits.map((hit) => sortKeys({ ...metadata(hit), ...hit._source, ...hit.fields }));
  return encodeFrame({
    name: query.refId,
    refId: query.refId,
    columns: [
      {
        name: query.refId,
        type: 'other',
        typeInfo: { frame: 'json.RawMessage', nullable: true },
        config: FILTERABLE,
        values,
      },
    ],
  });
}
