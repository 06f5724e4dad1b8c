import { builtInSystems, type System } from '../../../src/catalog';
import { findSignal } from '../../../src/catalog/lookup';
import { earlierExpression } from '../../../src/domain/promql/earlier';
import { selectedMetrics, withMatchers, withOffset } from '../../../src/domain/promql/selectors';
import { signalQuery } from '../../../src/domain/signals/query';
import { loadDataSources, serverUrl } from '../datasources/support/runtime';

// What the app rewrites in PromQL, read by Prometheus' own parser.

const DAY_MS = 86_400_000;
const TENANT = 'a"b\\c.d';

interface Selector {
  name: string;
  offset: number;
  matchers: Array<{ name: string; type: string; value: string }>;
}

function expressionsOf(system: System): string[] {
  const references = [
    ...Object.keys(system.signals ?? {}).map((id) => `system.${id}`),
    ...system.services.flatMap(({ id, signals }) => Object.keys(signals ?? {}).map((name) => `${id}.${name}`)),
  ];
  return references.map((reference) =>
    signalQuery(findSignal(system, reference), {
      filters: { system: system.id },
      by: ['service'],
      rateWindow: '5m',
      rangeWindow: '1h',
    })
  );
}

async function selectorsOf(expr: string): Promise<Selector[]> {
  const body = new URLSearchParams({ query: expr });
  const answer = await fetch(`${serverUrl('prometheus')}/api/v1/parse_query`, { method: 'POST', body });
  const { data, error } = (await answer.json()) as { data?: unknown; error?: string };
  if (error !== undefined) {
    throw new Error(`${error}: ${expr}`);
  }
  return collect(data);
}

function collect(node: unknown): Selector[] {
  if (Array.isArray(node)) {
    return node.flatMap(collect);
  }
  if (typeof node !== 'object' || node === null) {
    return [];
  }
  const isSelector = 'type' in node && (node.type === 'vectorSelector' || node.type === 'matrixSelector');
  return isSelector ? [node as unknown as Selector] : Object.values(node).flatMap(collect);
}

beforeAll(loadDataSources);

describe.each(builtInSystems.map((system) => [system.id, system] as const))('%s', (_id, system) => {
  const expressions = expressionsOf(system);

  it('reads the metrics that Prometheus reads', async () => {
    for (const expr of expressions) {
      const names = (await selectorsOf(expr)).map(({ name }) => name);
      expect([expr, new Set(names)]).toEqual([expr, new Set(selectedMetrics(expr).map((name) => name ?? ''))]);
    }
  });

  it('shifts every selector by a day, and no other', async () => {
    for (const expr of expressions) {
      const before = await selectorsOf(expr);
      const after = await selectorsOf(withOffset(expr, '1d'));
      expect([expr, after.map(({ offset }) => offset)]).toEqual([expr, before.map(({ offset }) => offset + DAY_MS)]);
    }
  });

  it('asks about yesterday in valid PromQL', async () => {
    for (const expr of expressions) {
      const selectors = await selectorsOf(earlierExpression(expr, '1d'));
      expect([expr, selectors.every(({ offset }) => offset >= DAY_MS)]).toEqual([expr, true]);
    }
  });

  it('narrows every selector literally', async () => {
    for (const expr of expressions) {
      for (const { matchers } of await selectorsOf(withMatchers(expr, { tenant: TENANT }))) {
        expect(matchers).toContainEqual({ name: 'tenant', type: '=', value: TENANT });
      }
    }
  });
});
