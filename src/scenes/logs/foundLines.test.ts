/** @jest-environment node */
import fc from 'fast-check';
import { type SearchAnswer } from '../../datasources/elasticsearch';
import { firstPage, newerWindow, nextPage, NO_LINES, withNewer, withOlder } from './foundLines';
import { type PageStart } from './linesSearch';

const answer = (...times: number[]): SearchAnswer => ({
  total: 10,
  hits: times.map((time) => ({ _index: 'a', _id: `n${time}`, _source: { time }, sort: [time] })),
  aggregations: {},
});
const timesOf = ({ lines }: ReturnType<typeof firstPage>) => lines.map(({ timeMs }) => timeMs);

const newer = (...times: number[]) => ({ answer: answer(...times), total: 12, fromMs: 0 });

describe('lines page by page', () => {
  const first = firstPage(answer(9, 8, 7), 3);

  it('may have older ones when as many came as were asked for', () => {
    expect(first).toMatchObject({ total: 10, hasOlder: true, freshCount: 0 });
    expect(firstPage(answer(9, 8), 3).hasOlder).toBe(false);
    expect(first.lines[0]).toEqual({ id: 'a#n9', timeMs: 9, document: { time: 9 } });
  });

  it('go on with older ones, each once', () => {
    const second = withOlder(first, answer(7, 6, 5, 4), 3);
    expect(timesOf(second)).toEqual([9, 8, 7, 6, 5, 4]);
    expect(second.hasOlder).toBe(true);
    expect(withOlder(second, answer(4, 3), 3)).toMatchObject({ hasOlder: false, more: undefined });
  });

  it('begin with newer ones; late ones come to their place, and those before the time range go', () => {
    const joined = withNewer(first, { ...newer(11, 8.5, 8, 6), fromMs: 8 }, 500);
    expect(timesOf(joined)).toEqual([11, 9, 8.5, 8]);
    expect(joined).toMatchObject({ total: 12, freshCount: 2, hasOlder: true });
  });

  it('begin anew when more came than were asked for', () => {
    const joined = withNewer(first, newer(20, 19, 18), 3);
    expect(timesOf(joined)).toEqual([20, 19, 18]);
    expect(joined.hasOlder).toBe(true);
  });

  it('are looked for again some time back, by as many as are known there', () => {
    const some = firstPage(answer(200_000, 150_000, 139_000), 3);
    const range = { fromMs: 0, toMs: 300_000 };
    // No further than the list goes: the rest is its next page.
    expect(newerWindow(first, range).window.fromMs).toBe(7);
    expect(newerWindow(some, range)).toEqual({ window: { fromMs: 140_000, toMs: 300_000 }, knownCount: 2 });
    expect(newerWindow(NO_LINES, range)).toEqual({ window: range, knownCount: 0 });
  });
});

/** A store whose lines of one moment come in another order with each question, as those of several shards do. */
function store(timesMs: readonly number[]) {
  const lines = timesMs.map((time, index) => ({ _index: 'a', _id: `n${index}`, _source: {}, sort: [time] }));
  let asked = 0;
  return (start: PageStart | undefined, limit: number): SearchAnswer => {
    const turn = ++asked;
    const shuffled = [...lines].sort(
      (a, b) => ((Number(a._id.slice(1)) * turn * 7919) % 101) - ((Number(b._id.slice(1)) * turn * 7919) % 101)
    );
    const matching = shuffled.filter(({ sort: [time = 0] }) => start === undefined || time <= start.upToMs);
    const sorted = matching.sort(({ sort: [a = 0] }, { sort: [b = 0] }) => b - a);
    return { total: lines.length, hits: sorted.slice(0, limit + (start?.knownCount ?? 0)), aggregations: {} };
  };
}

describe('all pages together', () => {
  it('have every line once, in the order of time, however many are of one moment', () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 6 }), { minLength: 1, maxLength: 80 }),
        fc.integer({ min: 1, max: 9 }),
        (times, limit) => {
          const ask = store(times);
          let found = firstPage(ask(undefined, limit), limit);
          for (let page = 0; found.hasOlder && page <= times.length; page++) {
            const before = found.lines;
            found = withOlder(found, ask(nextPage(found), limit), limit);
            // What is read does not move.
            expect(found.lines.slice(0, before.length)).toEqual(before);
          }
          expect(timesOf(found)).toEqual([...times].sort((a, b) => b - a));
          expect(new Set(found.lines.map(({ id }) => id)).size).toBe(times.length);
        }
      )
    );
  });
});
