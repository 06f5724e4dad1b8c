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
  timeline: [{ atMs: 1, kind: 'note', text: 'seen' }],
};

it('reads what was written', () => {
  expect(parseDraft(JSON.parse(JSON.stringify(draft)))).toEqual(draft);
});

it('drops what is damaged and keeps the rest', () => {
  const broken = [
    { ...draft, severity: 'dreadful' },
    { ...draft, timeline: [{ atMs: 'noon' }] },
    { ...draft, affectedServices: undefined },
    { ...draft, createdAtMs: null },
    null,
    'text',
  ];
  const stored = { good: draft, ...Object.fromEntries(broken.entries()) };
  expect(parseDrafts(stored)).toEqual({ good: draft });
});

it('survives anything', () => {
  fc.assert(
    fc.property(fc.anything(), (value) => {
      expect(parseDraft(value)).toBeUndefined();
      expect(typeof parseDrafts(value)).toBe('object');
    })
  );
});
