/** @jest-environment node */
import { compareOperation } from './compare';
import {
  filterComparisons,
  isNotable,
  nextComparisonSort,
  parseComparisonSort,
  SLOWEST_FIRST,
  sortComparisons,
} from './table';
import { type OperationFigures } from './types';
import { anomalyWords, observedWords, presenceWords, routeWords, verdictWord } from './words';

const figures = (calls: number, p95: number, errors = 0): OperationFigures => ({
  calls,
  errors,
  meanMs: p95 / 3,
  quantilesMs: { p50: p95 / 2, p90: p95 * 0.9, p95 },
  observedMs: 86_400_000,
});
const row = (
  service: string,
  operation: string,
  recent: OperationFigures | undefined,
  baseline: OperationFigures | undefined
) => compareOperation({ system: `system of ${service}`, service, operation, role: 'entry', recent, baseline });

const rows = [
  row('orders', 'GET /orders', figures(600, 50), figures(14_400, 50)),
  row('orders', 'POST /orders', figures(300, 250), figures(7200, 100)),
  row('users', 'GET /users', figures(900, 90, 90), figures(21_600, 80)),
  row('users', 'export', undefined, figures(4800, 9000)),
  row('users', 'login', figures(40, 30), undefined),
];
const operations = (some: typeof rows) => some.map(({ operation }) => operation);

describe('the table', () => {
  it('begins with the slowest, and ends with what has no value', () => {
    expect(operations(sortComparisons(rows, SLOWEST_FIRST))).toEqual([
      'POST /orders',
      'GET /users',
      'GET /orders',
      'login',
      'export',
    ]);
    expect(operations(sortComparisons(rows, parseComparisonSort('change'))).slice(0, 2)).toEqual([
      'GET /orders',
      'GET /users',
    ]);
    expect(operations(sortComparisons(rows, parseComparisonSort('operation')))[0]).toBe('export');
  });

  it('is ordered by a click, and by a second one the other way round', () => {
    expect(nextComparisonSort(SLOWEST_FIRST, 'p95')).toBe('p95');
    expect(nextComparisonSort(SLOWEST_FIRST, 'calls')).toBe('-calls');
    expect(nextComparisonSort(SLOWEST_FIRST, 'service')).toBe('service');
    expect(parseComparisonSort('toString')).toEqual(SLOWEST_FIRST);
    expect(parseComparisonSort('-service')).toEqual({ column: 'service', descending: true });
  });

  it('is narrowed by words, a service and systems', () => {
    const all = { search: '', service: '' };
    expect(filterComparisons(rows, all)).toHaveLength(5);
    expect(operations(filterComparisons(rows, { ...all, search: 'GET user' }))).toEqual(['GET /users']);
    expect(operations(filterComparisons(rows, { ...all, search: 'slower' }))).toEqual(['POST /orders']);
    expect(filterComparisons(rows, { ...all, service: 'orders' })).toHaveLength(2);
    expect(filterComparisons(rows, { ...all, systems: ['system of users'] })).toHaveLength(3);
    expect(operations(rows.filter(isNotable))).toEqual(['POST /orders', 'GET /users', 'export', 'login']);
  });
});

describe('in words', () => {
  const words = rows.map((one) => [verdictWord(one), ...one.anomalies.map(anomalyWords)]);

  it('has both sides and what they rest on', () => {
    expect(words).toEqual([
      ['As before'],
      ['Slower', 'p95 250 ms, 2.5 × the 100 ms of before (300 calls, before 7,200)'],
      ['Failing', '10 % fail; before, none did (900 calls, before 21,600)'],
      ['Silent'],
      ['New'],
    ]);
    const both = row('a', 'b', figures(600, 3000, 120), figures(14_400, 100, 24));
    expect(verdictWord(both)).toBe('Slower and failing');
    expect(both.anomalies.map(anomalyWords)[1]).toBe(
      '20 % fail, 120 × the 0.17 % of before (600 calls, before 14,400)'
    );
  });

  it('says what the silent used to do and the new does', () => {
    expect(rows.slice(3).map(presenceWords)).toEqual([
      'No call in the hour; before, about 200 an hour',
      '40 calls, p95 30 ms; none before, so there is nothing to compare with',
    ]);
  });

  it('says when the baseline is shorter than a day', () => {
    expect(observedWords(rows)).toBe('');
    const short = (hours: number) => ({ ...figures(600, 50), observedMs: hours * 3_600_000 });
    const some = [row('a', 'b', figures(9, 9), short(2)), row('a', 'c', undefined, short(5.5))];
    expect(observedWords(some)).toContain('5 h 30 min at most');
    expect(observedWords([row('a', 'b', figures(9, 9), undefined)])).toBe('');
  });

  it('names the route, its size and its limits', () => {
    expect(routeWords({ kind: 'span-metrics' })).toContain('Every call');
    expect(routeWords({ kind: 'span-index', index: 'jaeger-span-*', isCut: true })).toMatch(/jaeger-span-\*.*rarest/);
    expect(
      routeWords({ kind: 'trace-sample', service: 'orders', recentTraces: 1, baselineTraces: 480, isCut: false })
    ).toContain('from 1 trace of orders in the hour and 480 of the day before');
  });
});
