/** @jest-environment node */
import { asked, readKept, saved } from './queryHistory';

describe('queries that were asked before', () => {
  it('are kept once, the latest first, and saved searches stay', () => {
    const one = asked(asked([], ' level:ERROR '), 'timeout');
    const kept = asked(saved(one, 'level:ERROR', true), 'level:ERROR');
    expect(kept).toEqual([
      { query: 'level:ERROR', isSaved: true },
      { query: 'timeout', isSaved: false },
    ]);
    expect(asked(kept, '  ')).toEqual(kept);
  });

  it('make room for newer ones unless they are saved', () => {
    let kept = saved(asked([], 'first'), 'first', true);
    for (let number = 0; number < 30; number++) {
      kept = asked(kept, `q${number}`);
    }
    expect(kept).toHaveLength(21);
    expect(kept[0]?.query).toBe('q29');
    expect(kept.at(-1)).toEqual({ query: 'first', isSaved: true });
    expect(saved(kept, 'first', false)).toHaveLength(20);
  });

  it('are read from what may be damaged', () => {
    expect(readKept('x')).toBeUndefined();
    expect(readKept([null, { query: 3 }, { query: 'a', isSaved: true }])).toEqual([{ query: 'a', isSaved: true }]);
  });
});
