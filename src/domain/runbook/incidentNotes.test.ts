import { type IncidentDraft } from '../incidents/types';
import { withRunNotes } from './incidentNotes';

const draft: IncidentDraft = {
  id: 'INC-1',
  title: 'Slow',
  description: '',
  severity: 'high',
  status: 'open',
  affectedServices: [],
  createdAtMs: 1_000,
  updatedAtMs: 1_000,
  alerts: [],
  timeline: [{ atMs: 1_000, kind: 'alert', text: 'Slow fires' }],
};
const notes = { runbook: 'Slow', finding: 'DB is the abnormal dependency.', impact: '4 of 80 were bad', atMs: 2_000 };
const texts = ({ timeline }: IncidentDraft) => timeline.map(({ atMs, kind, text }) => `${atMs} ${kind}: ${text}`);

it('a run writes its finding and the measured impact into the incident', () => {
  const noted = withRunNotes(draft, notes);
  expect(texts(noted)).toEqual([
    '1000 alert: Slow fires',
    '2000 finding: Runbook “Slow”: DB is the abnormal dependency.',
    '2000 finding: Impact: 4 of 80 were bad',
  ]);
  expect(noted.impact).toBe('4 of 80 were bad');
});

it('the same is written once, news are added, and an unmeasured impact leaves what was known', () => {
  const noted = withRunNotes(draft, notes);
  expect(withRunNotes(noted, { ...notes, atMs: 3_000 })).toEqual(noted);
  const again = withRunNotes(noted, { ...notes, finding: 'All is normal.', impact: undefined, atMs: 3_000 });
  expect(texts(again).slice(3)).toEqual(['3000 finding: Runbook “Slow”: All is normal.']);
  expect(again.impact).toBe('4 of 80 were bad');
});
