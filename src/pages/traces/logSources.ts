import { type LogSchema, type System } from '../../catalog/types';
import { isSameService } from '../../domain/logs/attach';
import { matchesIndex } from '../../domain/logs/traceLogQuery';
import { tagValue } from '../../domain/traces/spanFacts';
import { type Span } from '../../domain/traces/types';

/** A log schema and the system that it belongs to. */
export interface SystemLogSource {
  system: System;
  schema: LogSchema;
}

/**
 * Where the lines of a trace may be: the schemas of the systems whose services took part in it, by the name of the
 * service or by the tag `system` of its process. Without a system that is known, or without spans, all of them.
 */
export function logSourcesOf(spans: readonly Span[], systems: readonly System[]): SystemLogSource[] {
  const names = [...new Set(spans.map(({ serviceName }) => serviceName))];
  const tagged = new Set(spans.map(({ serviceTags }) => tagValue(serviceTags, 'system')));
  const involved = systems.filter(
    (system) => tagged.has(system.id) || names.some((name) => serviceNamed(system, name))
  );
  return (involved.length > 0 ? involved : systems).flatMap((system) =>
    (system.logSchemas ?? []).map((schema) => ({ system, schema }))
  );
}

/** The schema of the documents in an index; undefined for an index that the catalog does not name. */
export function schemaOfIndex(schemas: readonly LogSchema[], index: string): LogSchema | undefined {
  return schemas.find(({ indexPattern }) => matchesIndex(indexPattern, index));
}

/** The catalog's entry for a service of a trace. */
export function catalogService(systems: readonly System[], span: Span) {
  const ownSystem = tagValue(span.serviceTags, 'system');
  const candidates = systems.flatMap((system) => {
    const service = serviceNamed(system, span.serviceName);
    return service ? [{ system, service }] : [];
  });
  return candidates.find(({ system }) => system.id === ownSystem) ?? candidates[0];
}

/** The share of traces that the systems of these services keep by policy; undefined when they do not all say the same. */
export function sampledRatioOf(systems: readonly System[], services: readonly string[]): number | undefined {
  const ratios = new Set(
    systems
      .filter((system) => services.some((name) => system.services.some(({ traces }) => traces?.service === name)))
      .map(({ stack }) => stack?.sampledRatio)
  );
  return ratios.size === 1 ? [...ratios][0] : undefined;
}

function serviceNamed({ services }: System, name: string) {
  return (
    services.find(({ traces }) => traces?.service === name) ??
    services.find(({ id, traces }) => isSameService(id, name) || isSameService(traces?.service ?? id, name))
  );
}
