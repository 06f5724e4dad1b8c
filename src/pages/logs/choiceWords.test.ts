/** @jest-environment node */
import { choiceWords } from './choiceWords';
import { type LogChoice, NO_CHOICE } from './logChoice';

const choice: LogChoice = {
  ...NO_CHOICE,
  query: 'timeout*',
  levels: ['ERROR', 'WARNING'],
  services: ['gateway'],
  has: ['exception', 'trace'],
  filters: [
    { field: 'correlationId', value: 'c-1', isExcluded: false },
    { field: 'fields.user_id', value: '7', isExcluded: true },
  ],
};

describe('a choice in words', () => {
  it('is one condition after the other', () => {
    expect(choiceWords(choice).map(({ words }) => words)).toEqual([
      'a match of timeout*',
      'level ERROR or WARNING',
      'service gateway',
      'an exception',
      'a trace',
      'correlation id c-1',
      'fields.user_id not 7',
    ]);
    expect(choiceWords(NO_CHOICE)).toEqual([]);
  });

  it('loses one condition at a time', () => {
    let rest = choice;
    for (let left = 7; left > 0; left--) {
      const [first] = choiceWords(rest);
      rest = { ...rest, ...first?.without };
      expect(choiceWords(rest)).toHaveLength(left - 1);
    }
    expect(rest).toEqual(NO_CHOICE);
  });
});
