import { type System } from '../../src/catalog/types';
import { type Alert } from '../../src/domain/alerts/types';
import { type Silence } from '../../src/domain/alerts/silences';

/** Instances of one rule. */
const INSTANCES = 50;
const SPREAD_MS = 6 * 3_600_000;
/** Coprime with the spread, so that moments are scattered and never the same. */
const STRIDE_MS = 7_919_317;
const SEVERITIES = ['critical', 'high', 'warning', 'info'];

/** So many firing alerts: fifty of each rule, over all services of the catalog, begun at moments of the last six hours. */
export function manyAlerts(count: number, systems: readonly System[], nowMs: number): Alert[] {
  const services = systems.flatMap((system) => system.services.map((service) => ({ system, service })));
  return Array.from({ length: count }, (_, index): Alert => {
    const rule = Math.floor(index / INSTANCES);
    const { system, service } = services[rule % services.length]!;
    const severity = SEVERITIES[rule % SEVERITIES.length]!;
    const instance = `node-${index % INSTANCES}`;
    const name = `Bench${rule}`;
    return {
      ruleId: name,
      name,
      state: 'firing',
      severity,
      labels: { alertname: name, severity, system: system.id, service: service.id, team: service.team, instance },
      annotations: { summary: `Rule ${rule} of ${service.name} on ${instance}` },
      activeAtMs: nowMs - ((index * STRIDE_MS) % SPREAD_MS),
      value: 1,
      source: { id: 'prometheus', kind: 'data-source', name: 'Prometheus' },
    };
  });
}

/** Silences of one instance each, by a regular expression, as people write them. */
export function manySilences(count: number, nowMs: number): Silence[] {
  return Array.from({ length: count }, (_, index) => ({
    id: `silence-${index}`,
    matchers: [
      { name: 'alertname', value: `Bench${index}`, isRegex: false, isEqual: true },
      { name: 'instance', value: 'node-(1|2|3)', isRegex: true, isEqual: true },
    ],
    startsAtMs: nowMs - 1000,
    endsAtMs: nowMs + 3_600_000,
    createdBy: 'bench',
    comment: 'known',
    source: 'alertmanager',
  }));
}

/** The alerts as a rules answer of Prometheus or Grafana. */
export function rulesAnswer(alerts: readonly Alert[], nowMs: number): object {
  const byRule = new Map<string, Alert[]>();
  for (const alert of alerts) {
    byRule.set(alert.name, [...(byRule.get(alert.name) ?? []), alert]);
  }
  const rules = [...byRule].map(([name, instances]) => ({
    state: 'firing',
    name,
    query: 'up == 0',
    duration: 60,
    labels: { severity: instances[0]?.severity },
    annotations: {},
    alerts: instances.map(({ labels, annotations, activeAtMs }) => ({
      labels,
      annotations,
      state: 'firing',
      activeAt: new Date(activeAtMs ?? nowMs).toISOString(),
      value: '1e+00',
    })),
    health: 'ok',
    type: 'alerting',
    lastEvaluation: new Date(nowMs).toISOString(),
    evaluationTime: 0.001,
  }));
  return { status: 'success', data: { groups: [{ name: 'bench', file: 'bench.yml', interval: 15, rules }] } };
}
