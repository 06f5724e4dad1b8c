import { type ReadProjectFile } from './types';

const notTheProject = /^(\.cache|\.git|dist|node_modules)(\/|$)/;

/**
 * What is wrong with one piece of evidence, or `undefined`.
 * Evidence is `path` or `path#text`: a project file, and a text that stands in it (such as a test's name).
 */
export function evidenceProblem(evidence: string, readFile: ReadProjectFile): string | undefined {
  const hash = evidence.indexOf('#');
  const path = hash < 0 ? evidence : evidence.slice(0, hash);
  const fragment = hash < 0 ? undefined : evidence.slice(hash + 1);

  if (path === '' || path.startsWith('/') || path.split('/').includes('..')) {
    return `evidence ${evidence}: give a path from the project root`;
  }
  if (notTheProject.test(path)) {
    return `evidence ${evidence}: built, downloaded or working files prove nothing`;
  }
  const text = readFile(path);
  if (text === undefined) {
    return `evidence ${evidence}: there is no file ${path}`;
  }
  if (fragment === '') {
    return `evidence ${evidence}: no text after #`;
  }
  if (fragment !== undefined && !text.includes(fragment)) {
    return `evidence ${evidence}: ${path} does not contain "${fragment}"`;
  }
  return undefined;
}
