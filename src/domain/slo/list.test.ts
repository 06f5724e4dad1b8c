import { type SloState } from './attainment';
import { burnRateThresholds } from './burnRateTiers';
import { type ListLine, listPage, listVerdict, type ObjectiveRow } from './list';

const [tier] = burnRateThresholds({ targetRatio: 0.99, windowDays: 28 });
if (!tier) {
  throw new Error('there is no tier');
}

function row(id: string, state: SloState, inMs?: number, more: Partial<ObjectiveRow> = {}): ObjectiveRow {
  return {
    system: 's',
    systemName: 'Shop',
    serviceName: 'Web',
    team: 'Platform',
    slo: {
      id,
      title: `Title ${id}`,
      service: 'web',
      sli: { kind: 'boolean', gauge: { metric: 'up' } },
      targetRatio: 0.99,
      windowDays: 28,
    },
    attainment: { state, coverageRatio: 1 },
    tiers: [],
    exhaustion: inMs === undefined ? undefined : { inMs, burn: 1, window: '1d' },
    ...more,
  };
}
const view = { search: '', group: 'none', page: 1 } as const;
const text = (lines: readonly ListLine[]) =>
  lines.map((line) => (line.kind === 'group' ? `${line.name} (${line.count})` : line.row.slo.id));

describe('listPage', () => {
  const rows = [
    row('calm', 'ok', Infinity),
    row('later', 'ok', 5000, { team: 'Payments' }),
    row('lost', 'no-data'),
    row('gone', 'breached', 0, { tierName: 'Lite' }),
    row('soon', 'warning', 1000),
  ];

  it('puts what is exhausted first on top', () => {
    expect(text(listPage(rows, view).lines)).toEqual(['gone', 'soon', 'later', 'lost', 'calm']);
  });

  it('keeps groups together, the most urgent one first', () => {
    expect(text(listPage(rows, { ...view, group: 'team' }).lines)).toEqual([
      'Platform (4)',
      'gone',
      'soon',
      'lost',
      'calm',
      'Payments (1)',
      'later',
    ]);
    expect(text(listPage(rows, { ...view, group: 'tier' }).lines).slice(0, 3)).toEqual([
      'Lite (1)',
      'gone',
      'Without a tier (4)',
    ]);
  });

  it('finds words anywhere, in any order, and filters by state', () => {
    expect(text(listPage(rows, { ...view, search: 'payments TITLE' }).lines)).toEqual(['later']);
    expect(text(listPage(rows, { ...view, state: 'no-data' }).lines)).toEqual(['lost']);
    expect(listPage(rows, { ...view, search: 'nowhere' })).toMatchObject({ lines: [], matching: 0, pageCount: 1 });
  });

  it('shows fifty of a thousand, and says in each page which group it is in', () => {
    const many = Array.from({ length: 1000 }, (_, index) => row(`o${index}`, 'ok', index));
    const second = listPage(many, { ...view, group: 'system', page: 2 });
    expect(second).toMatchObject({ matching: 1000, pageCount: 20, page: 2 });
    expect(text(second.lines).slice(0, 2)).toEqual(['Shop (1000)', 'o50']);
    expect(second.lines).toHaveLength(51);
    expect(listPage(many, { ...view, page: 99 }).page).toBe(20);
    expect(listPage(many, { ...view, page: NaN }).page).toBe(1);
  });
});

describe('listVerdict', () => {
  const firing = (id: string, inMs: number, severity: 'critical' | 'warning' = 'critical') =>
    row(id, 'ok', inMs, { tiers: [{ tier: { ...tier, severity }, condition: 'firing', longBurn: 20, shortBurn: 20 }] });

  it('names what runs out first', () => {
    expect(listVerdict([row('a', 'breached', 0), firing('b', 9000), firing('c', 100), row('d', 'no-data')])).toEqual({
      state: 'breached',
      sentence:
        '1 objective of 4 has spent the whole budget. 2 objectives burn faster than allowed; first to run out: Title c. 1 objective could not be measured.',
    });
  });

  it('is as bad as the worst of it', () => {
    expect(listVerdict([firing('b', 1)]).state).toBe('critical');
    expect(listVerdict([firing('b', 1, 'warning')]).state).toBe('warning');
    expect(listVerdict([row('a', 'ok'), row('b', 'not-configured')]).state).toBe('no-data');
    expect(listVerdict([row('a', 'ok')]).state).toBe('ok');
    expect(listVerdict([]).state).toBe('not-configured');
  });
});
