import fc from 'fast-check';
import { openedQuery, openedQueryTemplate, readOpened } from './address';
import { decodeProgress, encodeProgress, isUntouched, NO_PROGRESS, readProgress } from './progress';

const time = fc.integer({ min: 0, max: 8.64e15 });
const key = fc.stringMatching(/^[a-z][a-z0-9-]{0,10}\.[0-9]$/);

describe('progress', () => {
  it('comes out of a link as it went in', () => {
    const progress = fc.record({
      ranAtMs: time,
      done: fc.dictionary(key, time),
      answers: fc.dictionary(key, fc.record({ isYes: fc.boolean(), atMs: time })),
      notes: fc.array(
        fc.record({ atMs: time, text: fc.string({ unit: 'grapheme' }).filter((text) => text.trim() !== '') })
      ),
    });
    fc.assert(
      fc.property(progress, (given) => {
        const text = encodeProgress(given);
        expect(text).toMatch(/^[A-Za-z0-9_-]*$/);
        expect(decodeProgress(text)).toEqual({ ...given, done: { ...given.done }, answers: { ...given.answers } });
      })
    );
  });

  it('is none for whatever else stands in a link', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(isUntouched(decodeProgress(text))).toBe(true);
      })
    );
    expect(decodeProgress('')).toEqual(NO_PROGRESS);
  });

  it('drops what is not to be understood', () => {
    expect(
      readProgress({
        ranAtMs: 'now',
        done: { 'a.0': 5, __proto__: 5, 'Bad Key': 5, 'b.0': -1 },
        answers: { 'a.0': { isYes: 'yes', atMs: 1 }, 'b.0': { isYes: true, atMs: 1 } },
        notes: [{ atMs: 1, text: '' }, 7, { atMs: 2, text: 'kept' }],
      })
    ).toEqual({
      ranAtMs: undefined,
      done: { 'a.0': 5 },
      answers: { 'b.0': { isYes: true, atMs: 1 } },
      notes: [{ atMs: 2, text: 'kept' }],
    });
    expect(readProgress(null)).toEqual(NO_PROGRESS);
  });
});

describe('what a runbook is opened for', () => {
  it('comes out of a link as it went in', () => {
    const labels = fc.dictionary(
      fc.stringMatching(/^[a-zA-Z][a-zA-Z0-9_]{0,9}$/).filter((name) => name !== 'alertname'),
      fc.string({ unit: 'grapheme', minLength: 1 }),
      { noNullPrototype: true }
    );
    fc.assert(
      fc.property(labels, fc.string({ minLength: 1 }), time, (given, alert, startMs) => {
        expect(readOpened(`?from=now-6h&${openedQuery({ alert, labels: given, startMs })}`)).toEqual({
          alert,
          labels: given,
          startMs,
        });
      })
    );
  });

  it('leaves out what is not to be understood', () => {
    expect(readOpened('?start=soon&label-=x&label-a%20b=y&label-ok=1&label-empty=')).toEqual({
      alert: undefined,
      labels: { ok: '1' },
      startMs: undefined,
    });
  });

  it('is a template that Prometheus fills in', () => {
    expect(openedQueryTemplate('Down & out', ['tier', 'agent_type', 'tier', 'alertname'])).toBe(
      'alert=Down%20%26%20out&label-agent_type={{ $labels.agent_type | urlquery }}&label-tier={{ $labels.tier | urlquery }}'
    );
  });
});
