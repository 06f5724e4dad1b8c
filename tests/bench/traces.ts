import { analysePaths, analyseTrace } from '../../src/domain/traces/analysis';
import { GROUP_FROM, waterfallRows } from '../../src/domain/traces/rows';
import { type Span } from '../../src/domain/traces/types';
import { TRACE_SHAPES, type TraceShape } from './traceShapes';

const SIZES = [1_250, 2_500, 5_000, 10_000, 20_000, 50_000, 100_000];
const RUNS = 7;
const LIMIT_AT_10_000_MS = 50;

/** Tree, own times, critical path and the lines of the waterfall, as the page does it. @returns what came out. */
function work(spans: readonly Span[]): { spanCount: number; sections: number; rows: number } {
  const analysis = analyseTrace({ traceId: 'bench', spans });
  const { paths } = analysePaths(analysis, 'last-work');
  const rows = waterfallRows(analysis.tree, {
    collapsed: new Set(),
    expandedGroups: new Set(),
    groupFrom: GROUP_FROM,
  });
  const sections = paths.reduce((sum, path) => sum + path.sections.length, 0);
  return { spanCount: analysis.tree.nodes.length, sections, rows: rows.length };
}

function fastestMs(spans: readonly Span[]): number {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run++) {
    const startMs = performance.now();
    work(spans);
    times.push(performance.now() - startMs);
  }
  // The machine may be busy with other things: what is over is not the code's.
  return Math.min(...times);
}

/** Prints the times of the trace computations by shape and size. @returns what is over its limit. */
export function benchTraces(): string[] {
  const complaints: string[] = [];
  console.log(`\nTraces: tree, own times, critical path and waterfall lines, fastest of ${RUNS}`);
  console.log(
    `  ${'shape'.padEnd(6)} ${'spans'.padStart(8)} ${'ms'.padStart(8)} ${'×/doubling'.padStart(11)} ${'path'.padStart(8)} ${'lines'.padStart(8)}`
  );
  for (const [name, shape] of Object.entries(TRACE_SHAPES) as Array<[string, TraceShape]>) {
    work(shape(10_000));
    let previous: { count: number; ms: number } | undefined;
    for (const count of SIZES) {
      const spans = shape(count);
      const ms = fastestMs(spans);
      const { spanCount, sections, rows } = work(spans);
      const ratio = previous ? (ms / previous.ms) ** (1 / Math.log2(count / previous.count)) : undefined;
      console.log(
        `  ${name.padEnd(6)} ${String(count).padStart(8)} ${ms.toFixed(1).padStart(8)} ${(ratio?.toFixed(2) ?? '').padStart(11)} ${String(sections).padStart(8)} ${String(rows).padStart(8)}`
      );
      if (spanCount !== count) {
        complaints.push(`${name}: ${count - spanCount} of ${count} spans were lost`);
      }
      if (count === 10_000 && ms > LIMIT_AT_10_000_MS) {
        complaints.push(`${name}: 10,000 spans took ${ms.toFixed(1)} ms, more than ${LIMIT_AT_10_000_MS}`);
      }
      previous = { count, ms };
    }
  }
  return complaints;
}
