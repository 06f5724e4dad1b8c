import fc from 'fast-check';
import { fieldsInLucene } from './fieldsInLucene';

describe('fieldsInLucene', () => {
  it.each([
    ['timeout', []],
    ['level:ERROR AND (service:"a:b" OR fields.user_id:10007)', ['level', 'service', 'fields.user_id']],
    ['_exists_:trace_id AND NOT _index:app-*', ['trace_id']],
    ['duration_ms:[1000 TO *] level:x level:y', ['duration_ms', 'level']],
    ['message:"url: http://a"', ['message']],
    ['@timestamp:>now', ['@timestamp']],
  ])('%s', (query, fields) => {
    expect(fieldsInLucene(query)).toEqual(fields);
  });

  it('reads whatever is typed', () => {
    fc.assert(
      fc.property(fc.string(), (query) => expect(fieldsInLucene(query).every((name) => name !== '')).toBe(true))
    );
  });
});
