import { importObjectives } from './importObjectives';

const FILE = `version: prometheus/v1
service: shop
labels:
  owner: core
slos:
  - name: requests-availability
    objective: 99.9
    description: Answers without a server error.
    sli:
      events:
        error_query: sum(rate(http_requests_total{job="shop",code=~"(5..|429)"}[{{.window}}]))
        total_query: sum(rate(http_requests_total{job="shop"}[{{.window}}]))
    alerting:
      name: ShopAvailability
      page_alert:
        labels: { severity: pager }
      ticket_alert:
        disable: true
`;
const read = (text: string, measure: 'metrics' | 'recordings' = 'metrics') => importObjectives(text, { measure });
const lines = (text: string) =>
  read(text).messages.map(({ severity, line, path, message }) => [severity, line, path, message]);

describe('a file of Sloth', () => {
  it('becomes an objective that counts events', () => {
    const [objective] = read(FILE).objectives;
    expect(objective).toMatchObject({ format: 'sloth', line: 6, serviceName: 'shop', team: 'core' });
    expect(objective?.slo).toEqual({
      id: 'shop-requests-availability',
      title: 'shop requests-availability',
      description: 'Answers without a server error.',
      service: 'shop',
      sli: {
        kind: 'freeform',
        bad: 'sum(increase(http_requests_total{job="shop",code=~"(5..|429)"}[$window]))',
        total: 'sum(increase(http_requests_total{job="shop"}[$window]))',
        metrics: ['http_requests_total'],
      },
      targetRatio: 0.999,
      windowDays: 30,
      // Sloth's page and ticket are two tiers each.
      burnRateTiers: [
        { id: 'page-fast', severity: 'critical', budgetRatio: 0.02, long: '1h', short: '5m' },
        { id: 'page-slow', severity: 'critical', budgetRatio: 0.05, long: '6h', short: '30m' },
      ],
    });
  });

  it('says what it leaves out, with the line', () => {
    expect(lines(FILE)).toEqual([
      ['warning', 16, 'slos[0].alerting.page_alert.labels', 'is not supported and is left out'],
    ]);
  });

  it('may be a Kubernetes resource', () => {
    const text = `apiVersion: sloth.slok.dev/v1
kind: PrometheusServiceLevel
metadata: { name: sloth-shop, namespace: monitoring }
spec:
  service: shop
  slos:
    - name: latency
      objective: 99
      sli:
        events:
          errorQuery: sum(rate(d_count[{{.window}}])) - sum(rate(d_bucket{le="0.3"}[{{ .window }}]))
          totalQuery: sum(rate(d_count[{{.window}}]))
      alerting: { pageAlert: { disable: true }, ticketAlert: { disable: true } }
`;
    const { objectives, messages } = read(text);
    expect(messages).toEqual([]);
    expect(objectives[0]?.slo).toMatchObject({
      targetRatio: 0.99,
      burnRateTiers: [],
      sli: { bad: 'sum(sum(increase(d_count[$window])) - sum(increase(d_bucket{le="0.3"}[$window])))' },
    });
  });

  it('keeps a ratio as a rate, and says that it weighs time', () => {
    const text = FILE.replace(
      /events:[\s\S]*alerting:/,
      'raw:\n        error_ratio_query: sum(rate(e[{{.window}}])) / sum(rate(t[{{.window}}]))\n    alerting:'
    );
    const { objectives, messages } = read(text);
    const ratio = 'sum(sum(rate(e[$window])) / sum(rate(t[$window])))';
    expect(objectives[0]?.slo.sli).toMatchObject({ bad: `${ratio} >= 0`, total: `(${ratio} >= 0) * 0 + 1` });
    expect(messages[0]).toMatchObject({ severity: 'warning', line: 11 });
  });

  it('names every mistake by its line, and keeps what is right', () => {
    const text = `${FILE}  - name: broken
    objective: 100
    sli:
      events:
        error_query: sum(rate(errors_total[5m]))
  - name: plugged
    objective: ninety
    sli: { plugin: { id: sloth-common/x } }
  - objective: 99
    slii: {}
`;
    expect(lines(text).filter(([severity]) => severity === 'error')).toEqual([
      ['error', 20, 'slos[1].objective', 'must leave an error budget: below 100 % (it is in percent, such as 99.9)'],
      ['error', 23, 'slos[1].sli.events.error_query', 'has no window: write {{.window}} as the range of its series'],
      ['error', 23, 'slos[1].sli.events.total_query', 'is missing'],
      ['error', 25, 'slos[2].objective', 'must be a number'],
      [
        'error',
        26,
        'slos[2].sli.plugin',
        'cannot be imported: plugins run inside Sloth; read its recordings, or write the queries',
      ],
      ['error', 27, 'slos[3].name', 'is missing'],
      ['error', 27, 'slos[3].sli', 'is missing'],
    ]);
    expect(read(text).objectives.map(({ slo }) => slo.id)).toEqual(['shop-requests-availability']);
  });

  it('can read what Sloth records', () => {
    const { sli } = read(FILE, 'recordings').objectives[0]?.slo ?? {};
    const ratio = 'max(slo:sli_error:ratio_rate$window{sloth_id="shop-requests-availability"})';
    expect(sli).toMatchObject({ kind: 'freeform', bad: `${ratio} >= 0`, total: `(${ratio} >= 0) * 0 + 1` });
  });

  it('gives two names that become one id different ids', () => {
    const slo = FILE.slice(FILE.indexOf('  - name'));
    const ids = read(FILE + slo.replace('requests-availability', 'Requests Availability')).objectives.map(
      ({ slo: { id } }) => id
    );
    expect(ids).toEqual(['shop-requests-availability', 'shop-requests-availability-2']);
  });
});
