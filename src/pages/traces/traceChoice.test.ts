/** @jest-environment node */
import fc from 'fast-check';
import { choiceFromUrl, choiceToUrl, NO_CHOICE, TRACE_TABS, type TraceChoice } from './traceChoice';

const text = fc.string({ minLength: 1 });
const optional = fc.option(text, { nil: undefined });
const choice: fc.Arbitrary<TraceChoice> = fc.record({
  tab: fc.constantFrom(...TRACE_TABS),
  span: optional,
  line: optional,
  find: fc.string(),
  services: fc.array(text),
  onlyErrors: fc.boolean(),
  minDurationUs: fc.integer({ min: 0, max: 1e9 }).map((ms) => ms * 1000),
  onlyPath: fc.boolean(),
  until: fc.constantFrom('last-work', 'response'),
  zoom: fc.option(
    fc.tuple(fc.nat(), fc.integer({ min: 1, max: 1e9 })).map(([from, more]) => [from, from + more] as const),
    { nil: undefined }
  ),
  compare: optional,
});

describe('what a link to a trace carries', () => {
  it('is what was chosen', () => {
    fc.assert(
      fc.property(choice, (chosen) => {
        expect(choiceFromUrl(choiceToUrl(chosen))).toEqual(chosen);
      })
    );
  });

  it('is nothing at first, and nothing strange makes a choice', () => {
    expect(Object.values(choiceToUrl(NO_CHOICE)).every((value) => value === undefined)).toBe(true);
    expect(choiceFromUrl({ tab: 'x', min: 'ten', zoom: '9-3', until: '', errors: 'yes', service: '' })).toEqual(
      NO_CHOICE
    );
    expect(choiceFromUrl({ service: 'web', span: ['a', 'b'] })).toMatchObject({ services: ['web'], span: 'a' });
  });
});
