import { type Entry } from './schema';
import { type CoverageFile, type Implementation, type Problem } from './types';

export type State = 'catalog' | 'done' | 'open' | 'out';

export interface Counts {
  /** Implemented by a catalog entry, or done with evidence. */
  implemented: number;
  catalog: number;
  done: number;
  open: number;
  out: number;
  total: number;
}

export interface Row extends Counts {
  system: string;
  kind: string;
}

export interface Item {
  system: string;
  entry: Entry;
  state: State;
}

/** What to look at; an absent field means all. */
export interface Filter {
  system?: string;
  kind?: string;
}

/** The items that pass the filter, each with its state. An id in a pack counts as catalog whatever the file says. */
export function itemsOf(files: CoverageFile[], implementations: Implementation[], filter: Filter = {}): Item[] {
  const inPacks = new Set(implementations.map(({ id }) => id));
  return files
    .filter(({ content }) => !filter.system || content.system === filter.system)
    .flatMap(({ content }) =>
      content.items
        .filter(({ kind }) => !filter.kind || kind === filter.kind)
        .map((entry) => ({
          system: content.system,
          entry,
          state: inPacks.has(entry.id) ? 'catalog' : (entry.status ?? 'open'),
        }))
    );
}

/** Counts of a set of items. */
export function count(items: Item[]): Counts {
  const of = (state: State) => items.filter((item) => item.state === state).length;
  const [catalog, done, open, out] = [of('catalog'), of('done'), of('open'), of('out')];
  return { implemented: catalog + done, catalog, done, open, out, total: items.length };
}

/** One row for each system and kind, in the order of the files, kinds by name. */
export function rowsOf(items: Item[]): Row[] {
  const systems = [...new Set(items.map(({ system }) => system))];
  return systems.flatMap((system) => {
    const own = items.filter((item) => item.system === system);
    const kinds = [...new Set(own.map(({ entry }) => entry.kind))].sort();
    return kinds.map((kind) => ({ system, kind, ...count(own.filter(({ entry }) => entry.kind === kind)) }));
  });
}

/** The table as text: a block for each system with its sum, then the summary line. */
export function renderTable(items: Item[]): string {
  const rows = rowsOf(items);
  const width = Math.max(0, ...rows.map(({ system, kind }) => Math.max(system.length, kind.length + 2)));
  const line = (name: string, cells: Array<string | number>) =>
    `${name.padEnd(width)}${cells.map((cell) => String(cell).padStart(13)).join('')}`;
  const cells = ({ implemented, open, out, total }: Counts) => [implemented, open, out, total];

  const blocks = [...new Set(rows.map(({ system }) => system))].map((system) =>
    [
      line(system, cells(count(items.filter((item) => item.system === system)))),
      ...rows.filter((row) => row.system === system).map((row) => line(`  ${row.kind}`, cells(row))),
    ].join('\n')
  );
  return [line('', ['implemented', 'open', 'out', 'total']), ...blocks, renderSummary(items)].join('\n\n');
}

/** One line: how much of what is in scope is implemented. */
export function renderSummary(items: Item[]): string {
  const { implemented, catalog, done, open, out, total } = count(items);
  const inScope = total - out;
  const share = inScope === 0 ? '' : ` (${Math.floor((100 * implemented) / inScope)} % of ${inScope} in scope)`;
  return `${total} items: ${implemented} implemented${share}, ${catalog} by the catalog and ${done} by other evidence; ${open} open, ${out} out`;
}

/** The open items, a line each: id, kind, title and what will close it. */
export function renderOpen(items: Item[]): string {
  return items
    .filter(({ state }) => state === 'open')
    .map(
      ({ entry }) =>
        `${entry.id.padEnd(17)} ${entry.kind.padEnd(15)} ${entry.title}${entry.note ? ` [${entry.note}]` : ''}`
    )
    .join('\n');
}

/** Everything as data, for other tools. */
export function toJson(items: Item[], problems: Problem[]) {
  return {
    summary: count(items),
    rows: rowsOf(items),
    items: items.map(({ system, entry, state }) => ({ system, ...entry, state })),
    problems,
  };
}

/** A problem as `file:line:column: message`, the form that editors and terminals make a link of. */
export function renderProblem({ file, line, col, message }: Problem): string {
  return `${[file, line, col].filter((part) => part !== undefined).join(':')}: ${message}`;
}
