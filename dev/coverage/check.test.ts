/** @jest-environment node */
import { checkCoverage, missingFiles } from './check';
import { readCoverageFile } from './read';
import { allTexts, enisText, readFile } from './testing/texts';
import { type CoverageFile, type Implementation } from './types';

function parse(text: string, file = 'coverage/enis.yaml'): CoverageFile {
  const result = readCoverageFile(file, text);
  if (!result.ok) throw new Error(result.problems.map(({ message }) => message).join('\n'));
  return result.value;
}

const check = (text: string, implementations: Implementation[] = []) =>
  checkCoverage({ files: [parse(text)], implementations, readFile });

const replace = (search: string | RegExp, by: string) => {
  const text = enisText.replace(search, by);
  expect(text).not.toBe(enisText);
  return text;
};

it('finds nothing wrong in files that are right', () => {
  const files = [...allTexts].map(([name, text]) => parse(text, `coverage/${name}`));
  expect(checkCoverage({ files, implementations: [], readFile })).toEqual([]);
});

describe('frozen ids', () => {
  it('reports a deleted item and the kind that shrank', () => {
    expect(check(replace(/ {2}- id: ENIS-PANEL-02\n(?: {4}.*\n)+/, ''))).toEqual([
      expect.objectContaining({ line: 12, message: expect.stringContaining('ENIS-PANEL-02 is missing') }),
      expect.objectContaining({ line: 9, message: 'kind panel: 2 items are frozen, 1 found' }),
    ]);
  });

  it('reports an id beyond its series', () => {
    const extra = '  - { id: ENIS-SLO-02, kind: slo, title: More, status: open }\n';
    expect(check(enisText + extra)).toContainEqual(
      expect.objectContaining({ line: 28, col: 11, message: expect.stringContaining('ENIS-SLO-02 is unknown') })
    );
  });

  it('reports a kind that is not frozen', () => {
    expect(check(replace('kind: slo', 'kind: sli')).map(({ message }) => message)).toEqual([
      'kind slo: 1 items are frozen, 0 found',
      'kind sli: 0 items are frozen, 1 found',
    ]);
  });

  it('reports a series shortened together with its item, by the total', () => {
    const shorter = replace(/ {2}- id: ENIS-SLO-01\n(?: {4}.*\n)+(?: {6}.*\n)?/, '')
      .replace('    ENIS-SLO: 1\n', '')
      .replace('    slo: 1\n', '');
    expect(check(shorter).map(({ message }) => message)).toEqual(['total is 3, but the series add up to 2']);
  });

  it('reports two kinds that were swapped, by the checksum', () => {
    const swapped = replace('ENIS-PANEL-01\n    kind: panel', 'ENIS-PANEL-01\n    kind: slo').replace(
      'ENIS-SLO-01\n    kind: slo',
      'ENIS-SLO-01\n    kind: panel'
    );
    expect(check(swapped)).toEqual([
      expect.objectContaining({ line: 4, message: expect.stringContaining('an id or a kind was changed') }),
    ]);
  });
});

describe('duplicates', () => {
  it('reports an id that stands twice in a file', () => {
    expect(check(replace('ENIS-PANEL-02', 'ENIS-PANEL-01'))).toContainEqual({
      file: 'coverage/enis.yaml',
      line: 17,
      col: 9,
      message: 'ENIS-PANEL-01 is a duplicate: it stands at coverage/enis.yaml:12 already',
    });
  });

  it('reports an id that stands in two files', () => {
    const files = [parse(enisText), parse(enisText, 'coverage/mini-market.yaml')];
    expect(checkCoverage({ files, implementations: [], readFile })).toContainEqual(
      expect.objectContaining({ file: 'coverage/mini-market.yaml', message: expect.stringContaining('is a duplicate') })
    );
  });
});

describe('packs', () => {
  it('reports an item that is open or out although a pack implements it', () => {
    const implementations = ['ENIS-PANEL-01', 'ENIS-PANEL-02'].map((id) => ({ id, where: 'packs.enis.boards.b' }));
    expect(check(enisText, implementations)).toEqual([
      expect.objectContaining({ line: 15, message: expect.stringContaining('marked open, but packs.enis.boards.b') }),
      expect.objectContaining({ line: 20, message: expect.stringContaining('marked out, but packs.enis.boards.b') }),
    ]);
  });

  it('accepts an item without status that a pack implements, and reports it when none does', () => {
    const text = replace(/ {4}status: open\n.*\n/, '');
    expect(check(text, [{ id: 'ENIS-PANEL-01', where: 'packs.enis' }])).toEqual([]);
    expect(check(text)).toEqual([
      expect.objectContaining({ line: 12, message: expect.stringContaining('ENIS-PANEL-01 has no status') }),
    ]);
  });

  it('reports an id in a pack that no file holds', () => {
    expect(check(enisText, [{ id: 'ENIS-PANEL-99', where: 'packs.enis.boards.b' }])).toEqual([
      { file: 'packs.enis.boards.b', message: 'implements ENIS-PANEL-99, which is no known requirement' },
    ]);
  });
});

describe('evidence', () => {
  it.each([
    ['a file that is not there', 'docs/other.md', 'there is no file docs/other.md'],
    ['a text that is not in the file', 'docs/proof.md#not proven', 'docs/proof.md does not contain "not proven"'],
    ['an empty text', '"docs/proof.md#"', 'no text after #'],
    ['an absolute path', '/docs/proof.md', 'give a path from the project root'],
    ['a path out of the project', 'docs/../../proof.md', 'give a path from the project root'],
    ['a built file', 'dist/module.js', 'prove nothing'],
  ])('reports %s', (_name, evidence, message) => {
    expect(check(replace('docs/proof.md#proven here', evidence))).toEqual([
      expect.objectContaining({ line: 27, col: 9, message: expect.stringContaining(message) }),
    ]);
  });

  it('accepts a file without a text', () => {
    expect(check(replace('#proven here', ''))).toEqual([]);
  });
});

it('reports a system that is unknown or in the wrong file', () => {
  expect(check(replace('system: enis', 'system: other'))[0]).toMatchObject({
    line: 1,
    message: expect.stringContaining('unknown system "other"'),
  });
  expect(check(replace('system: enis', 'system: accelerapp'))[0]).toMatchObject({
    message: 'system accelerapp belongs into accelerapp.yaml',
  });
});

it('names the coverage files that are missing', () => {
  expect(missingFiles('coverage', ['enis.yaml', 'soma-agent.yaml']).map(({ file }) => file)).toEqual([
    'coverage/mini-market.yaml',
    'coverage/accelerapp.yaml',
    'coverage/obs-standards.yaml',
  ]);
});
