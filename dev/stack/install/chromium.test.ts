/** @jest-environment node */
import { chmodSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../testing';
import { findChromium } from './chromium';

test('takes what CHROMIUM_PATH says, else the first program on PATH', () => {
  const folder = temporaryFolder({ 'a/chromium': '', 'b/google-chrome': '' });
  chmodSync(path.join(folder, 'b/google-chrome'), 0o755);
  const env = { PATH: `${folder}/a:${folder}/b` };
  // a/chromium cannot be executed.
  expect(findChromium(env)).toBe(`${folder}/b/google-chrome`);
  expect(findChromium({ ...env, CHROMIUM_PATH: '/own/chrome' })).toBe('/own/chrome');
  expect(findChromium({ PATH: `${folder}/a` })).toBeUndefined();
});
