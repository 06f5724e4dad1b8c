import { checkCoverage, missingFiles, systems } from './check';
import { collectImplementations } from './packs';
import { readCoverageFile } from './read';
import { itemsOf, renderOpen, renderProblem, renderTable, toJson, type Filter } from './report';
import { dropOpenMarks } from './settle';
import { type CoverageFile, type Problem, type ReadProjectFile } from './types';

/** Folder of the coverage files, from the project root. */
export const folder = 'coverage';

export interface RunInput {
  /** Texts of the coverage files by file name, such as `enis.yaml`. */
  texts: ReadonlyMap<string, string>;
  packs: unknown;
  readFile: ReadProjectFile;
}

export interface RunOptions extends Filter {
  json?: boolean;
  open?: boolean;
}

export interface RunResult {
  exitCode: 0 | 1;
  stdout: string;
  stderr: string;
}

/** Reads, checks and reports. Problems always make exit code 1, whatever the filter shows. */
export function run(input: RunInput, options: RunOptions = {}): RunResult {
  const { files, implementations, problems } = gather(input);
  problems.push(...badFilter(files, options));
  const items = itemsOf(files, implementations, options);
  const result = { exitCode: problems.length > 0 ? 1 : 0 } as const;
  if (options.json) {
    return { ...result, stdout: JSON.stringify(toJson(items, problems), null, 2), stderr: '' };
  }
  const failures = problems.length === 0 ? '' : `\n${problems.length} problem(s)`;
  return {
    ...result,
    stdout: options.open ? renderOpen(items) : renderTable(items),
    stderr: problems.map(renderProblem).join('\n') + failures,
  };
}

/** The coverage files that change when the open marks of implemented items are dropped: new texts and ids by file. */
export function settle({ texts, packs }: Pick<RunInput, 'texts' | 'packs'>) {
  const implemented = new Set(collectImplementations(packs).implementations.map(({ id }) => id));
  return [...texts]
    .map(([name, text]) => ({ name, ...dropOpenMarks(text, implemented) }))
    .filter(({ ids }) => ids.length > 0);
}

function gather({ texts, packs, readFile }: RunInput) {
  const results = [...texts].map(([name, text]) => readCoverageFile(`${folder}/${name}`, text));
  const files = results
    .flatMap((result) => (result.ok ? [result.value] : []))
    .sort((a, b) => rank(a.content.system) - rank(b.content.system));
  const unreadable = results.flatMap((result) => (result.ok ? [] : result.problems));
  const fromPacks = collectImplementations(packs);
  const { implementations } = fromPacks;
  const problems: Problem[] = [...missingFiles(folder, [...texts.keys()]), ...unreadable, ...fromPacks.problems];
  // With a file unread, its ids would all look unknown: the checks across files wait until each file is readable.
  if (problems.length === 0) {
    problems.push(...checkCoverage({ files, implementations, readFile }));
  }
  return { files, implementations, problems };
}

function badFilter(files: CoverageFile[], { system, kind }: Filter): Problem[] {
  const kinds = [...new Set(files.flatMap(({ content }) => content.items.map((item) => item.kind)))].sort();
  const problems: Problem[] = [];
  if (system && !systems.some((known) => known === system)) {
    problems.push({ file: '--system', message: `unknown system "${system}": one of ${systems.join(', ')}` });
  }
  if (kind && kinds.length > 0 && !kinds.includes(kind)) {
    problems.push({ file: '--kind', message: `unknown kind "${kind}": one of ${kinds.join(', ')}` });
  }
  return problems;
}

const rank = (system: string) => systems.findIndex((known) => known === system);
