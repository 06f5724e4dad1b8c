import fc from 'fast-check';
import { parse } from 'yaml';
import { yamlText } from './yamlText';

it('writes lists and maps as people do', () => {
  expect(
    yamlText({ groups: [{ name: 'a', rules: [{ record: 'x:y', expr: 'sum(rate(z{a="b"}[5m])) > 0' }], empty: [] }] })
  ).toBe(
    [
      'groups:',
      '  - name: a',
      '    rules:',
      '      - record: x:y',
      '        expr: \'sum(rate(z{a="b"}[5m])) > 0\'',
      '    empty: []',
      '',
    ].join('\n')
  );
});

it.each([
  '1h',
  '0s',
  '12',
  '1e3',
  'true',
  'No',
  '~',
  'null',
  '',
  ' a',
  'a: b',
  'a #b',
  '2024-01-01',
  '- a',
  '{a}',
  '0x1f',
])('quotes %j so that it stays a text', (text) => {
  expect(parse(yamlText({ text }), { version: '1.1' })).toEqual({ text });
  expect(parse(yamlText({ text }))).toEqual({ text });
});

it('is read back as it was, by YAML 1.1 and 1.2', () => {
  const { tree } = fc.letrec((tie) => ({
    tree: fc.oneof(
      { depthSize: 'small' },
      fc.string({ unit: 'binary' }),
      fc.stringMatching(/^[ -~]{0,20}$/),
      fc.integer(),
      fc.boolean(),
      fc.constant(null),
      fc.array(tie('tree'), { maxLength: 4 }),
      fc.dictionary(fc.stringMatching(/^[ -~]{1,12}$/), tie('tree'), { maxKeys: 4, noNullPrototype: true })
    ),
  }));
  fc.assert(
    fc.property(tree, (value) => {
      const text = yamlText(value as Parameters<typeof yamlText>[0]);
      expect(parse(text)).toEqual(value);
      expect(parse(text, { version: '1.1' })).toEqual(value);
    }),
    { numRuns: 500 }
  );
});
