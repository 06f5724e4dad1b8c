import { fieldNames, type LogFields } from './fields';
import { fieldEquals, type LuceneQuery, not, or } from './lucene';

/** A value that lines must have, or must not have. */
export interface FieldFilter {
  /** A role of the schema or a field's own name. */
  field: string;
  value: string;
  isExcluded: boolean;
}

const WRITTEN = /^([^=!]+)(!?=)(.+)$/s;

/** A filter as an address has it: `field=value` or `field!=value`. */
export function writeFieldFilter({ field, value, isExcluded }: FieldFilter): string {
  return `${field}${isExcluded ? '!=' : '='}${value}`;
}

/** The filter that an address has; `undefined` for what is none. */
export function readFieldFilter(written: string): FieldFilter | undefined {
  const [, field, operator, value] = WRITTEN.exec(written) ?? [];
  return field === undefined || value === undefined ? undefined : { field, value, isExcluded: operator === '!=' };
}

/** The lines that a filter leaves. */
export function fieldFilterLucene({ field, value, isExcluded }: FieldFilter, fields: LogFields): LuceneQuery {
  const has = or(fieldNames(fields, field).map((name) => fieldEquals(name, value)));
  return isExcluded ? not(has) : has;
}

export const isSameFilter = (one: FieldFilter, other: FieldFilter) =>
  one.field === other.field && one.value === other.value;
