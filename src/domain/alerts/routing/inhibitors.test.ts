import { inhibitorsOf } from './inhibitors';

const rule = { source: { severity: 'critical' }, target: { severity: 'warning' }, equal: ['service', 'zone'] };
const alert = (severity: string, service?: string) => ({ labels: { severity, ...(service ? { service } : {}) } });

it('finds what keeps an alert from notifying', () => {
  const [down, other, mild] = [alert('critical', 'api'), alert('critical', 'web'), alert('warning', 'api')];
  expect(inhibitorsOf(alert('warning', 'api'), [down, other, mild], [rule])).toEqual([down]);
  expect(inhibitorsOf(alert('critical', 'api'), [down, other, mild], [rule])).toEqual([]);
  expect(inhibitorsOf(alert('warning', 'api'), [], [rule])).toEqual([]);
});

it('takes labels that both lack for equal ones', () => {
  expect(inhibitorsOf(alert('warning'), [alert('critical')], [rule])).toHaveLength(1);
  expect(inhibitorsOf(alert('warning', 'api'), [alert('critical')], [rule])).toEqual([]);
});

it('does not let an alert of both sides silence its like', () => {
  const both = { source: { team: 'a' }, target: { team: 'a' }, equal: [] };
  expect(inhibitorsOf({ labels: { team: 'a' } }, [{ labels: { team: 'a' } }], [both])).toEqual([]);
});
