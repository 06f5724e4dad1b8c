import { type Series } from '../metrics/types';
import { aggregate } from '../promql/expressions';
import { renderSelector } from '../promql/matchers';
import { type Deploy, type VersionSource } from './types';

/** PromQL for the versions that run: one series for each service and version. */
export function versionExpression(system: string, source: VersionSource): string {
  const selector = renderSelector({
    metric: source.metric,
    where: { ...source.where, system },
  });
  return aggregate('count', [source.serviceLabel, source.versionLabel], selector);
}

/**
 * The version changes in the answer to `versionExpression`, oldest first. The first version that is seen is no change,
 * and neither is a gap after which the same version runs.
 */
export function deploysIn(series: readonly Series[], system: string, source: VersionSource): Deploy[] {
  const services = new Map<string, Map<number, Set<string>>>();
  for (const { labels, points } of series) {
    const service = labels[source.serviceLabel] ?? '';
    const version = labels[source.versionLabel] ?? '';
    const times = services.get(service) ?? new Map<number, Set<string>>();
    services.set(service, times);
    for (const [timeMs, count] of points) {
      if (count > 0) {
        times.set(timeMs, (times.get(timeMs) ?? new Set<string>()).add(version));
      }
    }
  }
  return [...services]
    .flatMap(([service, times]) => deploysOf(times).map((found) => ({ ...found, system, service })))
    .sort((a, b) => a.timeMs - b.timeMs);
}

/** @param times which versions ran at each moment. */
function deploysOf(times: ReadonlyMap<number, ReadonlySet<string>>): Array<Omit<Deploy, 'system' | 'service'>> {
  const found: Array<Omit<Deploy, 'system' | 'service'>> = [];
  const known = new Set<string>();
  let running: ReadonlySet<string> | undefined;
  // The version that the last change led to: during a rollout the old one runs beside it.
  let newest: string | undefined;
  for (const [timeMs, versions] of [...times].sort(([a], [b]) => a - b)) {
    const to = nextVersion(versions, running, newest);
    if (running && to !== undefined) {
      const from = newest ?? [...running].sort().join(', ');
      found.push({ kind: 'deploy', timeMs, from, to, isRollback: known.has(to) });
    }
    newest = to ?? newest ?? (versions.size === 1 ? [...versions][0] : undefined);
    running = versions;
    versions.forEach((version) => known.add(version));
  }
  return found;
}

/** The version that takes over at this moment, if one does. */
function nextVersion(
  versions: ReadonlySet<string>,
  running: ReadonlySet<string> | undefined,
  newest: string | undefined
): string | undefined {
  if (!running) {
    return undefined;
  }
  const added = [...versions].filter((version) => !running.has(version)).sort();
  if (added.length > 0) {
    return added.at(-1);
  }
  // A rollout that was given up: the new version is gone, the old one is left.
  return newest !== undefined && !versions.has(newest) ? [...versions].sort().at(-1) : undefined;
}
