import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { backfill } from '../../../dev/telemetry/commands/backfill';
import { systems } from '../../../dev/telemetry/systems';

interface BlockMeta {
  stats: { numSamples: number };
}

const promtool = path.resolve(__dirname, '../../../.cache/bin/promtool');
const endMs = Date.UTC(2025, 9, 15, 15);
const dir = mkdtempSync(path.join(tmpdir(), 'telemetry-'));
const blocks = path.join(dir, 'blocks');
const openMetrics = (name: string): string => path.join(dir, 'openmetrics', name);

function samplesInFile(file: string): number {
  return readFileSync(file, 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#')).length;
}
/** What the blocks say of themselves. */
function samplesInBlocks(folder: string): number {
  return readdirSync(folder)
    .map((block) => JSON.parse(readFileSync(path.join(folder, block, 'meta.json'), 'utf8')) as BlockMeta)
    .reduce((sum, { stats }) => sum + stats.numSamples, 0);
}

beforeAll(async () => {
  mkdirSync(blocks);
  await backfill(systems, {
    outDir: dir,
    seed: 1,
    hours: 0.25,
    days: 0.25,
    endMs,
    withMetrics: true,
    report: () => {},
  });
}, 60_000);
afterAll(() => rmSync(dir, { recursive: true }));

describe('promtool', () => {
  it.each(['raw.om', 'slo.om'])('makes blocks of %s that hold every sample', (name) => {
    const file = openMetrics(name);
    const folder = path.join(blocks, name);
    mkdirSync(folder);
    execFileSync(promtool, ['tsdb', 'create-blocks-from', 'openmetrics', '--quiet', file, folder]);
    expect(samplesInBlocks(folder)).toBe(samplesInFile(file));
    expect(samplesInFile(file)).toBeGreaterThan(1_000);
  });
});
