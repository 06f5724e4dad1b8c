import { type ServiceRow } from './rows';
import { reachabilityOf, withReachability } from './reachability';

const sample = (system: string, job: string, value: number) => ({ labels: { system, job }, timeMs: 0, value });
const up = [sample('a', 'redis', 1), sample('a', 'edge-1', 0), sample('a', 'edge-2', 1), sample('b', 'redis', 0)];

const row = (more: Partial<ServiceRow> = {}): ServiceRow => ({
  system: 'a',
  service: 'redis',
  values: {},
  state: 'not-configured',
  ...more,
});
const measured = row({
  state: 'ok',
  values: {
    traffic: {
      signal: { kind: 'rate', title: 'Calls', metric: 'calls_total', unit: 'ops' },
      value: 1,
      state: 'ok',
      points: [],
    },
  },
});

describe('reachabilityOf', () => {
  it('counts the targets of the component in its own system', () => {
    expect(reachabilityOf('a', { job: 'redis' }, up)).toEqual({ up: 1, total: 1 });
    expect(reachabilityOf('a', { job: { re: 'edge-.*' } }, up)).toEqual({ up: 1, total: 2 });
    expect(reachabilityOf('c', { job: 'redis' }, up)).toEqual({ up: 0, total: 0 });
  });

  it('knows nothing of components without targets', () => {
    expect(reachabilityOf('a', undefined, up)).toBeUndefined();
  });
});

describe('withReachability', () => {
  it('makes a silent target trouble, and a silent component critical', () => {
    expect(withReachability(measured, { up: 1, total: 3 })).toMatchObject({
      state: 'warning',
      because: '2 of 3 scrape targets do not answer.',
    });
    expect(withReachability(measured, { up: 0, total: 1 })).toMatchObject({
      state: 'critical',
      because: '1 of 1 scrape targets does not answer.',
    });
  });

  it('keeps what is worse', () => {
    const failing = { ...measured, state: 'critical' as const, because: 'Error rate' };
    expect(withReachability(failing, { up: 1, total: 2 })).toMatchObject({ state: 'critical', because: 'Error rate' });
  });

  it('takes an answer for health where nothing else is measured, and silence for silence', () => {
    expect(withReachability(row(), { up: 2, total: 2 }).state).toBe('ok');
    expect(withReachability(row(), { up: 0, total: 0 }).state).toBe('silent');
    expect(withReachability(row(), undefined).state).toBe('not-configured');
  });

  it('never makes a row look better than its measurements', () => {
    const failing = { ...measured, state: 'critical' as const };
    expect(withReachability(failing, { up: 3, total: 3 })).toBe(failing);
  });
});
