/** @jest-environment node */
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { TelemetryFiles, type Counters } from './files';

const dir = mkdtempSync(path.join(tmpdir(), 'telemetry-'));
const files = new TelemetryFiles(dir);
const counters: Counters = {
  atMs: 1,
  trafficMs: 2,
  totals: { a: [1.5] },
  actions: [{ id: 'x', action: 'start', atMs: 3 }],
};

afterAll(() => rmSync(dir, { recursive: true }));

describe('TelemetryFiles', () => {
  it('has nothing before the first run', () => {
    expect(files.readManifest()).toBeUndefined();
    expect(files.readCounters()).toBeUndefined();
  });

  it('reads back what it wrote', () => {
    files.writeCounters(counters);
    expect(files.readCounters()).toEqual(counters);
  });

  it.each([
    ['{', 'is no JSON. Delete it and run a new backfill.'],
    ['{"atMs": "x"}', 'does not fit this version'],
  ])('says what is wrong with %s', (content, message) => {
    writeFileSync(path.join(dir, 'counters.json'), content);
    expect(() => files.readCounters()).toThrow(message);
  });
});
