/** @jest-environment node */
import fc from 'fast-check';
import { fieldFilterLucene, readFieldFilter, writeFieldFilter } from './fieldFilter';

describe('a filter by a value', () => {
  it('asks all fields of a role', () => {
    const fields = { correlationId: ['correlation_id', 'request_id'] };
    expect(fieldFilterLucene({ field: 'correlationId', value: 'a b', isExcluded: false }, fields)).toBe(
      '(correlation_id:"a b") OR (request_id:"a b")'
    );
    expect(fieldFilterLucene({ field: 'status', value: '500', isExcluded: true }, fields)).toBe(
      '(* AND NOT (status:"500"))'
    );
  });

  it('is in an address', () => {
    expect(readFieldFilter('endpoint!=/a?b=c')).toEqual({ field: 'endpoint', value: '/a?b=c', isExcluded: true });
    expect(['', 'x', '=1', 'x='].map(readFieldFilter)).toEqual([undefined, undefined, undefined, undefined]);
  });

  it('comes back from an address as it went', () => {
    fc.assert(
      fc.property(
        fc.record({
          field: fc.stringMatching(/^[@\w.-]+$/),
          value: fc.string({ minLength: 1 }),
          isExcluded: fc.boolean(),
        }),
        (filter) => {
          expect(readFieldFilter(writeFieldFilter(filter))).toEqual(filter);
        }
      )
    );
  });
});
