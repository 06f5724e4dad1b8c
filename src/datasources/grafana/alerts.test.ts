/** @jest-environment node */
import { fakeGrafana } from '../testing/fakeGrafana';
import { recordedAnswer, recording } from '../testing/recorded';
import { activeAlerts, alertRules, GRAFANA_RULES, parseRules, parseState } from './index';

jest.mock('@grafana/runtime', () => jest.requireActual('../testing/runtime'));

const source = { id: 'prometheus', kind: 'data-source' as const, name: 'Prometheus' };

function page(rules: unknown[], groupNextToken?: string) {
  return {
    status: 200,
    body: { status: 'success', data: { groups: [{ name: 'g', file: 'f', rules }], groupNextToken } },
  };
}

beforeEach(() => fakeGrafana.reset());

describe('rules', () => {
  it('reads the recorded ones, without the recording rule', () => {
    const rules = parseRules(recording('prometheus-rules').response, source)?.rules ?? [];
    expect(rules).toHaveLength(2);
    expect(rules[0]).toEqual({
      id: 'prometheus:r.yml/nops_kernel_critical/0/NopsKernelHighErrorRate',
      uid: undefined,
      name: 'NopsKernelHighErrorRate',
      state: 'firing',
      severity: 'critical',
      labels: { component: 'nops-kernel', severity: 'critical' },
      annotations: {
        runbook_url: '/a/watchkeeper-oncall-app/runbooks/nops-high-error-rate',
        summary: 'NOPS Kernel error rate > 1%',
      },
      query: expect.stringContaining('> 0.01'),
      pendingForMs: 5000,
      health: 'ok',
      lastError: undefined,
      lastEvaluationMs: Date.UTC(2026, 10, 21, 13, 56, 15, 369),
      isPaused: false,
      source,
      group: 'nops_kernel_critical',
      folder: 'r.yml',
      instances: [
        {
          state: 'firing',
          reason: undefined,
          labels: {
            alertname: 'NopsKernelHighErrorRate',
            component: 'nops-kernel',
            job: 'nops_kernel',
            severity: 'critical',
            system: 'enis',
          },
          annotations: {
            runbook_url: '/a/watchkeeper-oncall-app/runbooks/nops-high-error-rate',
            summary: 'NOPS Kernel error rate > 1%',
          },
          activeAtMs: Date.UTC(2026, 10, 21, 13, 54, 50, 368),
          value: 0.10727272727272727,
          valueText: '1.0727272727272727e-01',
        },
      ],
      totals: { firing: 1, pending: 0, inactive: 0, unknown: 0 },
    });
    expect(rules[1]).toMatchObject({ name: 'NopsKernelDown', state: 'inactive', pendingForMs: 60_000, instances: [] });
  });

  it.each([
    ['firing', 'firing', undefined],
    ['Alerting', 'firing', undefined],
    ['Alerting (NoData)', 'firing', 'NoData'],
    ['Alerting (Error, KeepLast)', 'firing', 'Error, KeepLast'],
    ['Recovering', 'firing', 'Recovering'],
    ['Pending', 'pending', undefined],
    ['inactive', 'inactive', undefined],
    ['Normal (MissingSeries)', 'inactive', 'MissingSeries'],
    ['NoData', 'unknown', 'NoData'],
    ['Error', 'unknown', 'Error'],
    ['', 'unknown', undefined],
    [undefined, 'unknown', undefined],
  ])('%j is %s', (written, state, reason) => {
    expect(parseState(written)).toEqual({ state, reason });
  });

  it.each([
    [{ state: 'inactive', health: 'ok' }, 'inactive'],
    [{ state: 'inactive', health: 'err' }, 'unknown'],
    [{ state: 'inactive', health: 'nodata' }, 'unknown'],
    [{ state: 'inactive', health: 'unknown' }, 'unknown'],
    [{ state: 'inactive', health: 'ok', alerts: [{ state: 'NoData' }] }, 'unknown'],
    [{ state: 'firing', health: 'error' }, 'firing'],
  ])('does not call a rule healthy that is not known to be: %j is %s', (rule, state) => {
    const rules = parseRules(page([{ name: 'r', type: 'alerting', ...rule }]).body, source)?.rules;
    expect(rules?.[0]?.state).toBe(state);
  });

  it('counts by the totals of Grafana, which know instances that are not listed', () => {
    const totals = { alerting: 3, nodata: 1, normal: 40, error: 2 };
    const rules = parseRules(
      page([{ name: 'r', uid: 'u1', state: 'firing', health: 'ok', totals }]).body,
      source
    )?.rules;
    expect(rules?.[0]).toMatchObject({
      id: 'prometheus:u1',
      totals: { firing: 3, pending: 0, inactive: 40, unknown: 3 },
    });
  });

  it('reads several measured values as none, and the year 1 as never', () => {
    const alert = { state: 'Alerting', value: 'A: 1e+00, B: 2e+00', activeAt: '0001-01-01T00:00:00Z' };
    const rule = { name: 'r', state: 'firing', alerts: [alert], lastEvaluation: '0001-01-01T00:00:00Z' };
    expect(parseRules(page([rule]).body, source)?.rules[0]).toMatchObject({
      lastEvaluationMs: null,
      instances: [{ value: null, valueText: 'A: 1e+00, B: 2e+00', activeAtMs: null }],
    });
  });

  it('reads an empty list, and refuses what is none', () => {
    expect(parseRules(recording('grafana-rules').response, source)).toEqual({ rules: [], nextToken: undefined });
    expect(parseRules({ data: { groups: null } }, source)).toEqual({ rules: [], nextToken: undefined });
    expect(parseRules('<html>', source)).toBeNull();
  });
});

