import { builtInSystems, type System } from '../../../src/catalog';
import { findSignal, SYSTEM_OWNER } from '../../../src/catalog/lookup';
import { prometheus } from '../../../src/datasources';
import { type Series } from '../../../src/domain/metrics/types';
import { signalQuery } from '../../../src/domain/signals/query';
import { type Signal } from '../../../src/domain/signals/types';
import { loadDataSources } from '../datasources/support/runtime';
import { lastHours, valueOf } from '../datasources/support/window';

jest.mock('@grafana/runtime', () => jest.requireActual('../datasources/support/runtime'));

// Every query that the catalog can ask, asked of the real Prometheus with the generated history. Six hours, so that
// what only an incident shows is in it.
const range = lastHours(6);

interface Case {
  name: string;
  expr: string;
  signal: Signal;
}

function signalCases(system: System): Case[] {
  const owners = [
    { id: SYSTEM_OWNER, signals: system.signals },
    ...system.services.map(({ id, signals }) => ({ id, signals })),
  ];
  return owners.flatMap(({ id, signals }) =>
    Object.keys(signals ?? {}).map((name) => caseOf(system, `${id}.${name}`, `signal ${id}.${name}`))
  );
}

function panelCases(system: System): Case[] {
  return (system.boards ?? []).flatMap((board) =>
    board.rows.flatMap(({ panels }) =>
      panels.flatMap((panel) =>
        (panel.queries ?? []).map(({ signal, by, where }) =>
          caseOf(system, signal, `panel ${board.id}/${panel.id}: ${signal}`, by, where)
        )
      )
    )
  );
}

function caseOf(
  system: System,
  reference: string,
  name: string,
  by?: readonly string[],
  where: Parameters<typeof signalQuery>[1]['filters'] = {}
): Case {
  const signal = findSignal(system, reference);
  const filters = { system: system.id, ...where };
  return {
    name,
    signal,
    expr: signalQuery(signal, {
      filters,
      by,
      rateWindow: '5m',
      rangeWindow: '1h',
    }),
  };
}

/** Values outside of these are in another unit than the catalog says. */
const PLAUSIBLE: Readonly<Record<string, readonly [min: number, max: number]>> = {
  percentunit: [0, 1.5],
  percent: [0, 150],
  bool: [0, 1],
  s: [0, 100_000],
};

/**
 * What the stack's own servers say about themselves begins with the stack: give it a few scrapes, and
 * Alertmanager its first notification (until then the quantile of its delays is NaN).
 */
const PATIENCE_MS = 180_000;
const PAUSE_MS = 5_000;

const finiteValues = (series: readonly Series[]): number[] =>
  series.flatMap(({ points }) => points.map(([, value]) => value)).filter(Number.isFinite);

async function seriesOf(expr: string): Promise<Series[]> {
  const dataSourceUid = 'prometheus';
  const past = valueOf(await prometheus.range({ dataSourceUid, expr, range, maxDataPoints: 72 }));
  for (let waitedMs = 0; finiteValues(past).length === 0 && waitedMs < PATIENCE_MS; waitedMs += PAUSE_MS) {
    const answer = valueOf(await prometheus.instant({ dataSourceUid, expr, range: lastHours(6) }));
    const now = answer.map(({ labels, timeMs, value }): Series => ({
      labels,
      name: '',
      points: [[timeMs, value]],
    }));
    if (finiteValues(now).length > 0) {
      return now;
    }
    await new Promise((resolve) => setTimeout(resolve, PAUSE_MS));
  }
  return past;
}

beforeAll(loadDataSources);

describe.each(builtInSystems.map((system) => [system.id, system] as const))('%s', (_id, system) => {
  const cases = [...signalCases(system), ...panelCases(system)];

  it.each(cases.map((one) => [one.name, one] as const))(
    '%s has data',
    async (_name, { expr, signal }) => {
      const series = await seriesOf(expr);
      const values = finiteValues(series);
      expect({ expr, values: values.length }).not.toEqual({
        expr,
        values: 0,
      });
      // Of buckets the unit is that of the bucket, and the values are counts.
      const areBuckets = series.some(({ labels }) => labels['le'] !== undefined);
      const [min, max] = areBuckets ? [0, Infinity] : (PLAUSIBLE[signal.unit] ?? [-Infinity, Infinity]);
      expect(Math.min(...values)).toBeGreaterThanOrEqual(min);
      expect(Math.max(...values)).toBeLessThanOrEqual(max);
    },
    PATIENCE_MS + 60_000
  );
});
