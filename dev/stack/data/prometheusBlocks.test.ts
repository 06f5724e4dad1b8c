/** @jest-environment node */
import { readFileSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { temporaryFolder } from '../testing';
import { blockNames, markAsOutOfOrder, metricsEndMs } from './prometheusBlocks';

const meta = (maxTime: number, hints?: string[]) =>
  JSON.stringify({ ulid: 'X', minTime: 0, maxTime, compaction: { level: 1, sources: ['X'], ...(hints && { hints }) } });

test('data ends where the last block does', () => {
  const folder = temporaryFolder({
    '01A/meta.json': meta(500),
    '01B/meta.json': meta(900),
    lock: '',
    'chunks_head/0': '',
  });
  expect(blockNames(folder)).toEqual(['01A', '01B']);
  expect(metricsEndMs(folder)).toBe(900);
});

test('a live server wrote past the last block', () => {
  const folder = temporaryFolder({ '01A/meta.json': meta(1_000), 'wal/00000000': '', 'wal/checkpoint.1/0': '' });
  utimesSync(path.join(folder, 'wal/00000000'), 5, 5);
  expect(metricsEndMs(folder)).toBe(5_000);
});

test('scrapes alone are no history, and neither is a folder that does not exist', () => {
  expect(metricsEndMs(temporaryFolder({ 'wal/00000000': 'x' }))).toBeUndefined();
  expect(metricsEndMs('/no/such/folder')).toBeUndefined();
});

test('marking a block keeps what it says and is done once', () => {
  const folder = temporaryFolder({ '01A/meta.json': meta(500, ['other']) });
  markAsOutOfOrder(folder, '01A');
  markAsOutOfOrder(folder, '01A');
  expect(JSON.parse(readFileSync(path.join(folder, '01A/meta.json'), 'utf8'))).toEqual({
    ulid: 'X',
    minTime: 0,
    maxTime: 500,
    compaction: { level: 1, sources: ['X'], hints: ['other', 'from-out-of-order'] },
  });
});
