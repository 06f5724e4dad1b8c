import { catalogCounts } from './catalogCounts';
import { builtInSystems } from './packs';
import { type System } from './types';

const countsOf = (id: string) => catalogCounts(builtInSystems.find((system) => system.id === id)!);

it('counts the alerts of document 001 by severity: 15, of which 4 are critical, 6 high and 5 medium', () => {
  expect(countsOf('mini-market')).toMatchObject({
    alerts: 15,
    severities: [
      { severity: 'critical', count: 4 },
      { severity: 'high', count: 6 },
      { severity: 'medium', count: 5 },
    ],
    alertsWithRunbook: 15,
  });
});

it('counts the objectives of document 004: 7', () => {
  expect(countsOf('obs-standards').slos).toBe(7);
});

it('counts boards and their panels, and alerts without a runbook', () => {
  const panel = (id: string) => ({ id, title: id, kind: 'stat' as const });
  const alert = { service: 'a', severity: 'info' as const, condition: { signal: 'a.b', op: '>' as const, value: 1 } };
  const system: System = {
    id: 'small',
    name: 'Small',
    teams: [],
    services: [],
    boards: [
      {
        id: 'one',
        title: 'One',
        page: 'boards',
        rows: [{ panels: [panel('a'), panel('b')] }, { panels: [panel('c')] }],
      },
      { id: 'two', title: 'Two', page: 'boards', rows: [] },
    ],
    alerts: [
      { ...alert, id: 'x', name: 'X', for: '5m', summary: 'x', runbook: 'r' },
      { ...alert, id: 'y', name: 'Y', for: '5m', summary: 'y' },
    ],
  };
  expect(catalogCounts(system)).toEqual({
    boards: 2,
    panels: 3,
    alerts: 2,
    severities: [{ severity: 'info', count: 2 }],
    alertsWithRunbook: 1,
    slos: 0,
  });
});
