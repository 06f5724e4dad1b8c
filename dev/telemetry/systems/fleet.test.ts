/** @jest-environment node */
import { ScenarioWorld } from '../engine/world';
import { indexTemplates, logDocument } from '../logs/elasticsearch';
import { Fleet } from '../metrics/fleet';
import { trafficBetween } from '../traffic/traffic';
import { systems } from '.';

/** A Wednesday, 15:30 UTC. */
const ANCHOR = Date.UTC(2025, 9, 15, 15, 30);
const world = new ScenarioWorld(1, ANCHOR, systems);
const { traces, logs } = trafficBetween(systems, world, ANCHOR - 3_600_000, ANCHOR);

describe.each(systems.map((system) => [system.id, system] as const))('%s', (id, system) => {
  const mine = traces.filter((trace) => trace.system === id);

  it('names only services, log schemas and incidents that it declares', () => {
    const services = new Set(system.services.map(({ name }) => name));
    const incidents = new Set(system.incidents.map((incident) => incident.id));
    const spans = mine.flatMap((trace) => trace.spans);
    expect(spans.length).toBeGreaterThan(100);
    expect([...new Set(spans.map(({ service }) => service))].filter((name) => !services.has(name))).toEqual([]);
    expect(mine.flatMap((trace) => trace.incidents).filter((name) => !incidents.has(name))).toEqual([]);
    expect(() => logs.filter((log) => log.system === id).map((log) => logDocument(systems, log))).not.toThrow();
  });

  it('writes spans only of operations that its flows declare, hand-made internal spans excepted', () => {
    const operations = system.flows.flatMap((flow) => flow.operations);
    const declared = new Set(operations.map(({ service, name, kind }) => `${service} ${name} ${kind}`));
    const written = new Set(
      mine.flatMap(({ spans }) =>
        spans.filter(({ kind }) => kind !== 'internal').map(({ service, name, kind }) => `${service} ${name} ${kind}`)
      )
    );
    expect([...written].filter((operation) => !declared.has(operation))).toEqual([]);
  });

  it('observes only histograms that it exposes, with their labels', () => {
    const labelText = (labels: Readonly<Record<string, string>>): string =>
      JSON.stringify(Object.entries(labels).sort());
    const histograms = new Set(
      system.metrics.flatMap((metric) =>
        metric.kind === 'histogram' ? metric.series.map(({ labels = {} }) => `${metric.name} ${labelText(labels)}`) : []
      )
    );
    const observed = mine.flatMap(({ observations }) =>
      observations.map(({ metric, labels }) => `${metric} ${labelText(labels)}`)
    );
    expect([...new Set(observed)].filter((one) => !histograms.has(one))).toEqual([]);
  });

  it('keeps parents around their children, asynchronous ones excepted', () => {
    for (const { spans } of mine) {
      const byId = new Map(spans.map((span) => [span.spanId, span]));
      for (const span of spans) {
        const parent = span.parentSpanId ? byId.get(span.parentSpanId) : undefined;
        expect(span.endMs).toBeGreaterThan(span.startMs);
        if (parent && span.kind !== 'consumer') {
          expect(span.startMs).toBeGreaterThanOrEqual(parent.startMs);
          expect(span.endMs).toBeLessThanOrEqual(parent.endMs + 0.001);
        }
      }
    }
  });

  it('says in a title what happened', () => {
    for (const { title, id: incident } of system.incidents) {
      expect(incident.startsWith(`${id}-`)).toBe(true);
      expect(title.split(' ').length).toBeGreaterThan(3);
    }
  });
});

describe('all systems together', () => {
  const fleet = new Fleet(systems, world, ANCHOR);

  it('stay below the series that a laptop can bear', () => {
    const series = fleet.series.reduce((count, { state }) => count + state.samples.length, fleet.targets.length);
    expect(series).toBeGreaterThan(1_000);
    expect(series).toBeLessThan(9_000);
  });

  it('have one index template for each pattern, with different priorities where patterns overlap', () => {
    const templates = Object.values(indexTemplates(systems)) as Array<{ index_patterns: string[]; priority: number }>;
    const patterns = templates.map(({ index_patterns: [pattern] }) => pattern!);
    for (const [index, one] of patterns.entries()) {
      for (const [otherIndex, other] of patterns.entries()) {
        const overlaps = one !== other && one.startsWith(other.replace('*', ''));
        expect(overlaps && templates[index]!.priority === templates[otherIndex]!.priority).toBe(false);
      }
    }
  });

  it('make every log document find its index template', () => {
    const prefixes = Object.values(indexTemplates(systems)).map((template) =>
      (template as { index_patterns: [string] }).index_patterns[0].replace('*', '')
    );
    const indices = [...new Set(logs.map((log) => logDocument(systems, log).index))];
    expect(indices.filter((index) => !prefixes.some((prefix) => index.startsWith(prefix)))).toEqual([]);
  });
});
