import { builtInSystems } from '../../../src/catalog';
import { exampleSearches, type ExampleSearch } from '../../../src/domain/anomalies/examples';
import { type AnomalyKind } from '../../../src/domain/anomalies/types';
import { comparedWindows } from '../../../src/domain/anomalies/windows';
import { searchWithSpans } from '../../../src/datasources/jaeger';
import { loadDataSources } from '../datasources/support/runtime';
import { valueOf } from '../datasources/support/window';
import { manifest } from '../runbooks/support';
import { compareAt, endOf, quietHours, systemNamed } from './support';

jest.mock('@grafana/runtime', () => jest.requireActual('../datasources/support/runtime'));

/** What each kind of scripted incident does to operations. The other kinds are about machines, targets or the business. */
const EFFECTS: Readonly<Record<string, AnomalyKind>> = {
  'slow-dependency': 'duration',
  'error-burst-after-deploy': 'errors',
  'provider-down': 'errors',
  'dlq-growth': 'errors',
};
/** Makes a tenth of the calls of one operation about twice as slow: whether that is more than twice is chance. */
const ON_THE_EDGE = 'mini-market-cache-cold';
const QUIET_HOURS = 8;

const effective = manifest.incidents.filter(
  ({ id, kind, startMs }) => id !== ON_THE_EDGE && kind in EFFECTS && startMs >= manifest.startMs
);
const report: string[] = [];

beforeAll(loadDataSources);
afterAll(() => console.info(report.join('\n')));

async function countTraces({ service, operation, window, tags, minDurationMs }: ExampleSearch): Promise<number> {
  const question = { dataSourceUid: 'jaeger', service, operation, range: window, tags, minDurationMs, limit: 20 };
  return valueOf(await searchWithSpans(question)).length;
}

describe('the hour of a scripted incident', () => {
  it('is there for every system', () => {
    expect(new Set(effective.map(({ system }) => system))).toEqual(new Set(builtInSystems.map(({ id }) => id)));
  });

  it.each(effective.map((incident) => [incident.id, incident] as const))('%s is found', async (id, incident) => {
    const system = systemNamed(incident.system);
    const comparisons = await compareAt(system, endOf(incident));
    const effect = EFFECTS[incident.kind];
    const found = comparisons.filter(({ anomalies }) => anomalies.some(({ kind }) => kind === effect));
    const services = new Set(found.map(({ service }) => service));
    // Who is to blame shows in its own spans; one that is gone or has none, in those of its callers.
    const suspects = system.services
      .filter(({ id: name, dependsOn = [] }) => name === incident.service || dependsOn.includes(incident.service))
      .flatMap(({ traces }) => traces?.service ?? []);
    report.push(`${id}: ${found.length} of ${comparisons.length} operations, in ${[...services].join(', ')}`);
    expect(found.length).toBeGreaterThan(0);
    expect(suspects.some((name) => services.has(name))).toBe(true);
  });

  it.each(effective.map((incident) => [incident.id, incident] as const))(
    '%s: the worst leads to traces of then and of before',
    async (_id, incident) => {
      const toMs = endOf(incident);
      const effect = EFFECTS[incident.kind] as AnomalyKind;
      const [worst] = (await compareAt(systemNamed(incident.system), toMs)).filter(({ anomalies }) =>
        anomalies.some(({ kind }) => kind === effect)
      );
      if (!worst) {
        throw new Error('Nothing was found.');
      }
      const { after, before } = exampleSearches(worst, effect, comparedWindows(toMs));
      const [afterCount, beforeCount] = [await countTraces(after), await countTraces(before)];
      report.push(`  ${worst.service} ${worst.operation}: ${afterCount} and ${beforeCount} traces (of at most 20)`);
      expect(afterCount).toBeGreaterThan(0);
      // Traces are kept for the hours of the history; an incident at its beginning has none from before.
      if (comparedWindows(toMs).baseline.toMs > manifest.startMs + 10 * 60_000) {
        expect(beforeCount).toBeGreaterThan(0);
      }
    }
  );
});

describe('quiet hours', () => {
  it.each(builtInSystems.map((system) => [system.id, system] as const))(
    '%s has nothing flagged',
    async (id, system) => {
      const hours = quietHours(id, QUIET_HOURS);
      expect(hours.length).toBeGreaterThanOrEqual(4);
      let judged = 0;
      const flagged: string[] = [];
      for (const toMs of hours) {
        for (const { verdict, service, operation } of await compareAt(system, toMs)) {
          judged += Number(verdict !== 'too-few');
          if (verdict !== 'steady' && verdict !== 'too-few') {
            flagged.push(`${new Date(toMs).toISOString()} ${verdict}: ${service} ${operation}`);
          }
        }
      }
      report.push(`${id}: ${hours.length} quiet hours, ${judged} verdicts, ${flagged.length} flagged`);
      expect(judged).toBeGreaterThan(hours.length * 10);
      expect(flagged).toEqual([]);
    }
  );
});
