/** @jest-environment node */
import fc from 'fast-check';
import { LIMITS, NO_SEARCH, type SearchChoice, searchFromUrl, searchProblems, searchToUrl } from './searchChoice';

const search: fc.Arbitrary<SearchChoice> = fc.record({
  service: fc.string(),
  operation: fc.string(),
  tags: fc.string(),
  min: fc.string(),
  max: fc.string(),
  limit: fc.constantFrom(...LIMITS),
  lines: fc.string(),
  order: fc.constantFrom('newest', 'worst'),
});

describe('a search', () => {
  it('is what its link says', () => {
    fc.assert(fc.property(search, (choice) => expect(searchFromUrl(searchToUrl(choice))).toEqual(choice)));
    expect(Object.values(searchToUrl(NO_SEARCH)).every((value) => value === undefined)).toBe(true);
    expect(searchFromUrl({ limit: '7', order: 'best', service: ['a', 'b'] })).toEqual({ ...NO_SEARCH, service: 'a' });
  });

  it.each([
    [{}, []],
    [{ tags: 'error=true', min: '1s', max: '2s' }, []],
    [{ tags: 'error' }, ['tags']],
    [{ min: 'slow', max: '1h' }, ['min', 'max']],
    [{ min: '2s', max: '100ms' }, ['max']],
  ])('%j has problems with %j', (part, fields) => {
    expect(Object.keys(searchProblems({ ...NO_SEARCH, ...part }))).toEqual(fields);
  });
});
