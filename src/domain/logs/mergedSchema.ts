import { LOG_ROLES, type LogRole } from './fields';
import { type QueriedSchema } from './logQuery';

interface Schema extends QueriedSchema {
  timeField: string;
}

/**
 * Several schemas as one, to ask all of them at once: the names that most of them use for a role come first. The time
 * field is the first one's.
 */
export function mergedSchema(schemas: readonly Schema[]): Schema | undefined {
  const [first] = schemas;
  if (!first) {
    return undefined;
  }
  const fields = LOG_ROLES.map((role) => [role, namesOf(role, schemas)] as const).filter(
    ([, names]) => names.length > 0
  );
  return {
    indexPattern: [...new Set(schemas.map(({ indexPattern }) => indexPattern))].join(','),
    timeField: first.timeField,
    fields: Object.fromEntries(fields),
  };
}

function namesOf(role: LogRole, schemas: readonly Schema[]): string[] {
  const counts = new Map<string, number>();
  for (const name of schemas.flatMap(({ fields }) => fields[role] ?? [])) {
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  // Sorting is stable: among names of the same rank the earlier one wins.
  return [...counts].sort(([, a], [, b]) => b - a).map(([name]) => name);
}
