import { grafana } from '../../../src/datasources';
import { loadDataSources } from './support/runtime';
import { valueOf } from './support/window';

jest.mock('@grafana/runtime', () => jest.requireActual('./support/runtime'));

beforeAll(loadDataSources);

describe('alert rules', () => {
  it('come from Grafana and from Prometheus', async () => {
    const { sources, rules } = valueOf(await grafana.alertRules({ sources: [grafana.GRAFANA_RULES, 'prometheus'] }));
    expect(sources.map(({ source, error }) => [source.kind, source.name, error])).toEqual([
      ['grafana', 'Grafana', undefined],
      ['data-source', 'Prometheus', undefined],
    ]);
    const ofPrometheus = rules.filter(({ source }) => source.id === 'prometheus');
    expect(ofPrometheus.length).toBeGreaterThan(0);
    expect(new Set(ofPrometheus.map(({ id }) => id)).size).toBe(ofPrometheus.length);
    for (const rule of ofPrometheus) {
      expect(rule.query).not.toBe('');
      expect(rule.totals[rule.state === 'unknown' ? 'unknown' : rule.state]).toBeGreaterThanOrEqual(0);
      expect(rule.instances.filter(({ state }) => state === 'firing')).toHaveLength(rule.totals.firing);
    }
    for (const alert of grafana.activeAlerts(ofPrometheus)) {
      expect(alert.state).not.toBe('inactive');
      expect(alert.activeAtMs ?? 1).toBeGreaterThan(0);
    }
  });

  it('are the same page by page', async () => {
    const names = async (groupsPerPage: number) =>
      valueOf(await grafana.alertRules({ sources: ['prometheus'], groupsPerPage, pages: 200 })).rules.map(
        ({ id }) => id
      );
    expect(await names(2)).toEqual(await names(1000));
  });

  it('can be only those that fire', async () => {
    const { rules } = valueOf(await grafana.alertRules({ sources: ['prometheus'], onlyFiring: true }));
    expect(rules.every(({ state }) => state === 'firing')).toBe(true);
  });

  it('come from the others when one source does not exist', async () => {
    const answer = await grafana.alertRules({ sources: ['no-such-uid', 'prometheus'] });
    expect(answer).toMatchObject({
      ok: true,
      value: { sources: [{ error: { kind: 'not-found' } }, { error: undefined }] },
      warnings: [{ kind: 'partial' }],
    });
  });

  it('are not kept by data sources of other kinds', async () => {
    expect(await grafana.alertRules({ sources: ['jaeger'] })).toMatchObject({ error: { kind: 'not-configured' } });
  });
});
