/** @jest-environment node */
import { readSpanIndex, spanIndexPairs, spanIndexSearches } from './spanIndex';
import { comparedWindows } from './windows';

const NOW_MS = Date.UTC(2026, 0, 2, 12);
const HOUR_MS = 3_600_000;

/** As Elasticsearch 7.17 answers. */
const answer = (docCount: number, p95Us: number) => ({
  first: { value: NOW_MS - 5 * HOUR_MS, value_as_string: '1767337200000' },
  services: {
    doc_count_error_upper_bound: 0,
    sum_other_doc_count: 0,
    buckets: [
      {
        key: 'orders',
        doc_count: docCount,
        operations: {
          sum_other_doc_count: 0,
          buckets: [
            {
              key: 'GET /orders',
              doc_count: docCount,
              durations: {
                values: [
                  { key: 50, value: 1000 },
                  { key: 90, value: 4000 },
                  { key: 95, value: p95Us },
                  { key: 99, value: null },
                ],
              },
              mean: { value: 1500 },
              errors: { doc_count: 3 },
            },
          ],
        },
      },
    ],
  },
});

describe('the searches', () => {
  const [recent, baseline] = spanIndexSearches(comparedWindows(NOW_MS), 'orders');

  it('are of the hour, and of the day before it', () => {
    const rangeOf = (body: unknown) =>
      JSON.stringify(body)
        .match(/"gte":(\d+),"lt":(\d+)/)
        ?.slice(1)
        .map(Number);
    expect(rangeOf(recent)).toEqual([NOW_MS - HOUR_MS, NOW_MS]);
    expect(rangeOf(baseline)).toEqual([NOW_MS - 25 * HOUR_MS, NOW_MS - HOUR_MS]);
  });

  it('know an error by the tags of both ways to store them', () => {
    const text = JSON.stringify(recent);
    expect(text).toContain('{"term":{"tags.key":"error"}},{"term":{"tags.value":"true"}}');
    expect(text).toContain('{"term":{"tag.otel@status_code":"ERROR"}}');
    expect(text).toContain('{"term":{"process.serviceName":"orders"}}');
  });
});

describe('the answers', () => {
  it('are in milliseconds, and of what was observed', () => {
    const recent = readSpanIndex(answer(60, 9000), NOW_MS);
    const baseline = readSpanIndex(answer(240, 4500), NOW_MS - HOUR_MS);
    expect(recent.isCut).toBe(false);
    const [pair] = spanIndexPairs(recent, baseline, (service) => (service === 'orders' ? 'shop' : ''));
    expect(pair).toEqual({
      system: 'shop',
      service: 'orders',
      operation: 'GET /orders',
      role: 'unknown',
      recent: {
        calls: 60,
        errors: 3,
        meanMs: 1.5,
        quantilesMs: { p50: 1, p90: 4, p95: 9 },
        observedMs: 5 * HOUR_MS,
      },
      baseline: expect.objectContaining({ calls: 240, observedMs: 4 * HOUR_MS }),
    });
  });

  it('say when there is more than they hold', () => {
    const whole = answer(60, 9000);
    expect(readSpanIndex({ ...whole, services: { ...whole.services, sum_other_doc_count: 7 } }, NOW_MS).isCut).toBe(
      true
    );
  });

  it('of another shape hold nothing', () => {
    expect(readSpanIndex({}, NOW_MS).figures.size).toBe(0);
    expect(readSpanIndex({ services: { buckets: ['x', { key: 1 }] } }, NOW_MS).figures.size).toBe(0);
  });
});
