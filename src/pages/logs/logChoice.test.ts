/** @jest-environment node */
import fc from 'fast-check';
import { LINE_FEATURES } from '../../domain/logs/features';
import { luceneProblem } from '../../domain/logs/luceneProblem';
import { choiceFromUrl, choiceLucene, choiceToUrl, type LogChoice, NO_CHOICE } from './logChoice';

const values = fc.uniqueArray(fc.string({ minLength: 1 }));
const filters = fc.uniqueArray(
  fc.record({
    field: fc.stringMatching(/^[@\w.-]+$/),
    value: fc.string({ minLength: 1 }),
    isExcluded: fc.boolean(),
  }),
  { selector: ({ field, value }) => `${field} ${value}` }
);
const choice: fc.Arbitrary<LogChoice> = fc.record(
  {
    query: fc.string(),
    levels: values,
    services: values,
    has: fc.uniqueArray(fc.constantFrom(...LINE_FEATURES)),
    filters,
    columns: fc.uniqueArray(fc.string({ minLength: 1 }), { minLength: 1 }),
    isLive: fc.boolean(),
  },
  { requiredKeys: ['query', 'levels', 'services', 'has', 'filters', 'isLive'] }
);
const fields = { level: ['severity', 'level'], service: ['service'] };

describe('a choice of lines', () => {
  it('is what its link says', () => {
    fc.assert(fc.property(choice, (one) => expect(choiceFromUrl(choiceToUrl(one))).toEqual(one)));
    const lists = { level: [], service: [], has: [], filter: [], columns: [] };
    expect(choiceToUrl(NO_CHOICE)).toEqual({ query: undefined, live: undefined, ...lists });
  });

  it('is everything at first', () => {
    expect(choiceLucene(NO_CHOICE, { fields })).toBe('*');
  });

  it('asks each name of a role, and each spelling of a level', () => {
    const lucene = choiceLucene({ ...NO_CHOICE, query: 'a OR b', levels: ['ERROR'], services: ['x"y'] }, { fields });
    const either = (name: string) => `((${name}:"ERROR") OR (${name}:"error") OR (${name}:"Error"))`;
    expect(lucene).toBe(`(a OR b) AND (${either('severity')} OR ${either('level')}) AND (service:"x\\"y")`);
  });

  it('leaves lines with an exception, and those without a value', () => {
    const filters = [{ field: 'correlationId', value: 'c-1', isExcluded: true }];
    expect(choiceLucene({ ...NO_CHOICE, has: ['exception'], filters }, { fields })).toBe(
      '(tags:"exception") AND ((* AND NOT (correlationId:"c-1")))'
    );
    expect(choiceLucene({ ...NO_CHOICE, filters }, { fields: { correlationId: ['correlation_id'] } })).toBe(
      '(* AND NOT (correlation_id:"c-1"))'
    );
  });

  it('forgets what its link says wrongly', () => {
    expect(choiceFromUrl({ has: ['exception', 'nonsense'], filter: 'x', columns: '' })).toEqual({
      ...NO_CHOICE,
      has: ['exception'],
    });
  });

  it('never becomes a query with open brackets', () => {
    fc.assert(
      fc.property(choice, (one) => {
        const { query } = one;
        fc.pre(luceneProblem(query) === undefined);
        expect(luceneProblem(choiceLucene(one, { fields }))).toBeUndefined();
      })
    );
  });
});
