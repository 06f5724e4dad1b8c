import { TextDecoder, TextEncoder } from 'node:util';
import fc from 'fast-check';
import { draftFromText, draftToText } from './shareLink';
import { type IncidentDraft } from './types';

Object.assign(globalThis, { TextDecoder, TextEncoder });

const draft = (title: string, notes = 1): IncidentDraft => ({
  id: 'INC-1',
  title,
  description: '',
  severity: 'low',
  status: 'open',
  affectedServices: [],
  createdAtMs: 1,
  updatedAtMs: 2,
  alerts: [],
  timeline: Array.from({ length: notes }, (_, atMs) => ({ atMs, kind: 'note', text: 'a note of some length' })),
});

it('brings any draft through an address', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      const text = draftToText(draft(title));
      expect(text).toMatch(/^[\w-]+$/);
      expect(draftFromText(text ?? '')).toEqual(draft(title));
    })
  );
});

it('says when a draft is too long for one', () => {
  expect(draftToText(draft('', 500))).toBeUndefined();
});

it('takes nothing else for a draft', () => {
  fc.assert(fc.property(fc.string(), (text) => draftFromText(text) === undefined));
});
