import { priorityOf } from './priority';

it.each([
  [{ severity: 'critical', page: 'true' }, 'P0'],
  [{ severity: 'critical', page: 'false' }, 'P1'],
  [{ severity: 'critical' }, 'P1'],
  [{ severity: 'high', page: 'true' }, 'P1'],
  [{ severity: 'Warning' }, 'P2'],
  [{ severity: 'medium' }, 'P2'],
  [{ severity: 'info' }, 'P3'],
  [{ severity: 'P0' }, 'P0'],
  [{ severity: 'purple' }, undefined],
  [{}, undefined],
])('%j is %s', (labels, priority) => {
  expect(priorityOf(labels)).toBe(priority);
});
