import { withAssignee, withEntry, withStatus } from './draft';
import { holds, mergeDrafts } from './mergeDrafts';
import { type IncidentDraft } from './types';

const base: IncidentDraft = {
  id: 'INC-1',
  title: 'Payment fails',
  description: '',
  severity: 'high',
  status: 'open',
  affectedServices: [{ system: 's', service: 'payment' }],
  createdAtMs: 1_000,
  updatedAtMs: 1_000,
  alerts: [{ id: 'a', name: 'A', labels: {}, startedAtMs: 1_000 }],
  timeline: [{ atMs: 1_000, kind: 'alert', text: 'A fires' }],
};
const mine = withAssignee(base, 'Ada', { atMs: 2_000 });
const theirs = withStatus(withEntry(base, { atMs: 3_000, kind: 'note', text: 'disk full' }), 'identified', {
  atMs: 4_000,
});

it('has everything that either wrote down, once, in order', () => {
  const merged = mergeDrafts(mine, theirs);
  expect(merged.timeline.map(({ text }) => text)).toEqual([
    'A fires',
    'Assigned to Ada',
    'disk full',
    'open → identified',
  ]);
  expect(merged).toMatchObject({ status: 'identified', assignedTo: 'Ada', updatedAtMs: 4_000 });
  expect(merged.alerts).toHaveLength(1);
  expect(mergeDrafts(theirs, mine)).toEqual(merged);
});

it('knows when a link has nothing new', () => {
  expect(holds(mine, base)).toBe(true);
  expect(holds(mine, theirs)).toBe(false);
  expect(holds(mergeDrafts(mine, theirs), theirs)).toBe(true);
});
