import fc from 'fast-check';
import { csvCell, reportCsv } from './csv';
import { reportJson } from './json';
import { markdownText, reportMarkdown } from './markdown';
import { monthReport } from './monthReport';
import { scriptedMonth } from './scriptedMonth';

const report = monthReport(scriptedMonth);

/** Reads RFC 4180 back, written apart from the code under test. */
function parseCsv(text: string): string[][] {
  const rows: string[][] = [[]];
  let cell = '';
  let quoted = false;
  for (let at = 0; at < text.length; at += 1) {
    const char = text[at];
    if (quoted) {
      if (char === '"' && text[at + 1] === '"') {
        cell += '"';
        at += 1;
      } else if (char === '"') {
        quoted = false;
      } else {
        cell += char;
      }
    } else if (char === '"') {
      quoted = true;
    } else if (char === ',' || char === '\n') {
      rows.at(-1)?.push(cell);
      cell = '';
      if (char === '\n') {
        rows.push([]);
      }
    } else if (char !== '\r') {
      cell += char;
    }
  }
  return rows.slice(0, -1);
}

describe('CSV', () => {
  it('has one line an objective, with the numbers of the spreadsheet', () => {
    const [head = [], ...rows] = parseCsv(reportCsv(report));
    const column = (name: string) => rows.map((row) => row[head.indexOf(name)]);
    expect(column('objective')).toEqual(['Enterprise availability', 'Availability', 'Latency "p95"', 'Lost', 'Lag']);
    expect(column('state')).toEqual(['breached', 'breached', 'warning', 'no-data', 'level']);
    expect(column('bad_events')).toEqual(['120', '140', '960', '0', '12']);
    expect(column('budget_remaining_ratio')).toEqual(['-1', '-0.166666666667', '0.2', '', '']);
    expect(column('attained_ratio_without_maintenance')).toEqual(['', '0.999576271186', '', '', '']);
    expect(column('sla_credit_due')).toEqual(['500', '', '', '', '']);
    expect(rows.every((row) => row.length === head.length)).toBe(true);
  });

  it('keeps any text, and never begins one with a formula', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        fc.pre(!text.includes('\r'));
        const [[read] = []] = parseCsv(`${csvCell(text)}\r\n`);
        expect(read).toBe(/^[=+\-@\t]/.test(text) ? `'${text}` : text);
      })
    );
    expect(csvCell('=HYPERLINK("x")')).toBe(`"'=HYPERLINK(""x"")"`);
    expect(csvCell(-0.5)).toBe('-0.5');
  });
});

describe('Markdown', () => {
  const text = reportMarkdown(report);

  it('tells what to do, what spent the budgets and what is owed', () => {
    expect(text).toContain('# Service level report, November 2026');
    expect(text).toContain('5 objectives: 2 breached, 0 critical, 1 warning');
    expect(text).toContain('| Availability | 2026-11-03 06:00–18:00 | 90 | 75 % | 60× |');
    expect(text).toContain(
      '| Shop | Enterprise | 99.95 % | 99.9 % | up to 2500.00 EUR | missed, credit 10 % of the monthly fee: 500.00 EUR |'
    );
    expect(text).toContain('| Shop | Zero | – | – | – | no SLA |');
    expect(text).toContain('99.958 % (Move, of disks)');
  });

  it('lets no text become markup or leave its cell', () => {
    fc.assert(
      fc.property(fc.string(), (any) => {
        const safe = markdownText(any);
        expect(safe).not.toMatch(/\n/);
        expect(safe.replace(/\\./g, '')).not.toMatch(/[`*_[\]<>|#~\\]/);
      })
    );
  });
});

describe('JSON', () => {
  it('has the keys of the document', () => {
    expect(JSON.parse(reportJson(report))).toMatchObject({
      report_timestamp: '2026-12-01T08:00:00.000Z',
      total_slos: 5,
      status_summary: { breached: 2, warning: 1 },
      slos_at_risk: 1,
      slos_breached: 2,
      detailed_results: expect.arrayContaining([
        expect.objectContaining({ name: 'shop.web.latency', status: 'warning', objective: 0.95 }),
      ]) as unknown,
    });
  });
});
