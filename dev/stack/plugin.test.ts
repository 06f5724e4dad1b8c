/** @jest-environment node */
import { utimesSync } from 'node:fs';
import path from 'node:path';
import { isBuildCurrent } from './plugin';
import { temporaryFolder } from './testing';

test('a build is current until something that it is made from is newer', () => {
  const folder = temporaryFolder({ 'src/deep/a.ts': '', '.config/b.mjs': '', 'package-lock.json': '' });
  expect(isBuildCurrent(folder)).toBe(false);
  const built = temporaryFolder({ 'src/deep/a.ts': '', 'package-lock.json': '', 'dist/module.js': '' });
  const at = (name: string, seconds: number) => utimesSync(path.join(built, name), seconds, seconds);
  at('src/deep/a.ts', 100);
  at('package-lock.json', 100);
  at('dist/module.js', 200);
  expect(isBuildCurrent(built)).toBe(true);
  at('src/deep/a.ts', 300);
  expect(isBuildCurrent(built)).toBe(false);
});
