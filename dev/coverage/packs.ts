import { type Implementation, type Problem } from './types';

export interface PackIds {
  implementations: Implementation[];
  problems: Problem[];
}

/**
 * Finds every `implements: string[]` in the catalog packs, at any depth.
 * `root` is any plain object or array; an object that occurs twice is read once.
 */
export function collectImplementations(root: unknown, name = 'packs'): PackIds {
  const found: PackIds = { implementations: [], problems: [] };
  const seen = new Set<object>();
  const queue: Array<{ value: unknown; where: string }> = [{ value: root, where: name }];

  for (let next = queue.shift(); next; next = queue.shift()) {
    const { value, where } = next;
    if (typeof value !== 'object' || value === null || seen.has(value)) {
      continue;
    }
    seen.add(value);
    for (const [key, child] of Object.entries(value)) {
      if (key === 'implements' && !Array.isArray(value)) {
        addIds(found, child, where);
      } else {
        queue.push({ value: child, where: `${where}.${nameOf(child) ?? key}` });
      }
    }
  }
  return found;
}

/** Entries of a list are easier to find by their id than by their number. */
function nameOf(value: unknown): string | undefined {
  const id = typeof value === 'object' && value !== null && 'id' in value ? value.id : undefined;
  return typeof id === 'string' ? id : undefined;
}

function addIds(found: PackIds, ids: unknown, where: string): void {
  if (ids === undefined) {
    return;
  }
  if (!Array.isArray(ids)) {
    found.problems.push({ file: where, message: 'implements must be a list of requirement ids' });
    return;
  }
  for (const id of ids) {
    if (typeof id === 'string') {
      found.implementations.push({ id, where });
    } else {
      found.problems.push({
        file: where,
        message: `implements holds ${JSON.stringify(id)}, which is no requirement id`,
      });
    }
  }
}
