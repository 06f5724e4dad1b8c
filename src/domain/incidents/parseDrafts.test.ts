import fc from 'fast-check';
import { parseDraft, parseDrafts } from './parseDrafts';
import { type IncidentDraft } from './types';

const draft: IncidentDraft = {
  id: 'INC-1',
  title: 'Payment fails',
  description: '',
  severity: 'high',
  status: 'monitoring',
  affectedServices: [{ system: 'obs-standards', service: 'payment-service' }],
  createdAtMs: 1,
  updatedAtMs: 2,
  assignedTo: 'Ada',
  impact: 'checkout fails',
  annotation: { id: 7, atMs: 2, isWhole: false },
  alerts: [
    { id: 'a', name: 'PaymentDown', severity: 'critical', labels: { team: 'payments' }, startedAtMs: 1, endedAtMs: 2 },
    { id: 'b', name: 'Unknown', labels: {}, startedAtMs: null },
  ],
  timeline: [
    { atMs: 1, kind: 'note', text: 'seen', by: 'Ada' },
    { atMs: 2, kind: 'status', text: 'open → monitoring', status: 'monitoring' },
    { atMs: 2, kind: 'action', text: 'Done: restart', remedy: 'x/y/z' },
  ],
};

it('reads what was written', () => {
  expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

it('drops what is damaged and keeps the rest', () => {
  const broken = [
    { ...draft, severity: 'dreadful' },
    { ...draft, createdAtMs: null },
    // No date can be made of it.
    { ...draft, updatedAtMs: 1e300 },
    { ...draft, id: '' },
    null,
    'text',
  ];
  const stored = { good: draft, ...Object.fromEntries(broken.entries()) };
  expect(parseDrafts(stored)).toEqual({ good: draft });
});

it('keeps what is sound of a draft, and cuts what is too long', () => {
  const parsed = parseDraft({
    ...draft,
    title: 'x'.repeat(10_000),
    affectedServices: undefined,
    alerts: [{ id: 'a' }, 'b', { id: 'c', name: 'C', labels: { ok: 'yes', bad: 1 }, startedAtMs: 'noon' }],
    annotation: { id: 'seven' },
    timeline: [{ atMs: 'noon', text: 'when?' }, { atMs: 3, kind: 'rumour', text: 'heard' }, ...Array(2_000).fill(null)],
  });
  expect(parsed?.title).toHaveLength(4_000);
  expect(parsed).toMatchObject({
    affectedServices: [],
    alerts: [{ id: 'c', name: 'C', labels: { ok: 'yes' }, startedAtMs: null }],
    timeline: [{ atMs: 3, kind: 'note', text: 'heard' }],
  });
  expect(parsed?.annotation).toBeUndefined();
});

it('reads a draft of an earlier version, which knew no alerts', () => {
  const { alerts: _alerts, impact: _impact, annotation: _annotation, ...earlier } = draft;
  expect(parseDraft(earlier)).toMatchObject({ id: 'INC-1', alerts: [], assignedTo: 'Ada' });
});

it('survives anything', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(parseDraft(value)).toBeUndefined();
      expect(typeof parseDrafts(value)).toBe('object');
    })
  );
});
