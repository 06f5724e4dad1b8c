/** @jest-environment node */
import { rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../testing';
import { isCurrent, stampOf, writeStamp } from './stamp';

test('a stamp changes with the recipe and with any source, and with nothing else', () => {
  const folder = temporaryFolder({ 'go.mod': 'a', 'deep/go.sum': 'b' });
  const stamp = stampOf({ version: '1' }, [folder]);
  expect(stampOf({ version: '1' }, [folder])).toBe(stamp);
  expect(stampOf({ version: '2' }, [folder])).not.toBe(stamp);
  writeFileSync(path.join(folder, 'deep/go.sum'), 'c');
  expect(stampOf({ version: '1' }, [folder])).not.toBe(stamp);
});

test('installed means: stamped with this recipe, and every output is there', () => {
  const folder = temporaryFolder({ program: '' });
  const stampFile = path.join(folder, 'deep/program.stamp');
  const output = path.join(folder, 'program');
  expect(isCurrent(stampFile, 'one', [output])).toBe(false);
  writeStamp(stampFile, 'one');
  expect(isCurrent(stampFile, 'one', [output])).toBe(true);
  expect(isCurrent(stampFile, 'two', [output])).toBe(false);
  rmSync(output);
  expect(isCurrent(stampFile, 'one', [output])).toBe(false);
});
