import { type Sample } from '../metrics/types';
import { standings, type SystemSlo, type WindowAnswers } from './standing';
import { type Slo } from './types';

const slo = (id: string, windowDays = 28): SystemSlo => ({
  system: 'enis',
  slo: {
    id,
    title: id,
    service: 's',
    sli: { kind: 'boolean', gauge: { metric: 'up' } },
    targetRatio: 0.99,
    windowDays,
  } satisfies Slo,
});
const sample = (id: string, value: number, system = 'enis'): Sample => ({
  labels: { system, slo: id },
  timeMs: 0,
  value,
});

const answers = (changes: Partial<WindowAnswers> = {}): Map<number, WindowAnswers> =>
  new Map([
    [
      28,
      {
        badEvents: [sample('worn', 9), sample('spent', 30), sample('fine', 0), sample('idle', 0)],
        totalEvents: [sample('worn', 1000), sample('spent', 1000), sample('fine', 1000), sample('idle', 0)],
        // 28 days of five-minute counts are 8,064.
        recordedCounts: [sample('worn', 8064), sample('spent', 4032), sample('fine', 8064)],
        ...changes,
      },
    ],
  ]);

describe('standings', () => {
  it('joins by system and objective and puts the worst first', () => {
    const result = standings([slo('fine'), slo('worn'), slo('idle'), slo('missing'), slo('spent')], answers());
    expect(result.map((one) => [one.slo.id, one.attainment.state])).toEqual([
      ['spent', 'breached'],
      ['worn', 'critical'],
      ['missing', 'no-data'],
      ['idle', 'no-traffic'],
      ['fine', 'ok'],
    ]);
    expect(result[0]?.attainment.coverageRatio).toBeCloseTo(0.5, 10);
  });

  it('does not take another system’s events', () => {
    const foreign = answers({ totalEvents: [sample('fine', 1000, 'other')] });
    expect(standings([slo('fine')], foreign)[0]?.attainment.state).toBe('no-data');
  });

  it('has no data when the bad events could not be asked, or nobody asked about the window', () => {
    expect(standings([slo('fine')], answers({ badEvents: undefined }))[0]?.attainment.state).toBe('no-data');
    expect(standings([slo('fine', 7)], answers())[0]?.attainment.state).toBe('no-data');
  });
});
