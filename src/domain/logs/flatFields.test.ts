/** @jest-environment node */
import { fieldText, flatFields } from './flatFields';

describe('the fields of a document', () => {
  it('are named in full, nested or not, in the order of their names', () => {
    expect(
      flatFields({ level: 'INFO', fields: { user: { id: 7 }, tags: ['a', 'b'] }, 'a.b': true, none: null })
    ).toEqual([
      { name: 'a.b', value: true },
      { name: 'fields.tags', value: ['a', 'b'] },
      { name: 'fields.user.id', value: 7 },
      { name: 'level', value: 'INFO' },
    ]);
  });

  it('are read as text', () => {
    expect([7, 'x', false, ['a', 1]].map(fieldText)).toEqual(['7', 'x', 'false', '["a",1]']);
  });
});
