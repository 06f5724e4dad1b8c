import { countViews, keepDraft, listIncidents, MOST_KEPT } from './listing';
import { type IncidentDraft } from './types';

const draft = (id: string, changes: Partial<IncidentDraft> = {}): IncidentDraft => ({
  id,
  title: `Title of ${id}`,
  description: '',
  severity: 'medium',
  status: 'open',
  affectedServices: [],
  createdAtMs: 1_000,
  updatedAtMs: 2_000,
  alerts: [],
  timeline: [],
  ...changes,
});

const drafts = {
  a: draft('A', { assignedTo: 'Ada', createdAtMs: 5_000 }),
  b: draft('B', { severity: 'critical', affectedServices: [{ system: 'shop', service: 'checkout' }] }),
  c: draft('C', { status: 'resolved', severity: 'critical', createdAtMs: 9_000 }),
  d: draft('D', { createdAtMs: 6_000, timeline: [{ atMs: 1, kind: 'note', text: 'Disk was full' }] }),
};
const keysOf = (view: 'open' | 'resolved' | 'all', search = '') =>
  listIncidents(drafts, { view, search }).map(({ key }) => key);

it('lists what is open first, then by severity and what began last', () => {
  expect(keysOf('all')).toEqual(['b', 'd', 'a', 'c']);
  expect(keysOf('open')).toEqual(['b', 'd', 'a']);
  expect(keysOf('resolved')).toEqual(['c']);
  expect(countViews(drafts)).toEqual({ open: 3, resolved: 1, all: 4 });
});

it('searches in all that was written down, for all words', () => {
  expect(keysOf('all', 'CHECKOUT')).toEqual(['b']);
  expect(keysOf('all', 'disk full')).toEqual(['d']);
  expect(keysOf('all', 'ada open')).toEqual(['a']);
  expect(keysOf('all', 'disk checkout')).toEqual([]);
});

it('keeps a hundred, and drops those first that were resolved longest ago', () => {
  const open = Object.fromEntries(Array.from({ length: 60 }, (_, at) => [`o${at}`, draft(`O${at}`)]));
  const over = Array.from({ length: 40 }, (_, at) => draft(`R${at}`, { status: 'resolved', updatedAtMs: 10_000 + at }));
  const full = { ...open, ...Object.fromEntries(over.map((one, at) => [`r${at}`, one])) };
  const next = keepDraft(full, 'new', draft('NEW', { updatedAtMs: 0 }));
  expect(Object.keys(next)).toHaveLength(MOST_KEPT);
  expect([next['new']?.id, next['r0'], next['r1']?.id, next['o0']?.id]).toEqual(['NEW', undefined, 'R1', 'O0']);
});
