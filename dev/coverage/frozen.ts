import { createHash } from 'node:crypto';

import { type Entry } from './schema';
import { type CoverageFile, type Problem } from './types';

/** Checksum of a set of ids with their kinds; the order of the items does not matter. */
export function checksum(items: ReadonlyArray<Pick<Entry, 'id' | 'kind'>>): string {
  const lines = items.map(({ id, kind }) => `${id} ${kind}\n`).sort();
  return createHash('sha256').update(lines.join('')).digest('hex');
}

/** The ids that a frozen header promises: each series from 01 up to its count. */
export function frozenIds(series: Record<string, number>): string[] {
  return Object.entries(series).flatMap(([name, last]) =>
    Array.from({ length: last }, (_, index) => `${name}-${String(index + 1).padStart(2, '0')}`)
  );
}

/** Holds the items of a file to its frozen header: nothing lost, nothing added, no kind changed. */
export function checkFrozen({ content, locate }: CoverageFile): Problem[] {
  const { frozen, items } = content;
  const problems: Problem[] = [];
  const report = (path: Array<string | number>, message: string) => problems.push({ ...locate(path), message });

  const expected = new Set(frozenIds(frozen.series));
  const present = new Set(items.map(({ id }) => id));
  for (const id of expected) {
    if (!present.has(id)) report(['items'], `${id} is missing: ids are frozen, an item is never deleted`);
  }
  items.forEach(({ id }, index) => {
    if (!expected.has(id)) report(['items', index, 'id'], `${id} is unknown: no series of the frozen header holds it`);
  });
  if (expected.size !== frozen.total) {
    report(['frozen', 'total'], `total is ${frozen.total}, but the series add up to ${expected.size}`);
  }

  const counts = new Map<string, number>();
  for (const { kind } of items) counts.set(kind, (counts.get(kind) ?? 0) + 1);
  for (const kind of new Set([...Object.keys(frozen.kinds), ...counts.keys()])) {
    const [want, have] = [frozen.kinds[kind] ?? 0, counts.get(kind) ?? 0];
    if (want !== have) report(['frozen', 'kinds', kind], `kind ${kind}: ${want} items are frozen, ${have} found`);
  }

  // The messages above are more to the point; the checksum catches what they cannot see, such as two kinds swapped.
  if (problems.length === 0 && checksum(items) !== frozen.sha256) {
    report(['frozen', 'sha256'], `the items have another checksum, ${checksum(items)}: an id or a kind was changed`);
  }
  return problems;
}
