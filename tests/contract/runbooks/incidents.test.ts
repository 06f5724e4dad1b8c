import { builtInSystems } from '../../../src/catalog';
import { type Opened } from '../../../src/domain/runbook/address';
import { overallFinding } from '../../../src/domain/runbook/overall';
import { loadDataSources } from '../datasources/support/runtime';
import { type Asked, askRunbook, calmTime, hourUntil, type Incident, manifest } from './support';

jest.mock('@grafana/runtime', () => jest.requireActual('../datasources/support/runtime'));

interface Responsible {
  /** Title of the check that has to find it. */
  check: string;
  /** Labels of the alert. */
  labels?: Opened['labels'];
  /** Whom the findings have to point to. */
  suspect?: string;
  /** What its finding has to name. */
  names?: string;
}

/** What each scripted incident is, seen from its runbook. The incidents are the telemetry generator's. */
const RESPONSIBLE: Readonly<Record<string, Responsible>> = {
  'enis-nops-instance-down': { check: 'Reachable, as NopsKernelDown sees it', names: 'nops-kernel-2' },
  'enis-postgres-slow': { check: 'p95 of calls of PostgreSQL', suspect: 'postgresql' },
  'enis-nops-deploy-errors': { check: 'Versions that ran within an hour' },
  'enis-inference-provider-down': { check: 'Errors by provider', labels: { provider: 'mistral' }, names: 'mistral' },
  'mini-market-cache-cold': { check: 'Cache hit rate, as CacheHitRateLow sees it' },
  'mini-market-order-errors': { check: 'Services that started', labels: { service: 'agente_negocio' } },
  'mini-market-ocr-overload': { check: 'CPU of the ML service' },
  'mini-market-slow-database': {
    check: 'p95 of queries',
    labels: { service: 'agente_negocio', job: 'agente_negocio' },
    suspect: 'postgres',
  },
  'mini-market-stockout': { check: 'Products below their minimum' },
  'soma-agent-gateway-errors': { check: 'Error rate by endpoint' },
  'soma-agent-provider-slow': { check: 'p95 of model calls' },
  'soma-agent-budget-exhausted': {
    check: 'Refusals in 5 minutes',
    labels: { tenant: 'initech' },
    names: 'initech',
  },
  'soma-agent-dlq-growth': { check: 'Dead letters' },
  'accelerapp-memory-growth': { check: 'Memory of nodes', names: 'node-2' },
  'accelerapp-slow-spec-store': { check: 'p95 of reading projects' },
  'accelerapp-ollama-down': { check: 'Reachable, as LLMServiceUnavailable sees it' },
  'accelerapp-codegen-failures': { check: 'Failed jobs of the worker', suspect: 'accelerapp-worker' },
  'obs-standards-conversion-drop': { check: 'Conversion rate with enough visitors, as LowConversionRate sees it' },
  'obs-standards-node-memory': { check: 'Memory of nodes', names: 'node-2' },
  'obs-standards-user-instance-down': { check: 'Targets that answer', names: 'user-service-1' },
  'obs-standards-payment-deploy-errors': {
    check: 'Services with two versions within an hour',
    labels: { service: 'payment-service' },
    suspect: 'payment-service',
    names: 'payment-service',
  },
};

const MINUTE_MS = 60_000;
/** Long enough for whatever looks back an hour. */
const SETTLED_MS = 75 * MINUTE_MS;

/** Towards the end of an incident, when rates over five minutes have seen enough of it. */
function during({ startMs, endMs }: Incident): number {
  const until = endMs ?? Math.max(manifest.endMs, startMs + 20 * MINUTE_MS);
  return startMs + (until - startMs) * 0.75;
}

/** The first occurrence of each incident that lies in the history with raw series. */
const recent = manifest.incidents.filter(({ startMs }) => startMs >= manifest.startMs - MINUTE_MS);
const cases = Object.entries(RESPONSIBLE).flatMap(([id, responsible]) => {
  const incident = recent.find((one) => one.id === id);
  return incident ? [[id, incident, responsible] as const] : [];
});

const said = ({ finding }: Asked) => `${finding.verdict}: ${finding.statement}`;

beforeAll(loadDataSources);

it('knows the incidents of the history', () => {
  expect(cases.length).toBeGreaterThanOrEqual(15);
});

describe.each(cases)('%s', (_id, incident, { check, labels = {}, suspect, names }) => {
  const system = builtInSystems.find(({ id }) => id === incident.system);
  const alert = system?.alerts?.find(({ name }) => name === incident.alert);
  const runbook = system?.runbooks?.find(({ id }) => id === alert?.runbook);
  const opened: Opened = { alert: incident.alert, labels };
  if (!system || !runbook) {
    throw new Error(`${incident.id} has no runbook`);
  }

  it('is what the responsible check finds', async () => {
    const asked = await askRunbook(system, runbook, opened, hourUntil(during(incident)));
    const responsible = asked.filter(({ title }) => title === check).map(said);
    expect(responsible[0]).toMatch(/^abnormal/);
    expect(responsible[0]).toContain(names ?? '');
    const symptom = asked.filter(({ key }) => key === 'symptom.0').map(said);
    expect(symptom[0]).toMatch(/^abnormal/);
    const findings = Object.fromEntries(asked.map(({ key, finding }) => [key, finding]));
    const overall = overallFinding(runbook, findings);
    expect(overall.state).toBe('abnormal');
    expect(overall.suspects).toEqual(expect.arrayContaining(suspect === undefined ? [] : [suspect]));
  });

  it('is not found in quiet hours', async () => {
    const timeMs = calmTime(incident, SETTLED_MS);
    const asked = await askRunbook(system, runbook, opened, hourUntil(timeMs), (title) => title === check);
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.filter(({ finding }) => finding.verdict !== 'normal').map(said)).toEqual([]);
  });
});