describe('asking for rules', () => {
  it('asks Grafana and data sources, limits what comes, and says what it asked', async () => {
    fakeGrafana.answer(({ url }) => recordedAnswer(url.includes('/grafana/') ? 'grafana-rules' : 'prometheus-rules'));
    const result = await alertRules({ sources: [GRAFANA_RULES, 'prometheus', 'prometheus'], instancesPerRule: 0 });
    expect(result).toMatchObject({
      ok: true,
      value: {
        rules: { length: 2 },
        sources: [
          { source: { kind: 'grafana', name: 'Grafana' }, ruleCount: 0, error: undefined },
          { source: { kind: 'data-source', name: 'Prometheus' }, ruleCount: 2 },
        ],
      },
      warnings: [],
    });
    expect(fakeGrafana.requests.map(({ url }) => url)).toEqual([
      '/api/prometheus/grafana/api/v1/rules?type=alert&limit_alerts=0&group_limit=200',
      '/api/prometheus/prometheus/api/v1/rules?type=alert&limit_alerts=0&group_limit=200',
    ]);
  });

  it('reads page after page', async () => {
    fakeGrafana.answer(({ url }) => {
      const token = new URL(url, 'http://grafana').searchParams.get('group_next_token');
      return token === 'p2' ? page([{ name: 'b', state: 'firing' }]) : page([{ name: 'a', state: 'firing' }], 'p2');
    });
    const result = await alertRules({ sources: ['prometheus'] });
    expect(result.ok && result.value.rules.map(({ name }) => name)).toEqual(['a', 'b']);
    expect(fakeGrafana.requests).toHaveLength(2);
  });

  it('stops after the pages that it may read, and says so', async () => {
    fakeGrafana.answer(page([{ name: 'a', state: 'firing' }], 'again'));
    const result = await alertRules({ sources: ['prometheus'], pages: 3 });
    expect(fakeGrafana.requests).toHaveLength(3);
    expect(result).toMatchObject({ ok: true, warnings: [{ kind: 'truncated', shown: 3 }] });
  });

  it('keeps the pages before one that fails', async () => {
    fakeGrafana.answer(({ url }) =>
      url.includes('group_next_token')
        ? { status: 400, body: { message: 'invalid group_next_token' } }
        : page([{ name: 'a', state: 'firing' }], 'p2')
    );
    const result = await alertRules({ sources: ['prometheus'] });
    expect(result).toMatchObject({
      ok: true,
      value: { rules: [{ name: 'a' }] },
      warnings: [{ kind: 'partial', failures: [{ kind: 'bad-query' }] }],
    });
  });

  it('filters where the server does not', async () => {
    fakeGrafana.answer(recordedAnswer('prometheus-rules'));
    const result = await alertRules({ sources: ['prometheus'], onlyFiring: true });
    expect(result.ok && result.value.rules.map(({ state }) => state)).toEqual(['firing']);
    expect(fakeGrafana.requests[0]?.url).toContain('state=firing');
  });

  it('keeps the others when one source fails', async () => {
    fakeGrafana.answer(({ url }) =>
      url.includes('/grafana/') ? { status: 403, body: { message: 'no' } } : recordedAnswer('prometheus-rules')
    );
    expect(await alertRules({ sources: [GRAFANA_RULES, 'prometheus'] })).toMatchObject({
      ok: true,
      value: {
        rules: { length: 2 },
        sources: [
          {
            error: { kind: 'no-permission', message: 'You have no permission to see the alert rules of Grafana.' },
          },
          { ruleCount: 2 },
        ],
      },
      warnings: [{ kind: 'partial', failures: [{ kind: 'no-permission' }] }],
    });
  });

  it.each([
    [404, { message: 'Not found' }, 'not-configured'],
    [400, { message: "unexpected datasource type 'jaeger', expected loki, prometheus" }, 'not-configured'],
    [404, { message: 'data source not found' }, 'not-found'],
    [502, '', 'down'],
    [200, '<html>', 'unexpected'],
  ])('fails when all fail: %i %j is %s', async (status, body, kind) => {
    fakeGrafana.answer({ status, body });
    expect(await alertRules({ sources: ['prometheus'] })).toMatchObject({ ok: false, error: { kind } });
  });

  it('is not configured without sources', async () => {
    expect(await alertRules({ sources: [] })).toMatchObject({ error: { kind: 'not-configured' } });
  });

  it('is aborted', async () => {
    fakeGrafana.answer('never');
    const controller = new AbortController();
    const pending = alertRules({ sources: ['prometheus', GRAFANA_RULES], signal: controller.signal });
    controller.abort();
    await expect(pending).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('alerts', () => {
  it('lists active instances with what their rule knows', () => {
    const alerts = activeAlerts(parseRules(recording('prometheus-rules').response, source)?.rules ?? []);
    expect(alerts).toMatchObject([
      {
        name: 'NopsKernelHighErrorRate',
        state: 'firing',
        severity: 'critical',
        labels: { system: 'enis', component: 'nops-kernel' },
        value: 0.10727272727272727,
        source,
      },
    ]);
  });

  it('lists a rule itself when its instances are not listed', () => {
    const rules = [
      { name: 'fires', state: 'firing', labels: { severity: 'Warning ' } },
      { name: 'blind', state: 'inactive', health: 'error' },
      { name: 'quiet', state: 'inactive', health: 'ok' },
      { name: 'paused', state: 'inactive', health: 'unknown', isPaused: true },
    ];
    expect(activeAlerts(parseRules(page(rules).body, source)?.rules ?? [])).toMatchObject([
      { name: 'fires', state: 'firing', severity: 'warning', activeAtMs: null },
      { name: 'blind', state: 'unknown' },
    ]);
  });

  it('prefers the severity that an instance carries', () => {
    const alerts = [
      { state: 'Alerting', labels: { severity: 'critical' } },
      { state: 'Normal', labels: {} },
    ];
    const rules = [{ name: 'r', state: 'firing', labels: { severity: '{{ $labels.x }}' }, alerts }];
    expect(activeAlerts(parseRules(page(rules).body, source)?.rules ?? [])).toMatchObject([{ severity: 'critical' }]);
  });
});
