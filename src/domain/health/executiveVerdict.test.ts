import { type Alert } from '../alerts/types';
import { type SloState } from '../slo/attainment';
import { type SloStanding } from '../slo/standing';
import { executiveVerdict } from './executiveVerdict';

const alert = (severity: string, state: Alert['state'] = 'firing'): Alert => ({
  ruleId: 'r',
  name: 'n',
  state,
  severity,
  labels: {},
  annotations: {},
  activeAtMs: 0,
  value: null,
  source: { id: 'p', kind: 'data-source', name: 'P' },
});
const standing = (title: string, state: SloState): SloStanding => ({
  system: 'enis',
  slo: {
    id: title,
    title,
    service: 's',
    sli: { kind: 'boolean', gauge: { metric: 'up' } },
    targetRatio: 0.99,
    windowDays: 28,
  },
  attainment: { state, coverageRatio: 1 },
  tiers: [],
  exhaustion: undefined,
});
const fine = { standings: [standing('A', 'ok')], alerts: [], unreachable: [] };

describe('executiveVerdict', () => {
  it('gives the all-clear only with what it rests on', () => {
    expect(executiveVerdict(fine)).toEqual({
      state: 'ok',
      sentence: 'No alert is firing. No objective of 1 is missed. Every target answers.',
    });
  });

  it('puts the worst into the state and names it', () => {
    const verdict = executiveVerdict({
      standings: [standing('Zero tier', 'breached'), standing('B', 'ok'), standing('C', 'no-data')],
      alerts: [alert('critical'), alert('warning'), alert('critical', 'pending')],
      unreachable: ['a (1)', 'b (1)', 'c (1)', 'd (1)'],
    });
    expect(verdict.state).toBe('critical');
    expect(verdict.sentence).toBe(
      '2 alerts are firing, 1 of them critical. 1 of 3 objectives is missed, first of all Zero tier; 1 could not be measured. No answer from a (1), b (1), c (1) and 1 more.'
    );
  });

  it('is not healthy when a question could not be asked', () => {
    expect(executiveVerdict({ ...fine, alerts: undefined }).state).toBe('no-data');
    expect(executiveVerdict({ ...fine, standings: undefined }).state).toBe('no-data');
    expect(executiveVerdict({ ...fine, unreachable: undefined }).state).toBe('no-data');
    expect(executiveVerdict({ ...fine, unreachable: ['x'] }).state).toBe('silent');
  });

  it('counts in words', () => {
    expect(executiveVerdict({ ...fine, alerts: [alert('critical')] }).sentence).toContain(
      '1 critical alert is firing.'
    );
    expect(executiveVerdict({ ...fine, alerts: [alert('info'), alert('warning')] })).toMatchObject({
      state: 'warning',
      sentence: expect.stringContaining('2 alerts are firing.') as unknown as string,
    });
  });
});
