/** @jest-environment node */
import path from 'node:path';

import { parseDocument } from 'yaml';

import { builtInSystems } from '../../src/catalog';
import { openProject } from './project';
import { readCoverageFile } from './read';
import { folder, run } from './run';

const project = openProject(path.resolve(__dirname, '../..'));

// The numbers of requirements are frozen here as well: a header that shrinks together with its items fails.
it.each([
  ['enis', 243],
  ['mini-market', 113],
  ['soma-agent', 145],
  ['accelerapp', 177],
  ['obs-standards', 353],
])('%s keeps its %i requirements', (system, total) => {
  const result = readCoverageFile(`${folder}/${system}.yaml`, project.texts.get(`${system}.yaml`) ?? '');
  expect(result).toMatchObject({ ok: true, value: { content: { frozen: { total } } } });
});

it('has nothing wrong in coverage files, packs and evidence', () => {
  expect(run({ ...project, packs: builtInSystems }).stderr).toBe('');
});

it.each([...project.texts])('%s keeps its form when the tool rewrites it', (_name, text) => {
  expect(parseDocument(text).toString({ lineWidth: 0, singleQuote: true })).toBe(text);
});

it('reads files of the project and nothing else', () => {
  expect(project.readFile('package.json')).toContain('watchkeeper-oncall-app');
  expect(project.readFile('dev')).toBeUndefined();
  expect(project.readFile('no/such/file')).toBeUndefined();
});
