import { bindCheck, type Binding } from './bind';
import { type RunbookSource } from './questions';
import { type Check } from './types';
import { runbookVariables } from './variables';

const source: RunbookSource = {
  system: 'shop',
  signal: (reference) => {
    if (reference !== 'cart.errors') {
      throw new Error(`shop has no signal "${reference}"`);
    }
    return {
      kind: 'gauge',
      title: 'Errors',
      metric: 'cart_errors',
      where: { app: 'cart' },
      aggregation: 'max',
      unit: 'percentunit',
    };
  },
  alerts: [
    {
      id: 'a',
      name: 'CartErrors',
      service: 'cart',
      summary: '',
      signal: 'cart.errors',
      by: ['pod'],
      op: '>',
      value: 0.1,
    },
    {
      id: 'b',
      name: 'CartSlow',
      service: 'cart',
      summary: '',
      signal: 'cart.errors',
      by: ['pod'],
      op: '>',
      value: 0.5,
    },
  ],
  tracedAs: (service) => (service === 'cart' ? 'cart-api' : undefined),
  logsOf: (service) =>
    service === 'cart'
      ? {
          schema: { indexPattern: 'cart-*', fields: { level: ['level'], tenant: ['tenant_id'] } },
          where: [{ field: 'app', anyOf: ['cart'] }],
        }
      : undefined,
  logSchema: () => undefined,
};

const binding = (over: Partial<Binding> = {}): Binding => ({
  source,
  service: 'cart',
  variables: { service: 'cart', namespace: 'prod', pod: 'p-1', tenant: 'a"b' },
  opened: { alert: 'CartErrors', labels: { pod: 'p-1', tenant: 'a"b' } },
  ...over,
});
const bind = (check: Check, over: Partial<Binding> = {}) => bindCheck(check, binding(over));
const bound = { op: '>', value: 1 } as const;

describe('metric checks', () => {
  it('ask a signal of the system, narrowed to the labels that the alert carries', () => {
    const check: Check = {
      kind: 'metric',
      signal: 'cart.errors',
      by: ['pod'],
      narrowBy: ['pod', 'zone'],
      abnormal: bound,
    };
    expect(bind(check)).toMatchObject({
      kind: 'metric',
      title: 'Errors',
      expr: 'max by (pod) (cart_errors{app="cart",pod="p-1",system="shop"})',
      unit: 'percentunit',
      metrics: ['cart_errors'],
    });
    expect(bind(check, { opened: { labels: {} } })).toMatchObject({
      expr: 'max by (pod) (cart_errors{app="cart",system="shop"})',
    });
  });

  it('take values of labels literally, also in patterns', () => {
    const where = { tenant: '$tenant', pod: { re: '$pod.*' } };
    expect(
      bind(
        { kind: 'metric', signal: 'cart.errors', where, abnormal: bound },
        { variables: { tenant: 'a"b', pod: 'p.1' } }
      )
    ).toMatchObject({ expr: 'max(cart_errors{app="cart",pod=~"p\\\\.1.*",system="shop",tenant="a\\"b"})' });
  });

  it('are not applicable without a value, and fail when they are written wrongly', () => {
    expect(bind({ kind: 'metric', expr: 'up{zone="$zone"}', abnormal: bound })).toEqual({
      kind: 'unasked',
      verdict: 'not-applicable',
      title: '',
      because: 'Nobody said what $zone is.',
    });
    expect(bind({ kind: 'metric', signal: 'cart.ghost', abnormal: bound })).toMatchObject({
      kind: 'unasked',
      verdict: 'failed',
      because: 'shop has no signal "cart.ghost"',
    });
    expect(bind({ kind: 'metric', expr: 'up{a=$pod}', abnormal: bound })).toMatchObject({ verdict: 'failed' });
  });

  it('put the system into free PromQL', () => {
    expect(bind({ kind: 'metric', expr: 'rate(x{pod="$pod",$where}[$window])', abnormal: bound })).toMatchObject({
      expr: 'rate(x{pod="p-1",system="shop"}[5m])',
      unit: 'short',
    });
  });
});

describe('alert checks', () => {
  it('look at the condition of the alert that the page was opened for, and at its series', () => {
    expect(bind({ kind: 'alert' })).toMatchObject({
      title: 'Errors, as CartErrors sees it',
      expr: 'max by (pod) (cart_errors{app="cart",system="shop"})',
      abnormal: { op: '>', value: 0.1 },
      only: { pod: 'p-1' },
    });
    expect(bind({ kind: 'alert' }, { opened: { alert: 'CartSlow', labels: {} } })).toMatchObject({
      abnormal: { value: 0.5 },
      only: {},
    });
  });

  it('do not mistake labels of one alert for those of another', () => {
    expect(bind({ kind: 'alert', alert: 'b' })).toMatchObject({ abnormal: { value: 0.5 }, only: {} });
  });

  it('take the first alert of a runbook that was opened from the list, and are not applicable without any', () => {
    expect(bind({ kind: 'alert' }, { opened: { labels: {} } })).toMatchObject({ abnormal: { value: 0.1 } });
    expect(bind({ kind: 'alert' }, { source: { ...source, alerts: [] } })).toMatchObject({ verdict: 'not-applicable' });
  });
});

describe('log and trace checks', () => {
  it('ask for the lines of the service, by the fields of its schema', () => {
    const where = [{ field: 'tenant', anyOf: ['$tenant'] }];
    expect(bind({ kind: 'log', where, query: 'message:"$pod"', within: '1h', abnormal: bound })).toMatchObject({
      query: '((_index:cart\\-*) AND (app:"cart") AND (tenant_id:"a\\"b")) AND (message:"p-1")',
      anyLine: '(_index:cart\\-*) AND (app:"cart")',
      withinMs: 3_600_000,
    });
  });

  it('ask for traces by the name that traces know the service by', () => {
    expect(bind({ kind: 'trace', measure: 'count', tags: { pod: '$pod' }, abnormal: bound })).toMatchObject({
      service: 'cart-api',
      tags: { pod: 'p-1' },
      withinMs: 900_000,
    });
  });

  it('are not applicable for a service without logs or traces', () => {
    const log: Check = { kind: 'log', abnormal: bound };
    expect(bind(log, { service: 'db' })).toMatchObject({
      verdict: 'not-applicable',
      because: 'The catalog knows no logs of db.',
    });
    const trace: Check = { kind: 'trace', measure: 'count', abnormal: bound };
    expect(bind(trace, { service: 'db' })).toMatchObject({ verdict: 'not-applicable' });
  });
});

it('commands, questions and links are filled in', () => {
  expect(bind({ kind: 'command', command: 'kubectl -n $namespace logs $pod' })).toMatchObject({
    text: 'kubectl -n prod logs p-1',
    missing: [],
  });
  expect(bind({ kind: 'manual', question: 'Is $pod slow?' })).toMatchObject({ question: 'Is p-1 slow?' });
  expect(bind({ kind: 'link', title: 'Service', page: 'services', params: ['shop', '$service'] })).toMatchObject({
    params: ['shop', 'cart'],
  });
});

it('variables: labels win over the page, the page over the runbook, and some follow others', () => {
  const runbook = { service: 'cart', variables: { deployment: '$service', zone: 'a', tier: 'lite' } };
  const opened = { alert: 'Down', labels: { service: 'pay', tier: 'zero', window: '1y', empty: '' } };
  expect(runbookVariables(runbook, 'shop', opened, { zone: 'b', tier: 'shared' })).toEqual({
    service: 'pay',
    deployment: 'pay',
    zone: 'b',
    tier: 'zero',
    system: 'shop',
    alertname: 'Down',
  });
});
