/** A frame's schema must agree to the letter; of its data only what the schema does not say already. */
type Json = Record<string, unknown>;

function isObject(value: unknown): value is Json {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function kind(value: unknown): string {
  return value === null ? 'null' : Array.isArray(value) ? 'list' : typeof value;
}

/** Values that two truthful answers may differ in: measured at another moment, or named after the asked server. */
const VOLATILE = new Set([
  'took',
  'lastEvaluation',
  'evaluationTime',
  'activeAt',
  'total',
  'url',
  'id',
  'version',
  'uptime',
  'traceID',
  'traceId',
  'value',
  'max_score',
  'accessErrorId',
  'created',
  'updated',
]);

function diffValue(path: string, name: string, a: unknown, b: unknown, into: string[]): void {
  if (VOLATILE.has(name) && kind(a) === kind(b) && !isObject(a)) {
    return;
  }
  if (kind(a) !== kind(b)) {
    into.push(`${path}: ${kind(a)} ${short(a)} against ${kind(b)} ${short(b)}`);
  } else if (Array.isArray(a) && Array.isArray(b)) {
    diffList(path, a, b, into);
  } else if (isObject(a) && isObject(b)) {
    diffObject(path, a, b, into);
  } else if (a !== b && !isSameAddress(a, b)) {
    into.push(`${path}: ${short(a)} against ${short(b)}`);
  }
}

/** Error texts may name the server that was asked; that the port differs is no difference of shape. */
function isSameAddress(a: unknown, b: unknown): boolean {
  const strip = (value: unknown): string => String(value).replace(/127\.0\.0\.1:\d+/g, 'HOST');
  return typeof a === 'string' && typeof b === 'string' && strip(a) === strip(b);
}

function short(value: unknown): string {
  const text = JSON.stringify(value) ?? 'undefined';
  return text.length > 160 ? `${text.slice(0, 160)}…` : text;
}

function diffObject(path: string, a: Json, b: Json, into: string[]): void {
  for (const name of new Set([...Object.keys(a), ...Object.keys(b)])) {
    const at = path ? `${path}.${name}` : name;
    if (!(name in a)) {
      into.push(`${at}: only in B, ${short(b[name])}`);
    } else if (!(name in b)) {
      into.push(`${at}: only in A, ${short(a[name])}`);
    } else if (name === 'data' && isObject(a[name]) && 'values' in a[name] && isObject(b[name])) {
      diffFrameData(at, a[name], b[name], into);
    } else {
      diffValue(at, name, a[name], b[name], into);
    }
  }
}

/** Names come in no order (Jaeger lists services and operations as its map has them), and so do alerts. */
function inOrder(list: unknown[]): unknown[] {
  if (list.every((item) => typeof item === 'string')) {
    return [...list].sort();
  }
  const key = (item: unknown): string => JSON.stringify(isObject(item) ? item.labels : item);
  const isLabelled = list.every((item) => isObject(item) && isObject(item.labels));
  return isLabelled ? [...list].sort((a, b) => (key(a) < key(b) ? -1 : 1)) : list;
}

function diffList(path: string, unsortedA: unknown[], unsortedB: unknown[], into: string[]): void {
  const [a, b] = [inOrder(unsortedA), inOrder(unsortedB)];
  if (a.length !== b.length) {
    into.push(`${path}: ${a.length} against ${b.length} items`);
  }
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    diffValue(`${path}[${index}]`, '', a[index], b[index], into);
  }
}

/** Rows in an order of their own: Jaeger sends spans and edges as they come. */
function sortedRows(columns: unknown[][]): string[] {
  return (columns[0] ?? []).map((_, row) => JSON.stringify(columns.map((column) => column[row]))).sort();
}

/** Columns: as many; rows: as many (give or take a sample at the ends), and the same when they are. */
function diffFrameData(path: string, a: Json, b: Json, into: string[]): void {
  const columnsA = a.values as unknown[][];
  const columnsB = b.values as unknown[][];
  if (columnsA.length !== columnsB.length) {
    into.push(`${path}.values: ${columnsA.length} against ${columnsB.length} columns`);
    return;
  }
  const [rowsA, rowsB] = [sortedRows(columnsA), sortedRows(columnsB)];
  if (Math.abs(rowsA.length - rowsB.length) > 1) {
    into.push(`${path}.values: ${rowsA.length} against ${rowsB.length} rows`);
  } else if (rowsA.length === rowsB.length) {
    const row = rowsA.findIndex((text, index) => text !== rowsB[index]);
    if (row >= 0) {
      into.push(`${path}.values: ${short(rowsA[row])} against ${short(rowsB[row])}`);
    }
  }
  for (const part of ['nanos', 'entities']) {
    if (part in a !== part in b) {
      into.push(`${path}.${part}: ${part in a ? 'only in A' : 'only in B'}`);
    }
  }
}

/** What two answers to one request disagree in: status, members, types, order, schema, and values of the same moment. */
export function diffShapes(a: { status: number; body: unknown }, b: { status: number; body: unknown }): string[] {
  const differences: string[] = [];
  if (a.status !== b.status) {
    differences.push(`status ${a.status} against ${b.status}`);
  }
  diffValue('', '', a.body, b.body, differences);
  return differences;
}
