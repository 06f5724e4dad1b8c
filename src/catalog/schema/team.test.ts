import { check } from '../load/parse';
import { team } from './team';

const problemsOf = (rotation: unknown) =>
  check(team, { id: 'sales', name: 'Sales', rotation }).problems.map(({ path, message }) => `${path}: ${message}`);

it('takes a rotation, and says what is wrong with another', () => {
  const weekly = { people: ['Ada', 'Bo'], startsAt: '2026-01-05T09:00', timeZone: 'Europe/Berlin' };
  expect(problemsOf(weekly)).toEqual([]);
  expect(problemsOf({ people: ['on-call@example.org'] })).toEqual([]);
  expect(problemsOf({ people: [] })).toEqual(['rotation.people: must name somebody']);
  expect(problemsOf({ people: ['Ada', 'Bo'] })).toEqual([
    'rotation.startsAt: is needed when several people take turns',
  ]);
  expect(problemsOf({ ...weekly, timeZone: 'Middle/Earth' })).toEqual([
    'rotation.timeZone: must be a time zone such as "Europe/Berlin"',
  ]);
  expect(problemsOf({ ...weekly, startsAt: 'Monday' })).toEqual([
    'rotation.startsAt: must be a local time such as "2026-01-05T09:00", in quotes',
  ]);
  const override = { person: 'Cy', from: '2026-01-07T09:00', to: '2026-01-06T09:00' };
  expect(problemsOf({ ...weekly, overrides: [override] })).toEqual([
    'rotation.overrides[0].to: must be later than "from"',
  ]);
});
