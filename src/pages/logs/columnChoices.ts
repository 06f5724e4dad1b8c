import { flatFields } from '../../domain/logs/flatFields';
import { type FoundLine } from '../../scenes/logs/foundLines';

/** Fields hardly differ further down, and who scrolls wants no list that changes. */
const LOOKED_AT = 500;

/** What can be a column: the usual ones, those that are shown, then every field that the first lines have, by name. */
export function columnChoices(
  usual: readonly string[],
  shown: readonly string[],
  lines: readonly FoundLine[]
): string[] {
  const names = new Set(
    lines.slice(0, LOOKED_AT).flatMap(({ document }) => flatFields(document).map(({ name }) => name))
  );
  return [...new Set([...usual, ...shown, ...[...names].sort()])];
}
