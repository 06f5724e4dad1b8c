import { type GoldenService } from '../services/golden';
import { concerns, newestFirst, subjectOf } from './order';
import { shiftsBetween } from './shifts';
import { type AlertPeriod, type Change, type Deploy } from './types';
import { changeWords } from './words';

const deploy: Deploy = {
  kind: 'deploy',
  timeMs: 2_000,
  system: 'shop',
  service: 'pay',
  from: '3.1',
  to: '3.2',
  isRollback: false,
};
const alert: AlertPeriod = {
  kind: 'alert',
  system: 'shop',
  service: 'pay-pod',
  component: 'pay',
  name: 'HighErrorRate',
  severity: 'critical',
  beganMs: 1_000,
  endedMs: 121_000,
};
const all = newestFirst({
  deploys: [deploy],
  alerts: [alert, { ...alert, name: 'Old', beganMs: undefined, endedMs: undefined }],
  marks: [{ kind: 'mark', timeMs: 3_000, text: 'Switch replaced', tags: ['deploy'] }],
});

it('tells what happened, newest first', () => {
  expect(all.map(changeWords)).toEqual([
    'HighErrorRate of pay-pod ended after 2 min',
    'Switch replaced',
    'pay 3.1 → 3.2',
    'HighErrorRate of pay-pod began to fire',
  ]);
  expect(
    changeWords({
      what: 'deploy',
      timeMs: 0,
      deploy: { ...deploy, isRollback: true },
    })
  ).toBe('pay 3.1 → 3.2 (back to an earlier version)');
});

describe('concerns', () => {
  const seen = (place: Parameters<typeof concerns>[1]) =>
    all.filter((change) => concerns(subjectOf(change), place)).map(({ what }) => what);

  it('knows a service by its id, by the alert’s component, and by its other names', () => {
    expect(seen({ system: 'shop', service: 'pay' })).toHaveLength(4);
    expect(seen({ system: 'shop', service: 'billing', aliases: ['pay-pod'] })).toEqual([
      'alert-ended',
      'mark',
      'alert-began',
    ]);
  });

  it('leaves out other systems and services, and never a mark', () => {
    expect(seen({ system: 'shop', service: 'web' })).toEqual(['mark']);
    expect(seen({ system: 'other' })).toEqual(['mark']);
    expect(seen({ system: 'shop' })).toEqual<Array<Change['what']>>(['alert-ended', 'mark', 'deploy', 'alert-began']);
  });
});

describe('shiftsBetween', () => {
  const service: GoldenService = {
    system: 'shop',
    service: 'pay',
    signals: {
      traffic: { kind: 'rate', title: 'Traffic', unit: 'reqps', metric: 'r_total' },
      errors: {
        kind: 'ratio',
        title: 'Errors',
        unit: 'percentunit',
        direction: 'lower-is-better',
        part: { metric: 'r_total' },
        total: { metric: 'r_total' },
      },
      saturation: { kind: 'gauge', title: 'CPU', unit: 'short', metric: 'cpu', aggregation: 'max' },
    },
  };
  const sample = (value: number) => [{ labels: { wk_system: 'shop', wk_service: 'pay' }, timeMs: 0, value }];

  it('puts bad news first and leaves out what always moves a little', () => {
    const shifts = shiftsBetween(
      [service],
      { traffic: sample(50), errors: sample(0.02), saturation: sample(1.01) },
      { traffic: sample(100), errors: sample(0.01), saturation: sample(1) }
    );
    expect(shifts.map(({ signal, difference }) => [signal.title, difference.text])).toEqual([
      ['Errors', '+1 points'],
      ['Traffic', '-50 %'],
    ]);
  });

  it('says nothing of a signal that was not there before', () => {
    expect(shiftsBetween([service], { traffic: sample(50) }, {})).toEqual([]);
  });
});
