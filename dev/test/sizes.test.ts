/** @jest-environment node */
import { temporaryFolder } from '../stack/testing';
import { scriptSizes, sizeComplaints } from './sizes';

const limits = { module: 10, largest: 100, total: 150 };

test('finds scripts in every folder, the largest first, and nothing else', () => {
  const folder = temporaryFolder({
    'module.js': '12345',
    'deep/chunk.js': '1234567',
    'module.js.map': 'long',
    'a.css': '',
  });
  expect(scriptSizes(folder)).toEqual([
    { name: 'deep/chunk.js', bytes: 7 },
    { name: 'module.js', bytes: 5 },
  ]);
  expect(scriptSizes('/no/such/folder')).toEqual([]);
});

test('within the limits, a limit itself included', () => {
  const scripts = [
    { name: 'chunk.js', bytes: 100 },
    { name: 'module.js', bytes: 10 },
  ];
  expect(sizeComplaints(scripts, limits)).toEqual([]);
});

test('each limit that is missed is named', () => {
  const scripts = [
    { name: 'chunk.js', bytes: 140 },
    { name: 'module.js', bytes: 11 },
  ];
  expect(sizeComplaints(scripts, limits)).toEqual([
    'module.js has 11 bytes, 10 are allowed',
    'chunk.js has 140 bytes, 100 are allowed',
    'all scripts have 151 bytes, 150 are allowed',
  ]);
  expect(sizeComplaints([], limits)).toEqual(['there is no module.js']);
});
