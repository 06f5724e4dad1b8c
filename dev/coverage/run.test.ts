/** @jest-environment node */
import { run, settle } from './run';
import { allTexts, enisText, readFile } from './testing/texts';

const withEnis = (text: string) => new Map([...allTexts, ['enis.yaml', text]]);
const pack = (...ids: string[]) => [{ id: 'enis', services: [{ id: 'kernel', implements: ids }] }];
const input = { texts: allTexts, packs: [], readFile };
const columns = (line: string | undefined) => line?.trim().split(/\s+/);

describe('counts', () => {
  // enis: one open, one out, one done; the four others: one open each.
  it('prints a row for each system and kind, and the sum', () => {
    const { exitCode, stdout, stderr } = run(input);
    const rows = stdout.split('\n').filter(Boolean);
    expect([exitCode, stderr]).toEqual([0, '']);
    expect(columns(rows[0])).toEqual(['implemented', 'open', 'out', 'total']);
    expect(columns(rows[1])).toEqual(['enis', '1', '1', '1', '3']);
    expect(columns(rows[2])).toEqual(['panel', '0', '1', '1', '2']);
    expect(columns(rows[3])).toEqual(['slo', '1', '0', '0', '1']);
    expect(columns(rows[4])).toEqual(['mini-market', '0', '1', '0', '1']);
    expect(rows.at(-1)).toBe(
      '7 items: 1 implemented (16 % of 6 in scope), 0 by the catalog and 1 by other evidence; 5 open, 1 out'
    );
  });

  it('counts an id of a pack as implemented, once, even if it has other evidence as well', () => {
    const text = enisText.replace(/ {4}status: open\n.*\n/, '');
    const { stdout, exitCode } = run({
      texts: withEnis(text),
      packs: pack('ENIS-PANEL-01', 'ENIS-SLO-01', 'ENIS-PANEL-01'),
      readFile,
    });
    expect(exitCode).toBe(0);
    expect(stdout).toContain('7 items: 2 implemented (33 % of 6 in scope), 2 by the catalog and 0 by other evidence');
  });

  it('filters by system and by kind', () => {
    expect(run(input, { system: 'enis' }).stdout).toContain('3 items: 1 implemented (50 % of 2 in scope)');
    expect(run(input, { kind: 'quality' }).stdout).toContain('4 items: 0 implemented (0 % of 4 in scope)');
    expect(run(input, { system: 'accelerapp', kind: 'panel' }).stdout).toContain('0 items: 0 implemented,');
  });

  it('lists the open items with title and note', () => {
    const { stdout } = run(input, { open: true, system: 'enis' });
    expect(stdout.replace(/ +/g, ' ')).toBe('ENIS-PANEL-01 panel First panel [comes with its page]');
  });

  it('prints the same as JSON', () => {
    const data = JSON.parse(run(input, { json: true, system: 'enis' }).stdout);
    expect(data.summary).toEqual({ implemented: 1, catalog: 0, done: 1, open: 1, out: 1, total: 3 });
    expect(data.rows).toContainEqual(
      expect.objectContaining({ system: 'enis', kind: 'panel', implemented: 0, open: 1, out: 1, total: 2 })
    );
    expect(data.items[2]).toMatchObject({ id: 'ENIS-SLO-01', state: 'done', evidence: ['docs/proof.md#proven here'] });
    expect(data.problems).toEqual([]);
  });
});

describe('failures', () => {
  it('exits with 1 and file:line:column, whatever the filter shows', () => {
    const texts = withEnis(enisText.replace('proven here', 'not there'));
    const { exitCode, stderr } = run({ ...input, texts }, { system: 'accelerapp' });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^coverage\/enis\.yaml:27:9: ENIS-SLO-01: .*does not contain "not there"\n1 problem\(s\)$/);
  });

  it('reports an unreadable file alone, not all that follows from it', () => {
    const { exitCode, stderr } = run({ ...input, texts: withEnis('items: [') });
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^coverage\/enis\.yaml:1:\d+: malformed YAML/);
    expect(stderr).not.toContain('unknown');
  });

  it('reports a missing file', () => {
    const texts = new Map([...allTexts].filter(([name]) => name !== 'soma-agent.yaml'));
    expect(run({ ...input, texts })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('coverage/soma-agent.yaml: the coverage file of system soma-agent is missing'),
    });
  });

  it('reports a pack that names an unknown id or no ids at all', () => {
    expect(run({ ...input, packs: pack('ENIS-PANEL-77') })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('packs.enis.services.kernel: implements ENIS-PANEL-77'),
    });
    expect(run({ ...input, packs: [{ implements: 'ENIS-SLO-01' }] }).exitCode).toBe(1);
  });

  it('puts the problems into the JSON too', () => {
    const { exitCode, stdout } = run({ ...input, packs: pack('ENIS-PANEL-02') }, { json: true });
    expect(exitCode).toBe(1);
    expect(JSON.parse(stdout).problems).toEqual([expect.objectContaining({ file: 'coverage/enis.yaml', line: 20 })]);
  });

  it('refuses a filter that nothing can match', () => {
    expect(run(input, { system: 'enos' })).toMatchObject({
      exitCode: 1,
      stderr: expect.stringContaining('unknown system "enos": one of enis, mini-market'),
    });
    expect(run(input, { kind: 'pannel' }).stderr).toContain('unknown kind "pannel": one of panel, quality, slo');
  });
});

describe('dropping open marks', () => {
  it('drops status and note of what a pack implements, and nothing else', () => {
    const changed = settle({ texts: allTexts, packs: pack('ENIS-PANEL-01', 'ENIS-PANEL-02', 'ENIS-SLO-01') });
    expect(changed).toEqual([
      {
        name: 'enis.yaml',
        ids: ['ENIS-PANEL-01'],
        text: enisText.replace('    status: open\n    note: comes with its page\n', ''),
      },
    ]);
  });

  it('leaves the files alone when there is nothing to drop', () => {
    expect(settle({ texts: allTexts, packs: [] })).toEqual([]);
    expect(settle({ texts: withEnis('items: ['), packs: pack('ENIS-PANEL-01') })).toEqual([]);
  });
});
