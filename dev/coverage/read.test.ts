/** @jest-environment node */
import { readCoverageFile } from './read';
import { enisText } from './testing/texts';

const problemsOf = (text: string) => {
  const result = readCoverageFile('coverage/enis.yaml', text);
  return result.ok ? [] : result.problems;
};

it('reads a well-formed file and finds the places of its items', () => {
  const result = readCoverageFile('coverage/enis.yaml', enisText);
  if (!result.ok) throw new Error('not read');
  expect(result.value.content.items.map(({ id }) => id)).toEqual(['ENIS-PANEL-01', 'ENIS-PANEL-02', 'ENIS-SLO-01']);
  expect(result.value.locate(['items', 1, 'reason'])).toEqual({ file: 'coverage/enis.yaml', line: 21, col: 13 });
});

it('places a missing key at the item that lacks it', () => {
  const result = readCoverageFile('coverage/enis.yaml', enisText);
  if (!result.ok) throw new Error('not read');
  expect(result.value.locate(['items', 1, 'evidence'])).toEqual({ file: 'coverage/enis.yaml', line: 17, col: 5 });
});

it('says where YAML is malformed', () => {
  expect(problemsOf('system: enis\nitems: [a, b\nfrozen: 1\n')).toContainEqual(
    expect.objectContaining({
      file: 'coverage/enis.yaml',
      line: 3,
      col: 1,
      message: expect.stringContaining('malformed YAML'),
    })
  );
});

it('refuses a key that is given twice', () => {
  expect(problemsOf(enisText.replace('    kind: slo\n', '    kind: slo\n    kind: sli\n'))).toEqual([
    expect.objectContaining({ line: 24, col: 5, message: expect.stringContaining('Map keys must be unique') }),
  ]);
});

it.each([
  ['an empty file', '', 1, 'file: '],
  ['a list instead of a map', '- a\n', 1, 'file: '],
  ['a missing header', enisText.replace(/frozen:[^]*items:/, 'items:'), 1, 'frozen: '],
  ['a malformed id', enisText.replace('id: ENIS-SLO-01', 'id: enis-slo-1'), 22, 'items.2.id: must look like'],
  ['a number as title', enisText.replace('An objective', '12'), 24, 'items.2.title: '],
  ['an unknown key', enisText.replace('note:', 'remark:'), 12, 'items.0: '],
  ['an unknown status', enisText.replace('status: open', 'status: maybe'), 15, 'must be done, open or out'],
  ['a handwritten catalog', enisText.replace('status: open', 'status: catalog'), 15, 'name the id in `implements`'],
  ['done without evidence', enisText.replace('status: open', 'status: done'), 15, 'done needs evidence'],
  ['out without reason', enisText.replace('    reason: not ours\n', ''), 20, 'out needs a reason'],
  ['no evidence in the list', enisText.replace(/evidence:\n.*$/m, 'evidence: []'), 26, 'must name at least one file'],
  ['a note beside done', `${enisText}    note: later\n`, 28, 'goes with status open only'],
  ['a reason beside open', enisText.replace('note:', 'reason:'), 16, 'goes with status out only'],
])('refuses %s', (_name, text, line, message) => {
  expect(problemsOf(text)).toContainEqual(
    expect.objectContaining({ file: 'coverage/enis.yaml', line, message: expect.stringContaining(message) })
  );
});
