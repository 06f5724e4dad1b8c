import { createTheme } from '@grafana/data';
import { type Changes } from '../../domain/changes/types';
import { changesFrame, onlyMarks } from './changesFrame';

const changes: Changes = {
  deploys: [{ kind: 'deploy', timeMs: 500, system: 's', service: 'pay', from: '1', to: '2', isRollback: false }],
  alerts: [
    { kind: 'alert', system: 's', service: 'pay', component: 'pay', name: 'Slow', severity: 'critical', endedMs: 300 },
    { kind: 'alert', system: 's', service: 'web', component: 'web', name: 'Down', severity: '', beganMs: 700 },
  ],
  marks: [{ kind: 'mark', timeMs: 600, text: 'Switch replaced', tags: ['deploy'] }],
};
const frame = changesFrame(changes, { fromMs: 100, toMs: 1000 }, createTheme());
const column = (name: string, of = frame) => of.fields.find((field) => field.name === name)?.values;

describe('changesFrame', () => {
  it('draws moments as lines and periods as areas, cut at the range', () => {
    expect(column('time')).toEqual([100, 500, 600, 700]);
    expect(column('timeEnd')).toEqual([300, 500, 600, 1000]);
    expect(column('isRegion')).toEqual([true, false, false, true]);
    expect(column('text')).toEqual(['Slow of pay', 'pay 1 → 2', 'Switch replaced', 'Down of web, still firing']);
    expect(frame.meta?.dataTopic).toBe('annotations');
  });

  it('is a frame without rows when nothing happened', () => {
    const nothing = changesFrame({ deploys: [], alerts: [], marks: [] }, { fromMs: 0, toMs: 1 }, createTheme());
    expect(nothing.length).toBe(0);
  });
});

describe('onlyMarks', () => {
  it('keeps what is wanted, and hands Grafana nothing that it does not know', () => {
    const kept = onlyMarks(frame, (what) => what.kind === 'mark' || what.system !== 's', createTheme());
    expect(kept.length).toBe(1);
    expect(column('text', kept)).toEqual(['Switch replaced']);
    expect(kept.fields.map(({ name }) => name)).not.toContain('subject');
  });

  it('leaves other frames alone', () => {
    const exemplars = { length: 1, fields: [] };
    expect(onlyMarks(exemplars, () => false, createTheme())).toBe(exemplars);
  });
});
