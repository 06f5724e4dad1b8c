/** @jest-environment node */
import fc from 'fast-check';
import { analysePaths, analyseTrace } from './analysis';
import { bottlenecks } from './bottlenecks';
import { criticalPaths, type PathEnd } from './criticalPath';
import { brokenSpans, oneRoot } from './testing/arbitrary';
import { spanOf, TRACE_ID } from './testing/spans';
import { buildTree } from './tree';
import { type Span } from './types';

/** The path of each root in words: `operation from–to` in milliseconds. */
function paths(spans: readonly Span[], until?: PathEnd): string[][] {
  const tree = buildTree(TRACE_ID, spans);
  return criticalPaths(tree, until).map(({ sections }) =>
    sections.map(
      ({ kind, node, startUs, endUs }) =>
        `${kind === 'wait' ? 'wait for ' : ''}${tree.nodes[node]?.span.operationName} ${startUs / 1000}–${endUs / 1000}`
    )
  );
}

describe('the critical path, by hand', () => {
  it('is the span itself when it has no children', () => {
    expect(paths([spanOf('a', 0, 5)])).toEqual([['a 0–5']]);
  });

  it('goes through children one after the other, and through the gaps between', () => {
    expect(paths([spanOf('a', 0, 10), spanOf('b', 1, 4, { parent: 'a' }), spanOf('c', 6, 9, { parent: 'a' })])).toEqual(
      [['a 0–1', 'b 1–4', 'a 4–6', 'c 6–9', 'a 9–10']]
    );
  });

  it('goes through both of two children back to back', () => {
    expect(paths([spanOf('a', 0, 10), spanOf('b', 1, 4, { parent: 'a' }), spanOf('c', 4, 9, { parent: 'a' })])).toEqual(
      [['a 0–1', 'b 1–4', 'c 4–9', 'a 9–10']]
    );
  });

  it('goes through the child that ended last of those side by side', () => {
    expect(paths([spanOf('a', 0, 10), spanOf('b', 1, 5, { parent: 'a' }), spanOf('c', 2, 8, { parent: 'a' })])).toEqual(
      [['a 0–2', 'c 2–8', 'a 8–10']]
    );
  });

  it('goes through the longest of children that end together', () => {
    expect(paths([spanOf('a', 0, 10), spanOf('b', 5, 8, { parent: 'a' }), spanOf('c', 1, 8, { parent: 'a' })])).toEqual(
      [['a 0–1', 'c 1–8', 'a 8–10']]
    );
  });

  it('counts a child that overflows its parent up to the end of the parent, and its children likewise', () => {
    expect(
      paths([
        spanOf('a', 0, 10),
        spanOf('b', 4, 15, { parent: 'a' }),
        spanOf('c', 6, 14, { parent: 'b' }),
        spanOf('d', 12, 13, { parent: 'b' }),
      ])
    ).toEqual([['a 0–4', 'b 4–6', 'c 6–10']]);
  });

  it('leaves out a child that was over before its parent began', () => {
    expect(paths([spanOf('a', 5, 10), spanOf('b', 0, 3, { parent: 'a' })])).toEqual([['a 5–10']]);
  });

  it('begins a child that starts too early with its parent', () => {
    // Times count from the earliest start, which is the child's.
    expect(paths([spanOf('a', 2, 7), spanOf('b', 0, 5, { parent: 'a' })])).toEqual([['b 2–5', 'a 5–7']]);
  });

  it('has one for a span whose parent is missing', () => {
    expect(paths([spanOf('a', 0, 4), spanOf('b', 1, 3, { parent: 'gone' })])).toEqual([['a 0–4'], ['b 1–3']]);
  });

  it('ends on a child without duration', () => {
    expect(paths([spanOf('a', 0, 4), spanOf('b', 4, 4, { parent: 'a' }), spanOf('c', 4, 4, { parent: 'b' })])).toEqual([
      ['a 0–4'],
    ]);
  });
});

// Document 002: the gateway publishes to Kafka and answers; the worker consumes, calls a model, and publishes to the
// executor. Nobody up the line waits, and yet the user has the answer only when the last of it is done.
const overKafka = [
  spanOf('post', 0, 13, { service: 'gateway', kind: 'server' }),
  spanOf('policy', 2, 6, { service: 'gateway', parent: 'post', kind: 'client' }),
  spanOf('publish', 8, 11, { service: 'gateway', parent: 'post', kind: 'producer' }),
  spanOf('consume', 25, 125, { service: 'worker', follows: 'publish', kind: 'consumer' }),
  spanOf('chat', 30, 110, { service: 'worker', parent: 'consume', kind: 'client' }),
  spanOf('tool publish', 112, 115, { service: 'worker', parent: 'consume', kind: 'producer' }),
  spanOf('execute', 135, 200, { service: 'executor', parent: 'tool publish', kind: 'consumer' }),
];

