import fc from 'fast-check';
import { type Span } from '../types';
import { spanOf, TRACE_ID } from './spans';

/** Spans with whatever references: missing parents, circles, copies, other traces, times of any size. */
export const brokenSpans: fc.Arbitrary<Span[]> = fc.array(
  fc
    .record({
      id: fc.integer({ min: 0, max: 12 }),
      parent: fc.option(fc.integer({ min: 0, max: 16 }), { nil: undefined }),
      follows: fc.option(fc.integer({ min: 0, max: 16 }), { nil: undefined }),
      fromMs: fc.oneof(fc.integer({ min: -5, max: 30 }), fc.constant(NaN)),
      durationMs: fc.oneof(fc.integer({ min: -2, max: 20 }), fc.constant(Infinity)),
      kind: fc.constantFrom(undefined, 'client', 'server', 'producer', 'consumer'),
      elsewhere: fc.boolean(),
      service: fc.constantFrom('a', 'b', ''),
    })
    .map(({ id, parent, follows, fromMs, durationMs, kind, elsewhere, service }) =>
      spanOf(`s${id}`, fromMs, fromMs + durationMs, {
        service,
        ...(parent === undefined ? {} : { parent: `s${parent}` }),
        ...(follows === undefined ? {} : { follows: `s${follows}` }),
        ...(kind ? { kind } : {}),
        references: elsewhere ? [{ kind: 'child-of', traceId: 'f00d', spanId: `s${id}` }] : [],
      })
    ),
  { maxLength: 24 }
);

/** One root; every other span names one before it as its parent. Children may overlap, overflow, or lie outside. */
export const oneRoot: fc.Arbitrary<Span[]> = fc
  .tuple(
    fc.integer({ min: 1, max: 60 }),
    fc.array(
      fc.record({
        parent: fc.nat(),
        fromMs: fc.integer({ min: 0, max: 60 }),
        durationMs: fc.integer({ min: 0, max: 40 }),
      }),
      { maxLength: 20 }
    )
  )
  .map(([rootMs, rest]) => [
    spanOf('s0', 0, rootMs),
    ...rest.map(({ parent, fromMs, durationMs }, index) =>
      spanOf(`s${index + 1}`, fromMs, fromMs + durationMs, { parent: `s${parent % (index + 1)}` })
    ),
  ]);

/** Spans that all wait for each other and stay inside their parents. */
export const nested: fc.Arbitrary<Span[]> = fc
  .array(
    fc.record({
      parent: fc.nat(),
      from: fc.double({ min: 0, max: 1, noNaN: true }),
      to: fc.double({ min: 0, max: 1, noNaN: true }),
    }),
    {
      maxLength: 20,
    }
  )
  .map((rest) => {
    const intervals: Array<[number, number]> = [[0, 1000]];
    const spans = [spanOf('s0', 0, 1000)];
    rest.forEach(({ parent, from, to }, index) => {
      const above = parent % intervals.length;
      const [start, end] = intervals[above] as [number, number];
      // A child that began exactly at the end would be later than its parent.
      const at = (ratio: number) => start + Math.floor((end - start) * ratio * 0.99);
      const [low, high] = [Math.min(at(from), at(to)), Math.max(at(from), at(to))];
      intervals.push([low, high]);
      spans.push(spanOf(`s${index + 1}`, low, high, { parent: `s${above}` }));
    });
    return spans;
  });

export { TRACE_ID };
