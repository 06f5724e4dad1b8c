import { mergedSchema } from './mergedSchema';

const schema = (indexPattern: string, level: string[], traceId?: string[]) => ({
  indexPattern,
  timeField: '@timestamp',
  fields: { level, ...(traceId && { traceId }) },
});

describe('mergedSchema', () => {
  it('has all indices once, and the commonest name of a role first', () => {
    const merged = mergedSchema([
      schema('a-*', ['severity', 'level']),
      schema('b-*', ['level'], ['trace_id']),
      schema('a-*', ['level']),
    ]);
    expect(merged).toEqual({
      indexPattern: 'a-*,b-*',
      timeField: '@timestamp',
      fields: { level: ['level', 'severity'], traceId: ['trace_id'] },
    });
  });

  it('is nothing of nothing', () => {
    expect(mergedSchema([])).toBeUndefined();
  });
});
