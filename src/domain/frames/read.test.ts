import fc from 'fast-check';
import { fieldNamed, fieldOfType, numberAt, rowCount, stringAt, timeMsAt } from './read';
import { type Frame } from './types';

const frame: Frame = {
  fields: [
    { name: 'Time', type: 'time', values: [1605873894680, null], nanos: [409000, 0] },
    { name: 'Value', type: 'number', values: [NaN, 'x'] },
    { name: 'level', type: 'string', values: ['INFO', 7] },
  ],
  length: 2,
};
const empty: Frame = { fields: [], length: 0 };

describe('reading frames', () => {
  it('adds the sub-millisecond part to a time', () => {
    expect(timeMsAt(fieldNamed(frame, 'Time'), 0)).toBeCloseTo(1605873894680.409, 3);
  });

  it('keeps the order of times that differ by one microsecond', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4_102_444_800_000 }), fc.integer({ min: 0, max: 998 }), (ms, micros) => {
        const field = { name: 't', type: 'time', values: [ms, ms], nanos: [micros * 1000, (micros + 1) * 1000] };
        expect(timeMsAt(field, 0)).toBeLessThan(timeMsAt(field, 1) ?? NaN);
      })
    );
  });

  it('reads null from cells that hold nothing or something else', () => {
    expect(timeMsAt(fieldNamed(frame, 'Time'), 1)).toBeNull();
    expect(numberAt(fieldNamed(frame, 'Value'), 1)).toBeNull();
    expect(stringAt(fieldNamed(frame, 'level'), 1)).toBeNull();
    expect(stringAt(fieldNamed(frame, 'level'), 99)).toBeNull();
  });

  it('keeps NaN, which is not the same as nothing', () => {
    expect(numberAt(fieldNamed(frame, 'Value'), 0)).toBeNaN();
  });

  it('reads a frame without fields', () => {
    expect(fieldNamed(empty, 'Time')).toBeUndefined();
    expect(fieldOfType(empty, 'time')).toBeUndefined();
    expect(timeMsAt(fieldOfType(empty, 'time'), 0)).toBeNull();
    expect(rowCount([empty, frame])).toBe(2);
  });
});
