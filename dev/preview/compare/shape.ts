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

function diffList(path: string, a: unknown[], b: unknown[], into: string[]): void {
  if (a.length !== b.length) {
    into.push(`${path}: ${a.length} against ${b.length} items`);
  }
  for (let index = 0; index < Math.min(a.length, b.length); index++) {
    diffValue(`${path}[${index}]`, '', a[index], b[index], into);
  }
}

/** Columns: as many, of the same length (give or take a sample at the ends), and the first rows equal in type. */
function diffFrameData(path: string, a: Json, b: Json, into: string[]): void {
  const columnsA = a.values as unknown[][];
  const columnsB = b.values as unknown[][];
  if (columnsA.length !== columnsB.length) {
    into.push(`${path}.values: ${columnsA.length} against ${columnsB.length} columns`);
    return;
  }
  columnsA.forEach((column, index) => {
    const other = columnsB[index] ?? [];
    if (Math.abs(column.length - other.length) > 1) {
      into.push(`${path}.values[${index}]: ${column.length} against ${other.length} rows`);
    }
    if (column.length === other.length && JSON.stringify(column) !== JSON.stringify(other)) {
      const row = column.findIndex((value, at) => JSON.stringify(value) !== JSON.stringify(other[at]));
      into.push(`${path}.values[${index}][${row}]: ${short(column[row])} against ${short(other[row])}`);
    }
  });
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
