/** @jest-environment node */
import fc from 'fast-check';
import { brokenSpans } from './testing/arbitrary';
import { spanOf, T0_MS, TRACE_ID } from './testing/spans';
import { buildTree, findSpan, type TraceTree } from './tree';
import { type Span } from './types';

const tree = (...spans: Span[]) => buildTree(TRACE_ID, spans);
const shape = ({ nodes }: TraceTree) => nodes.map(({ span, depth, link }) => `${depth} ${span.spanId} ${link}`);

describe('the tree of a trace', () => {
  it('is depth first, siblings by their start, whatever the order of the spans', () => {
    const spans = [
      spanOf('c', 6, 9, { parent: 'a' }),
      spanOf('d', 2, 3, { parent: 'b' }),
      spanOf('a', 0, 10),
      spanOf('b', 1, 5, { parent: 'a' }),
    ];
    const built = tree(...spans);
    expect(shape(built)).toEqual(['0 a root', '1 b blocking', '2 d blocking', '1 c blocking']);
    expect(built.nodes.map(({ endIndex }) => endIndex)).toEqual([4, 3, 3, 4]);
    expect(built).toMatchObject({ startTimeMs: T0_MS, durationUs: 10_000, roots: [0] });
    expect(built.nodes[3]).toMatchObject({ startUs: 6000, endUs: 9000, parent: 0 });
  });

  it('keeps whole microseconds, so that back-to-back stays back-to-back', () => {
    const built = tree(
      spanOf('a', 0, 1),
      spanOf('b', 0.001, 0.304, { parent: 'a' }),
      spanOf('c', 0.304, 0.9, { parent: 'a' })
    );
    expect(built.nodes.map(({ startUs, endUs }) => [startUs, endUs])).toEqual([
      [0, 1000],
      [1, 304],
      [304, 900],
    ]);
  });

  it('takes a missing parent for a root of its own', () => {
    const built = tree(spanOf('a', 0, 5), spanOf('b', 1, 2, { parent: 'gone' }));
    expect(shape(built)).toEqual(['0 a root', '0 b orphan']);
    expect(built.remarks.orphans).toBe(1);
  });

  it('does not hang a span on a span of another trace', () => {
    const references = [{ kind: 'follows-from' as const, traceId: 'another', spanId: 'a' }];
    expect(shape(tree(spanOf('a', 0, 5), spanOf('b', 1, 2, { references })))).toEqual(['0 a root', '0 b root']);
  });

  it('takes the reference that leads somewhere when the first does not', () => {
    const built = tree(spanOf('a', 0, 5), spanOf('b', 1, 2, { parent: 'gone', follows: 'a' }));
    expect(shape(built)).toEqual(['0 a root', '1 b async']);
  });

  it.each([
    ['follows from its parent', spanOf('b', 1, 2, { follows: 'a' })],
    ['consumes what its parent produced', spanOf('b', 1, 2, { parent: 'a', kind: 'consumer' })],
    ['begins when its parent is over', spanOf('b', 11, 12, { parent: 'a' })],
    ['begins as its parent ends', spanOf('b', 10, 12, { parent: 'a' })],
  ])('knows that nobody waits for what %s', (_, child) => {
    expect(shape(tree(spanOf('a', 0, 10, { kind: 'producer' }), child))[1]).toBe('1 b async');
  });

  it.each([
    ['B7AD6B7169203331', 'b7ad6b7169203331'],
    ['00f067aa0ba902b7', 'f067aa0ba902b7'],
  ])('takes %s and %s for one id', (written, named) => {
    expect(shape(tree(spanOf(written, 0, 5), spanOf('x', 1, 2, { parent: named })))[1]).toBe('1 x blocking');
  });

  it('knows a trace id of 64 bits in front of which another writes zeros', () => {
    const a: Span = { ...spanOf('a', 0, 5), traceId: 'a3ce929d0e0e4736' };
    const references = [{ kind: 'follows-from' as const, traceId: '0000000000000000a3ce929d0e0e4736', spanId: 'a' }];
    const b: Span = { ...spanOf('b', 1, 2, { references }), traceId: 'a3ce929d0e0e4736' };
    expect(shape(tree(a, b))[1]).toBe('1 b async');
  });

  it('hangs the server on the client when both report one id, and their children on their own side', () => {
    const built = tree(
      spanOf('x', 0, 10, { kind: 'client', service: 'web' }),
      spanOf('x', 1, 9, { kind: 'server', service: 'api' }),
      spanOf('y', 2, 3, { parent: 'x', service: 'api' }),
      spanOf('z', 9, 10, { parent: 'x', service: 'web' })
    );
    expect(built.nodes.map(({ span, depth }) => `${depth} ${span.spanId} ${span.serviceName}`)).toEqual([
      '0 x web',
      '1 x api',
      '2 y api',
      '1 z web',
    ]);
  });

  it('leaves copies of a report out, and says so', () => {
    const built = tree(spanOf('a', 0, 5), spanOf('a', 0, 5));
    expect(built.nodes).toHaveLength(1);
    expect(built.remarks.droppedCopies).toBe(1);
  });

  it('cuts circles at their first span', () => {
    const built = tree(
      spanOf('b', 1, 4, { parent: 'a' }),
      spanOf('a', 0, 5, { parent: 'b' }),
      spanOf('s', 6, 7, { parent: 's' })
    );
    expect(shape(built)).toEqual(['0 a orphan', '1 b blocking', '0 s orphan']);
    expect(built.remarks.cutCycles).toBe(1);
  });

  it('tells of clocks that differ', () => {
    const built = tree(spanOf('a', 10, 20), spanOf('b', 7.5, 12, { parent: 'a' }));
    expect(built.remarks).toMatchObject({ earlyStarts: 1, largestSkewUs: 2500 });
  });

  it('works from time zero', () => {
    const spans = [spanOf('a', 0, 5), spanOf('b', 0, 2, { parent: 'a' })].map((span) => ({
      ...span,
      startTimeMs: span.startTimeMs - T0_MS,
    }));
    expect(buildTree(TRACE_ID, spans)).toMatchObject({ startTimeMs: 0, durationUs: 5000 });
  });

  it('finds a span by its id in any form', () => {
    const built = tree(spanOf('00f067aa0ba902b7', 0, 5));
    expect(findSpan(built, ' F067AA0BA902B7')?.index).toBe(0);
    expect(findSpan(built, 'nope')).toBeUndefined();
  });

  it('holds every span once, under its parent, whatever the references; the order of the input is the same to it', () => {
    fc.assert(
      fc.property(brokenSpans, fc.infiniteStream(fc.nat()), (spans, random) => {
        const built = tree(...spans);
        expect(built.nodes.length + built.remarks.droppedCopies).toBe(spans.length);
        for (const { index, parent, depth, children, endIndex, startUs, endUs } of built.nodes) {
          expect(parent < index).toBe(true);
          expect(depth).toBe(parent < 0 ? 0 : (built.nodes[parent]?.depth ?? NaN) + 1);
          expect(children.every((child) => child > index && child < endIndex)).toBe(true);
          expect(startUs >= 0 && endUs >= startUs && Number.isInteger(endUs)).toBe(true);
        }
        const shuffled = spans
          .map((span) => ({ span, key: random.next().value as number }))
          .sort((a, b) => a.key - b.key)
          .map(({ span }) => span);
        expect(tree(...shuffled)).toEqual(built);
      })
    );
  });
});
