import { evidenceProblem } from './evidence';
import { checkFrozen } from './frozen';
import { type CoverageFile, type Implementation, type Problem, type ReadProjectFile } from './types';

/** The five built-in systems; each has one coverage file of its name. */
export const systems = ['enis', 'mini-market', 'soma-agent', 'accelerapp', 'obs-standards'] as const;

export interface CheckInput {
  files: CoverageFile[];
  implementations: Implementation[];
  readFile: ReadProjectFile;
}

const remedy = { open: 'run `npm run coverage -- --write`', out: 'remove one of the two' };

/** Everything that is wrong across the coverage files, the packs and the evidence; empty when all is well. */
export function checkCoverage(input: CheckInput): Problem[] {
  return [
    ...input.files.flatMap(checkSystem),
    ...input.files.flatMap(checkFrozen),
    ...duplicates(input.files),
    ...againstPacks(input),
    ...evidence(input),
  ];
}

/** Coverage files that a project must have and has not. `names` are file names such as `enis.yaml`. */
export function missingFiles(folder: string, names: string[]): Problem[] {
  return systems
    .filter((system) => !names.includes(`${system}.yaml`))
    .map((system) => ({
      file: `${folder}/${system}.yaml`,
      message: `the coverage file of system ${system} is missing`,
    }));
}

function checkSystem({ file, content, locate }: CoverageFile): Problem[] {
  const at = locate(['system']);
  if (!systems.some((system) => system === content.system)) {
    return [{ ...at, message: `unknown system "${content.system}": one of ${systems.join(', ')}` }];
  }
  if (!file.endsWith(`/${content.system}.yaml`)) {
    return [{ ...at, message: `system ${content.system} belongs into ${content.system}.yaml` }];
  }
  return [];
}

function duplicates(files: CoverageFile[]): Problem[] {
  const first = new Map<string, string>();
  const problems: Problem[] = [];
  for (const { content, locate } of files) {
    content.items.forEach(({ id }, index) => {
      const at = locate(['items', index, 'id']);
      const earlier = first.get(id);
      if (earlier) {
        problems.push({ ...at, message: `${id} is a duplicate: it stands at ${earlier} already` });
      } else {
        first.set(id, `${at.file}:${at.line}`);
      }
    });
  }
  return problems;
}

function againstPacks({ files, implementations }: CheckInput): Problem[] {
  const problems: Problem[] = [];
  const where = new Map(implementations.map((implementation) => [implementation.id, implementation.where]));
  const known = new Set<string>();
  for (const { content, locate } of files) {
    content.items.forEach(({ id, status }, index) => {
      known.add(id);
      const pack = where.get(id);
      if (pack && (status === 'open' || status === 'out')) {
        const message = `${id} is marked ${status}, but ${pack} implements it: ${remedy[status]}`;
        problems.push({ ...locate(['items', index, 'status']), message });
      }
      if (!pack && status === undefined) {
        const message = `${id} has no status and no catalog pack implements it: mark it open, or name it in a pack`;
        problems.push({ ...locate(['items', index]), message });
      }
    });
  }
  for (const { id, where: pack } of implementations) {
    if (!known.has(id)) problems.push({ file: pack, message: `implements ${id}, which is no known requirement` });
  }
  return problems;
}

function evidence({ files, readFile }: CheckInput): Problem[] {
  return files.flatMap(({ content, locate }) =>
    content.items.flatMap((entry, index) =>
      (entry.evidence ?? []).flatMap((piece, number) => {
        const problem = evidenceProblem(piece, readFile);
        return problem ? [{ ...locate(['items', index, 'evidence', number]), message: `${entry.id}: ${problem}` }] : [];
      })
    )
  );
}