describe('the critical path over messages', () => {
  it('until the response ends with the request', () => {
    expect(paths(overKafka, 'response')).toEqual([
      ['post 0–2', 'policy 2–6', 'post 6–8', 'publish 8–11', 'post 11–13'],
    ]);
  });

  it('until the last work goes on through the messages, and knows how long they waited', () => {
    expect(paths(overKafka)).toEqual([
      [
        'post 0–2',
        'policy 2–6',
        'post 6–8',
        'publish 8–11',
        'wait for consume 11–25',
        'consume 25–30',
        'chat 30–110',
        'consume 110–112',
        'tool publish 112–115',
        'wait for execute 115–135',
        'execute 135–200',
      ],
    ]);
  });

  it('has no wait when the consumer begins while the producer still sends', () => {
    expect(
      paths([spanOf('p', 0, 10, { kind: 'producer' }), spanOf('c', 7, 20, { parent: 'p', kind: 'consumer' })])
    ).toEqual([['p 0–7', 'c 7–20']]);
  });

  it('finds what takes more than a fifth: 80 of 200 ms in the model, 65 in the tool', () => {
    const { bottlenecks: found } = analysePaths(analyseTrace({ traceId: TRACE_ID, spans: overKafka }), 'last-work');
    expect(found.map(({ operationName, onPathUs, shareRatio }) => [operationName, onPathUs, shareRatio])).toEqual([
      ['chat', 80_000, 0.4],
      ['execute', 65_000, 0.325],
    ]);
  });
});

describe('bottlenecks', () => {
  it('add up what an operation does many times over', () => {
    const queries = Array.from({ length: 10 }, (_, at) =>
      spanOf(`q${at}`, at * 10, at * 10 + 6, { parent: 'a', operation: 'SELECT' })
    );
    const tree = buildTree(TRACE_ID, [spanOf('a', 0, 100), ...queries]);
    const [path] = criticalPaths(tree);
    expect(path && bottlenecks(tree, path)).toMatchObject([
      { operationName: 'SELECT', onPathUs: 60_000, shareRatio: 0.6, nodes: { length: 10 } },
      { operationName: 'a', onPathUs: 40_000, shareRatio: 0.4 },
    ]);
  });

  it('do not blame a span for what its children do', () => {
    const tree = buildTree(TRACE_ID, [spanOf('a', 0, 100), spanOf('b', 10, 95, { parent: 'a' })]);
    const [path] = criticalPaths(tree);
    expect(path && bottlenecks(tree, path).map(({ operationName }) => operationName)).toEqual(['b']);
  });

  it('are more than a fifth, not a fifth', () => {
    const tree = buildTree(TRACE_ID, [spanOf('a', 0, 100), spanOf('b', 10, 30, { parent: 'a' })]);
    const [path] = criticalPaths(tree);
    expect(path && bottlenecks(tree, path).map(({ operationName }) => operationName)).toEqual(['a']);
  });
});

describe('the critical path, always', () => {
  it('of one root is disjoint, without gaps, and as long as the root, until the response', () => {
    fc.assert(
      fc.property(oneRoot, (spans) => {
        const tree = buildTree(TRACE_ID, spans);
        const [path] = criticalPaths(tree, 'response');
        const root = tree.nodes[path?.root ?? -1];
        expect(path?.durationUs).toBe((root?.endUs ?? NaN) - (root?.startUs ?? NaN));
        let reachedUs = root?.startUs;
        for (const { kind, startUs, endUs } of path?.sections ?? []) {
          expect([kind, startUs]).toEqual(['work', reachedUs]);
          expect(endUs).toBeGreaterThan(startUs);
          reachedUs = endUs;
        }
      })
    );
  });

  it('lies within the spans that it names, has no gaps and one path a root, whatever the references', () => {
    fc.assert(
      fc.property(brokenSpans, fc.constantFrom<PathEnd[]>('last-work', 'response'), (spans, until) => {
        const tree = buildTree(TRACE_ID, spans);
        const found = criticalPaths(tree, until);
        expect(found.map(({ root }) => root)).toEqual(tree.roots);
        for (const { sections } of found) {
          sections.forEach(({ kind, node, startUs, endUs }, at) => {
            const { startUs: from = NaN, endUs: to = NaN } = tree.nodes[node] ?? {};
            expect(endUs > startUs && (kind === 'wait' ? endUs <= from : startUs >= from && endUs <= to)).toBe(true);
            expect(startUs).toBe(at === 0 ? startUs : sections[at - 1]?.endUs);
          });
        }
      })
    );
  });

  it('is complete for 20,000 spans in a row and 20,000 inside each other', () => {
    const count = 20_000;
    const wide = Array.from({ length: count }, (_, at) => spanOf(`w${at}`, at, at + 1, { parent: 'root' }));
    expect(paths([spanOf('root', 0, count), ...wide])[0]).toHaveLength(count);
    const deep = Array.from({ length: count }, (_, at) =>
      spanOf(`d${at}`, at, 2 * count - at, at > 0 ? { parent: `d${at - 1}` } : {})
    );
    expect(paths(deep)[0]).toHaveLength(2 * count - 1);
  });
});
