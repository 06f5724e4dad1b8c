import type { AdHocVariableFilter } from '@grafana/data';

function escapeValue(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/"/g, '\\"').replace(/\n/g, '\\n');
}

/** What Grafana does to the value of a single-valued variable: quotes of the other kind only. */
function escapeVariable(text: string): string {
  return text.replace(/\\/g, '\\\\').replace(/'/g, "\\\\'");
}

/** Escapes a value for a regular-expression matcher inside PromQL quotes. */
export function escapeRegex(text: string): string {
  return text.replace(/\\/g, '\\\\\\\\').replace(/[$^*{}[\]'+?.()|]/g, '\\\\$&');
}

interface VariableModel {
  multi?: boolean;
  includeAll?: boolean;
}

/** How a variable's value stands in PromQL: several values become a group of escaped alternatives. */
export function interpolatePromQl(value: unknown, variable?: unknown): string {
  const { multi, includeAll } = (variable ?? {}) as VariableModel;
  if (!multi && !includeAll && !Array.isArray(value)) {
    return typeof value === 'string' ? escapeVariable(value) : String(value);
  }
  const values = (Array.isArray(value) ? value : [value]).map((item) => escapeRegex(String(item)));
  return values.length === 1 ? (values[0] ?? '') : `(${values.join('|')})`;
}

function matcher({ key, operator, value }: AdHocVariableFilter): string {
  const isRegex = operator === '=~' || operator === '!~';
  return `${key}${operator}"${isRegex ? value.replace(/"/g, '\\"') : escapeValue(value)}"`;
}

const KEYWORDS = new Set([
  'by',
  'without',
  'on',
  'ignoring',
  'group_left',
  'group_right',
  'offset',
  'bool',
  'and',
  'or',
  'unless',
  'inf',
  'nan',
  'start',
  'end',
  'atan2',
]);
const TOKEN =
  /("(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|`[^`]*`)|((?:by|without|on|ignoring|group_left|group_right)\s*\([^)]*\))|(\[[^\]]*\]|\b\d[\w.]*)|([a-zA-Z_:][a-zA-Z0-9_:]*)?\{((?:"(?:\\.|[^"\\])*"|'(?:\\.|[^'\\])*'|[^}])*)\}|([a-zA-Z_:][a-zA-Z0-9_:]*)(\s*\(|\s+(?=by\b|without\b))?/gi;

/** Adds ad hoc filters to every selector of an expression: inside its braces, or in new ones behind a bare metric name. */
export function addLabelFilters(expr: string, filters: AdHocVariableFilter[]): string {
  const added = filters
    .filter(({ key, value }) => key && value)
    .map(matcher)
    .join(',');
  if (added === '') {
    return expr;
  }
  return expr.replace(
    TOKEN,
    (
      whole: string,
      text?: string,
      grouping?: string,
      rangeOrNumber?: string,
      name?: string,
      inside?: string,
      word?: string,
      call?: string
    ) => {
      if (text ?? grouping ?? rangeOrNumber) {
        return whole;
      }
      if (inside !== undefined) {
        const kept = inside.trim().replace(/,$/, '');
        return `${name ?? ''}{${kept === '' ? added : `${kept},${added}`}}`;
      }
      return word === undefined || call !== undefined || KEYWORDS.has(word.toLowerCase()) ? whole : `${word}{${added}}`;
    }
  );
}
