import { responseDueMs, supportPromise } from './support';
import { type Sla } from './types';

const lite: Sla = {
  targetRatio: 0.999,
  support: [
    { severity: 'p0', responseMinutes: 60, text: 'Within 1 hour' },
    { severity: 'p3', text: 'Best effort' },
  ],
};

it('tells apart what was agreed, what was not, and no agreement at all', () => {
  expect(supportPromise(lite, 'p0')).toEqual({ kind: 'agreed', text: 'Within 1 hour', responseMinutes: 60 });
  expect(supportPromise(lite, 'p2')).toEqual({ kind: 'not-agreed' });
  expect(supportPromise(undefined, 'p0')).toEqual({ kind: 'no-agreement' });
});

it('says when an answer is due', () => {
  expect(responseDueMs(lite, 'p0', 1000)).toBe(3_601_000);
  expect(responseDueMs(lite, 'p3', 1000)).toBeUndefined();
  expect(responseDueMs(undefined, 'p0', 1000)).toBeUndefined();
});
