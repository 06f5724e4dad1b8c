import type { AdHocVariableFilter } from '@grafana/data';

/** Escapes a phrase for use inside Lucene quotes. */
export function escapePhrase(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"');
}

function escapeTerm(text: string): string {
  return text.replace(/([!*+\-=<>\s&|()[\]{}^~?:\\/"])/g, '\\$1');
}

/** How a variable's value stands in Lucene: one as it is, several as a group of quoted alternatives. */
export function interpolateLucene(value: unknown): string {
  if (Array.isArray(value)) {
    return value.length === 0
      ? '__empty__'
      : `(${value.map((item) => `"${escapePhrase(String(item))}"`).join(' OR ')})`;
  }
  return String(value);
}

function clause({ key, operator, value }: AdHocVariableFilter): string {
  const field = escapeTerm(key);
  switch (operator) {
    case '!=':
      return `-${field}:"${escapePhrase(value)}"`;
    case '=~':
      return `${field}:/${value.replace(/\//g, '\\/')}/`;
    case '!~':
      return `-${field}:/${value.replace(/\//g, '\\/')}/`;
    case '>':
      return `${field}:>${value}`;
    case '<':
      return `${field}:<${value}`;
    default:
      return `${field}:"${escapePhrase(value)}"`;
  }
}

/** Adds ad hoc filters to a Lucene query; filters without key or value are no filters. */
export function addAdHocFilters(query: string, filters: AdHocVariableFilter[]): string {
  const clauses = filters.filter(({ key, value }) => key && value).map(clause);
  if (clauses.length === 0) {
    return query;
  }
  return [query.trim() === '' ? [] : query, ...clauses].flat().join(' AND ');
}
