/** @jest-environment node */
import { facetOf, featureCounts } from './facets';

const buckets = (counts: Record<string, number>) => ({
  buckets: Object.entries(counts).map(([key, count]) => ({ key, doc_count: count })),
});

describe('facetOf', () => {
  it('joins capitals and fields: a document with two of the fields counts once', () => {
    const aggregations = {
      severity: buckets({ ERROR: 4, INFO: 10 }),
      level: buckets({ error: 4, ERROR: 3, info: 10, DEBUG: 1 }),
    };
    expect(facetOf('level', ['severity', 'level'], aggregations).values).toEqual([
      { value: 'INFO', count: 10 },
      { value: 'ERROR', count: 7 },
      { value: 'DEBUG', count: 1 },
    ]);
  });

  it('tells services apart by their letters, and knows nothing of fields that were not counted', () => {
    const aggregations = { service: buckets({ a: 1, A: 2, '': 9 }) };
    expect(facetOf('service', ['service', 'job'], aggregations).values).toEqual([
      { value: 'A', count: 2 },
      { value: 'a', count: 1 },
    ]);
  });
});

it('only what some line carries is counted', () => {
  expect(featureCounts({ exception: { doc_count: 3 }, trace: { doc_count: 40 }, location: { doc_count: 0 } })).toEqual([
    { feature: 'exception', count: 3 },
    { feature: 'trace', count: 40 },
  ]);
  expect(featureCounts(undefined)).toEqual([]);
});
