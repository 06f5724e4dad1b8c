import fc from 'fast-check';
import { importObjectives } from './importObjectives';

const messages = (text: string) => importObjectives(text, { measure: 'metrics' }).messages;

it('says where a text is no YAML', () => {
  expect(messages('version: "prometheus/v1\nservice: x\n')[0]).toMatchObject({ severity: 'error', line: 3 });
  expect(messages('a: 1\na: 2\n')[0]).toMatchObject({ line: 2, message: expect.stringContaining('unique') });
});

it('says that a text is something else', () => {
  expect(messages('')).toEqual([expect.objectContaining({ line: 1, message: 'there are no objectives in here' })]);
  expect(messages('- a\n')[0]?.message).toBe('must be a map of keys and values');
  expect(messages('kind: Deployment\napiVersion: apps/v1\n')[0]?.message).toMatch(/^is no file of Sloth/);
});

it('refuses what is too large to be a definition', () => {
  expect(messages(`a: ${'x'.repeat(2_000_001)}`)[0]?.message).toBe('the file is larger than 2 MB');
});

it('reads documents of different tools in one text, and JSON', () => {
  const sloth = JSON.stringify({
    version: 'prometheus/v1',
    service: 'a',
    slos: [
      { name: 'b', objective: 99, sli: { events: { error_query: 'e[{{.window}}]', total_query: 't[{{.window}}]' } } },
    ],
  });
  const pyrra = `apiVersion: pyrra.dev/v1alpha1
metadata: { name: c }
spec: { target: 99, window: 7d, indicator: { ratio: { errors: { metric: e }, total: { metric: t } } } }`;
  const { objectives } = importObjectives(`${sloth}\n---\n${pyrra}\n`, { measure: 'metrics' });
  expect(objectives.map(({ format, slo }) => [format, slo.id, slo.targetRatio])).toEqual([
    ['sloth', 'a-b', 0.99],
    ['pyrra', 'c', 0.99],
  ]);
});

it('never throws, and every message has a place', () => {
  const word = fc.constantFrom(
    'version',
    'prometheus/v1',
    'apiVersion',
    'openslo/v1',
    'openslo/v1alpha',
    'pyrra.dev/v1alpha1',
    'kind',
    'SLO',
    'spec',
    'slos',
    'objectives',
    'indicator',
    'timeWindow',
    'target',
    '99'
  );
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'medium' },
      word,
      fc.constant(null),
      fc.integer(),
      fc.array(tie('tree'), { maxLength: 3 }),
      fc.dictionary(word, tie('tree'), { maxKeys: 5, noNullPrototype: true })
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      for (const { line, column } of messages(JSON.stringify(value))) {
        expect(line).toBeGreaterThan(0);
        expect(column).toBeGreaterThan(0);
      }
    }),
    { numRuns: 300 }
  );
});
