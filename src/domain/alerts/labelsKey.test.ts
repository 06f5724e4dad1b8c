import { labelsKey } from './labelsKey';

it('is the same for the same labels, and only for those', () => {
  expect(labelsKey({ b: '2', a: '1', c: '' })).toBe(labelsKey({ a: '1', b: '2' }));
  expect(labelsKey({ a: '1' })).not.toBe(labelsKey({ a: '2' }));
  expect(labelsKey({ a: '1","b":"2' })).not.toBe(labelsKey({ a: '1', b: '2' }));
});
