/** @jest-environment node */
import fc from 'fast-check';
import { luceneProblem } from '../../domain/logs/luceneProblem';
import { choiceFromUrl, choiceLucene, choiceToUrl, type LogChoice, NO_CHOICE } from './logChoice';

const values = fc.uniqueArray(fc.string({ minLength: 1 }));
const choice: fc.Arbitrary<LogChoice> = fc.record({
  query: fc.string(),
  levels: values,
  services: values,
  isLive: fc.boolean(),
});
const fields = { level: ['severity', 'level'], service: ['service'] };

describe('a choice of lines', () => {
  it('is what its link says', () => {
    fc.assert(fc.property(choice, (one) => expect(choiceFromUrl(choiceToUrl(one))).toEqual(one)));
    expect(Object.values(choiceToUrl(NO_CHOICE)).every((value) => value === undefined)).toBe(true);
  });

  it('is everything at first', () => {
    expect(choiceLucene(NO_CHOICE, { fields })).toBe('*');
  });

  it('asks each name of a role, and each spelling of a level', () => {
    const lucene = choiceLucene({ ...NO_CHOICE, query: 'a OR b', levels: ['ERROR'], services: ['x"y'] }, { fields });
    const either = (name: string) => `((${name}:"ERROR") OR (${name}:"error") OR (${name}:"Error"))`;
    expect(lucene).toBe(`(a OR b) AND (${either('severity')} OR ${either('level')}) AND (service:"x\\"y")`);
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
