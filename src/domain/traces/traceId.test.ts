/** @jest-environment node */
import fc from 'fast-check';
import { isSameTraceId, normaliseTraceId } from './traceId';

const hex = (length: number) =>
  fc.stringMatching(new RegExp(`^[0-9a-f]{${length}}$`)).filter((digits) => !/^0+$/.test(digits));

describe('trace ids', () => {
  it.each([
    ['4bf92f3577b34da6a3ce929d0e0e4736', '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['  4BF92F3577B34DA6A3CE929D0E0E4736\n', '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['4bf92f35-77b3-4da6-a3ce-929d0e0e4736', '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01', '4bf92f3577b34da6a3ce929d0e0e4736'],
    ['4bf92f3577b34da6:00f067aa0ba902b7:0:1', '4bf92f3577b34da6'],
    ['a3ce929d0e0e4736', 'a3ce929d0e0e4736'],
    ['3ce929d0e0e4736', '03ce929d0e0e4736'],
    ['0a3ce929d0e0e47360', '00000000000000' + '0a3ce929d0e0e47360'],
  ])('%j is %s', (input, id) => {
    expect(normaliseTraceId(input)).toBe(id);
  });

  it.each([[''], ['   '], ['zz'], ['0000000000000000'], ['4bf92f3577b34da6a3ce929d0e0e47361'], ['-'], ['trace 4bf9']])(
    '%j is none',
    (input) => {
      expect(normaliseTraceId(input)).toBeUndefined();
    }
  );

  it('does not change an id that is normal', () => {
    fc.assert(fc.property(fc.oneof(hex(16), hex(32)), (id) => expect(normaliseTraceId(id)).toBe(id)));
  });

  it('reads any text as an id of 16 or 32 digits, or as none', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(normaliseTraceId(text) ?? '0123456789abcdef').toMatch(/^([0-9a-f]{16}|[0-9a-f]{32})$/);
      })
    );
  });

  it('knows a 64-bit id with zeros in front, and nothing else', () => {
    fc.assert(
      fc.property(hex(16), hex(16), (a, b) => {
        expect(isSameTraceId(a, `0000000000000000${a.toUpperCase()}`)).toBe(true);
        expect(isSameTraceId(a, b)).toBe(a === b);
      })
    );
    expect(isSameTraceId('', '')).toBe(false);
  });
});
