import fc from 'fast-check';
import { fieldNames, fieldValue } from './fields';
import { logLucene, missingInputs } from './logQuery';
import { luceneProblem } from './luceneProblem';

const schema = {
  indexPattern: 'app-logs-*',
  fields: { level: ['severity', 'level'], user: ['fields.user_id'], durationMs: ['took'] },
};

describe('logLucene', () => {
  it('asks the indices of the schema only', () => {
    expect(logLucene(schema, {})).toBe('_index:app\\-logs\\-*');
  });

  it('looks for a role in each of its fields, and for other names as they are', () => {
    const where = [
      { field: 'level', anyOf: ['ERROR'] },
      { field: 'durationMs', atLeast: 1000 },
      { field: 'logger', exists: false },
    ];
    expect(logLucene(schema, { where })).toBe(
      '(_index:app\\-logs\\-*) AND ((severity:"ERROR") OR (level:"ERROR")) AND (took:[1000 TO *]) AND ((* AND NOT (_exists_:logger)))'
    );
  });

  it('takes what the reader typed as a value, and nothing else', () => {
    const where = [{ field: 'user', input: 'user' }];
    expect(logLucene(schema, { where }, { user: ' 10007 ' })).toBe(
      '(_index:app\\-logs\\-*) AND (fields.user_id:"10007")'
    );
    fc.assert(
      fc.property(fc.string(), (user) => {
        expect(luceneProblem(logLucene(schema, { where }, { user }))).toBeUndefined();
      })
    );
    expect(logLucene(schema, { where }, { user: '" OR *:*' })).toBe(
      '(_index:app\\-logs\\-*) AND (fields.user_id:"\\" OR *:*")'
    );
  });

  it('joins the filters of a part', () => {
    expect(logLucene(schema, {}, {}, [{ field: 'user', exists: true }])).toBe(
      '(_index:app\\-logs\\-*) AND (_exists_:fields.user_id)'
    );
  });
});

test('a question waits for its inputs, each named once', () => {
  const query = {
    schema: 'x',
    where: [{ field: 'user', input: 'user' }],
    part: {
      title: 'Errors',
      where: [
        { field: 'tenant', input: 'tenant' },
        { field: 'user', input: 'user' },
      ],
    },
  };
  expect(missingInputs(query, {})).toEqual(['user', 'tenant']);
  expect(missingInputs(query, { user: '1', tenant: '  ' })).toEqual(['tenant']);
});

describe('fields', () => {
  it('are those of the role, or the name itself', () => {
    expect(fieldNames(schema.fields, 'level')).toEqual(['severity', 'level']);
    expect(fieldNames(schema.fields, 'logger')).toEqual(['logger']);
  });

  it('have the first value that is there, flattened or nested', () => {
    expect(fieldValue({ level: 'info', severity: '' }, schema.fields, 'level')).toBe('info');
    expect(fieldValue({ fields: { user_id: '7' } }, schema.fields, 'user')).toBe('7');
    expect(fieldValue({ 'fields.user_id': '8' }, schema.fields, 'user')).toBe('8');
    expect(fieldValue({}, schema.fields, 'user')).toBeUndefined();
  });

  it('count an id of zeros as none', () => {
    const zero = '0'.repeat(32);
    expect(fieldValue({ trace_id: zero }, { traceId: ['trace_id'] }, 'traceId')).toBeUndefined();
    expect(fieldValue({ count: '0' }, {}, 'count')).toBe('0');
  });
});
