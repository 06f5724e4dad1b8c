/** @jest-environment node */
import { type SearchAnswer } from '../../datasources/elasticsearch';
import { firstPage, withNewer, withOlder } from './foundLines';

const answer = (...times: number[]): SearchAnswer => ({
  total: 10,
  hits: times.map((time) => ({ _index: 'a', _id: `n${time}`, _source: { time }, sort: [time] })),
  aggregations: {},
});
const timesOf = ({ lines }: ReturnType<typeof firstPage>) => lines.map(({ timeMs }) => timeMs);

describe('lines page by page', () => {
  const first = firstPage(answer(9, 8, 7), 3);

  it('may have older ones when as many came as were asked for', () => {
    expect(first).toMatchObject({ total: 10, hasOlder: true, freshCount: 0 });
    expect(firstPage(answer(9, 8), 3).hasOlder).toBe(false);
    expect(first.lines[0]).toEqual({ id: 'a#n9', timeMs: 9, document: { time: 9 } });
  });

  it('go on with older ones, each once', () => {
    const second = withOlder(first, answer(7, 6, 5), 3);
    expect(timesOf(second)).toEqual([9, 8, 7, 6, 5]);
    expect(second.hasOlder).toBe(true);
    expect(withOlder(second, answer(5, 4), 3)).toMatchObject({ hasOlder: false, more: undefined });
  });

  it('begin with newer ones; late ones come to their place', () => {
    const newer = withNewer(first, answer(11, 8.5, 8), 500);
    expect(timesOf(newer)).toEqual([11, 9, 8.5, 8, 7]);
    expect(newer).toMatchObject({ total: 12, freshCount: 2, hasOlder: true });
  });

  it('begin anew when more came than were asked for', () => {
    const newer = withNewer(first, answer(20, 19, 18), 3);
    expect(timesOf(newer)).toEqual([20, 19, 18]);
    expect(newer.hasOlder).toBe(true);
  });
});
