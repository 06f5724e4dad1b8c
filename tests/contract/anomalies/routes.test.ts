import { builtInSystems } from '../../../src/catalog';
import { compareOperations } from '../../../src/domain/anomalies/compare';
import { type OperationFigures, type OperationPair } from '../../../src/domain/anomalies/types';
import { comparedWindows } from '../../../src/domain/anomalies/windows';
import { type Trace } from '../../../src/domain/traces/types';
import { searchWithSpans } from '../../../src/datasources/jaeger';
import { askSpanIndex, askTraceSample } from '../../../src/scenes/anomalies/askRoutes';
import { baselineParts, RECENT_TRACES, samplePairs, TRACES_PER_PART } from '../../../src/domain/anomalies/sample';
import { loadDataSources, serverUrl } from '../datasources/support/runtime';
import { valueOf } from '../datasources/support/window';
import { manifest } from '../runbooks/support';
import { deleteSpanIndex, writeSpanIndex } from './spanIndex';

jest.mock('@grafana/runtime', () => jest.requireActual('../datasources/support/runtime'));

const SERVICE = 'user-service';
const SYSTEM = 'obs-standards';
const INDEX = `jaeger-span-contract-${process.pid}`;
const windows = comparedWindows(manifest.endMs);
const common = { windows, systems: builtInSystems, service: SERVICE, signal: new AbortController().signal };

let recent: Trace[];
let baseline: Trace[];

async function tracesOf(range: { fromMs: number; toMs: number }, limit: number): Promise<Trace[]> {
  return valueOf(await searchWithSpans({ dataSourceUid: 'jaeger', service: SERVICE, range, limit }));
}

beforeAll(async () => {
  await loadDataSources();
  recent = await tracesOf(windows.recent, RECENT_TRACES);
  const parts = await Promise.all(baselineParts(windows).map((part) => tracesOf(part, TRACES_PER_PART)));
  baseline = parts.flat();
  // Jaeger answers whole traces that began in a window; an index is asked for the spans that did.
  await writeSpanIndex(serverUrl('elasticsearch'), INDEX, [...recent, ...baseline]);
}, 60_000);
afterAll(() => deleteSpanIndex(serverUrl('elasticsearch'), INDEX));

const isIn =
  ({ fromMs, toMs }: { fromMs: number; toMs: number }) =>
  (trace: Trace): Trace => ({
    ...trace,
    spans: trace.spans.filter(({ startTimeMs }) => Math.floor(startTimeMs) >= fromMs && Math.floor(startTimeMs) < toMs),
  });

/** Calls, errors and p95 by operation, whatever side of the call: the index does not tell sides apart. */
const rowsOf = (pairs: readonly OperationPair[], side: 'recent' | 'baseline') =>
  Object.fromEntries(
    pairs.flatMap((pair) => {
      const figures: OperationFigures | undefined = pair[side];
      return figures ? [[pair.operation, figures] as const] : [];
    })
  );

describe('the routes to a comparison', () => {
  it('a sample of traces finds what is slow now, and says what it rests on', async () => {
    const { pairs, route, notes } = valueOf(await askTraceSample({ ...common, dataSourceUid: 'jaeger' }));
    expect(notes).toEqual([]);
    expect(route).toMatchObject({ kind: 'trace-sample', service: SERVICE, recentTraces: recent.length });
    expect(pairs.every(({ system, service }) => system === SYSTEM && service === SERVICE)).toBe(true);
    const slower = compareOperations(pairs).filter(({ anomalies }) =>
      anomalies.some(({ kind }) => kind === 'duration')
    );
    const isOn = manifest.incidents.some(
      ({ service, kind, endMs }) => service === SERVICE && kind === 'slow-dependency' && endMs === null
    );
    expect(slower.length > 0).toBe(isOn);
  });

  it.each(['recent', 'baseline'] as const)('Jaeger’s index counts the same spans alike (%s)', async (side) => {
    const { pairs, route } = valueOf(await askSpanIndex({ ...common, dataSourceUid: 'elasticsearch', index: INDEX }));
    expect(route).toEqual({ kind: 'span-index', index: INDEX, isCut: false });
    const expected = samplePairs(
      { system: SYSTEM, service: SERVICE },
      recent.map(isIn(windows.recent)),
      baseline.map(isIn(windows.baseline))
    );
    const [found, wanted] = [rowsOf(pairs, side), rowsOf(expected, side)];
    expect(Object.keys(found).sort()).toEqual(Object.keys(wanted).sort());
    for (const [operation, figures] of Object.entries(wanted)) {
      const { calls, errors, meanMs = NaN, quantilesMs } = found[operation] as OperationFigures;
      expect({ operation, calls, errors }).toEqual({ operation, calls: figures.calls, errors: figures.errors });
      expect(meanMs).toBeCloseTo(figures.meanMs ?? NaN, 3);
      // Between two values of a sample there is more than one answer.
      expect(quantilesMs.p50).toBeGreaterThan(0.7 * (figures.quantilesMs.p50 ?? NaN));
      expect(quantilesMs.p50).toBeLessThan(1.4 * (figures.quantilesMs.p50 ?? NaN));
    }
  });

  it('an index that is not there has nothing to compare', async () => {
    const { pairs } = valueOf(
      await askSpanIndex({ ...common, dataSourceUid: 'elasticsearch', index: 'no-such-span-*' })
    );
    expect(pairs).toEqual([]);
  });
});
