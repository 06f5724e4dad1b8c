import { type Series } from '../metrics/types';
import { type Signal } from '../signals/types';
import { goldenExpressions, type GoldenService } from './golden';
import { serviceRows } from './rows';

const traffic: Signal = { kind: 'rate', title: 'Requests', metric: 'a_total', unit: 'reqps', direction: 'neutral' };
const errors: Signal = {
  kind: 'ratio',
  title: 'Error rate',
  part: { metric: 'a_total', where: { status: 'failed' } },
  total: { metric: 'a_total' },
  unit: 'percentunit',
  direction: 'lower-is-better',
  thresholds: { warning: 0.01, critical: 0.05 },
};
const latency: Signal = { kind: 'quantile', title: 'p95', histogram: 'd_seconds', quantile: 0.95, unit: 's' };

const api: GoldenService = { system: 'one', service: 'api', signals: { traffic, errors, latency } };
const many: GoldenService = { system: 'one', service: 'cloud', signals: { traffic }, splitBy: 'service' };
const bare: GoldenService = { system: 'one', service: 'db', signals: {} };

const series = (service: string, values: number[], split?: string): Series => ({
  labels: { wk_system: 'one', wk_service: service, ...(split ? { wk_split: split } : {}) },
  name: service,
  points: values.map((value, index) => [index * 60_000, value] as const),
});
const window = { stepMs: 60_000, endMs: 5 * 60_000 };
const states = (...args: Parameters<typeof serviceRows>) =>
  serviceRows(...args).map(({ service, split, state, because }) => [split ?? service, state, because]);

describe('goldenExpressions', () => {
  it('asks one question a column, however many services', () => {
    const expressions = goldenExpressions([api, many, bare], '5m');
    expect(Object.keys(expressions)).toEqual(['traffic', 'errors', 'latencyP50', 'latencyP95', 'latencyP99']);
    expect(expressions.traffic).toBe(
      'label_replace(label_replace(sum(rate(a_total{system="one"}[5m])), "wk_system", "one", "", ""), "wk_service", "api", "", "")' +
        ' or ' +
        'label_replace(label_replace(label_replace(sum by (service) (rate(a_total{system="one"}[5m])), "wk_system", "one", "", ""), "wk_service", "cloud", "", ""), "wk_split", "$1", "service", "(.*)")'
    );
    expect(expressions.latencyP50).toContain('histogram_quantile(0.5, ');
    const thousand = Array.from({ length: 1000 }, (_, index) => ({ ...api, service: `s${index}` }));
    expect(Object.keys(goldenExpressions(thousand, '5m'))).toHaveLength(5);
  });

  it('joins many services as a tree, whose depth grows with the logarithm of their number', () => {
    const depthOf = (count: number) => {
      const services = Array.from({ length: count }, (_, index) => ({ ...api, service: `s${index}` }));
      let [depth, deepest] = [0, 0];
      for (const character of goldenExpressions(services, '5m').traffic ?? '') {
        depth += Number(character === '(') - Number(character === ')');
        deepest = Math.max(deepest, depth);
      }
      return deepest - DEPTH_OF_ONE;
    };
    // label_replace(label_replace(sum(rate(…))))
    const DEPTH_OF_ONE = 4;
    expect(depthOf(2)).toBe(0);
    expect(depthOf(4)).toBe(1);
    expect(depthOf(1024)).toBe(9);
  });
});

describe('serviceRows', () => {
  it('judges the newest value and says what is to blame, worst first', () => {
    const other = { ...api, service: 'web' };
    expect(
      states(
        [other, api, bare],
        {
          traffic: [series('api', [1, 1, 1, 1, 1, 9]), series('web', [1, 1, 1, 1, 1, 9])],
          errors: [series('api', [0, 0, 0, 0, 0, 0.06]), series('web', [0.5, 0.5, 0, 0, 0, 0.001])],
        },
        window
      )
    ).toEqual([
      ['api', 'critical', 'Error rate'],
      ['web', 'ok', undefined],
      ['db', 'not-configured', 'The catalog names no signals for it.'],
    ]);
  });

  it('tells idle, silent and unknown services apart', () => {
    const [idle, silent, unknown] = ['idle', 'silent', 'unknown'].map((service) => ({ ...api, service }));
    expect(
      states(
        [idle, silent, unknown] as GoldenService[],
        { traffic: [series('idle', [1, 1, 0, 0, 0, 0]), series('silent', [4, 4])] },
        window
      ).map(([name, state]) => [name, state])
    ).toEqual([
      ['silent', 'silent'],
      ['unknown', 'no-data'],
      ['idle', 'no-traffic'],
    ]);
  });

  it('makes a row of each service that an entry stands for', () => {
    const rows = serviceRows(
      [many],
      { traffic: [series('cloud', [1, 1, 1, 1, 1, 7], 'billing'), series('cloud', [1, 1, 1, 1, 1, 5], 'auth')] },
      window
    );
    expect(rows.map(({ split, values }) => [split, values.traffic?.value])).toEqual([
      ['auth', 5],
      ['billing', 7],
    ]);
  });

  it('does not judge other quantiles by the bound of the p95', () => {
    const slow = { ...api, signals: { latency: { ...latency, thresholds: { critical: 1 } } } };
    const [row] = serviceRows([slow], { latencyP99: [series('api', [9, 9, 9, 9, 9, 9])] }, window);
    expect(row?.state).toBe('ok');
  });
});
