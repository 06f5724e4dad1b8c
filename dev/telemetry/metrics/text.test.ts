/** @jest-environment node */
import { boundText, familyHeader, labelText } from './text';

describe('boundText', () => {
  // What Go's strconv writes, and Prometheus 3 with it.
  it.each([
    [1, '1.0'],
    [0.25, '0.25'],
    [100_000, '100000.0'],
    [1_000_000, '1e+06'],
    [2_500_000, '2.5e+06'],
    [0.00005, '5e-05'],
    [0, '0.0'],
    [Infinity, '+Inf'],
  ])('%d is %s', (bound, text) => {
    expect(boundText(bound)).toBe(text);
  });
});

describe('labelText', () => {
  it('escapes values and leaves out empty ones', () => {
    expect(labelText({ a: 'x"y\\z\nw', b: '', c: 'ü' })).toBe('{a="x\\"y\\\\z\\nw",c="ü"}');
    expect(labelText({})).toBe('');
  });
});

describe('familyHeader', () => {
  it('names counters without their suffix', () => {
    expect(familyHeader('a_total', 'counter', 'All\nof it')).toBe('# HELP a All\\nof it\n# TYPE a counter\n');
  });
  it('keeps a counter without the suffix as it is', () => {
    expect(familyHeader('a', 'counter', 'x')).toBe('# HELP a x\n# TYPE a unknown\n');
  });
});
