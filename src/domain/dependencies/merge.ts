import { type DependencyGraph } from '../traces/types';

/** Who says that one service calls another. */
export type DependencySource = 'catalog' | 'traces';

/** A service as the catalog knows it. */
export interface KnownService {
  id: string;
  name: string;
  dependsOn?: readonly string[] | undefined;
  /** Its name in traces. */
  traceName?: string | undefined;
}

/** A service next to the one that is looked at. */
export interface Neighbour {
  /** Id in the catalog, or the name in traces when the catalog does not know it. */
  id: string;
  name: string;
  isInCatalog: boolean;
  sources: readonly DependencySource[];
  /** Calls that the traces of the time range hold; traces are a sample. */
  callCount?: number | undefined;
}

/** Who calls a service, and whom it calls. */
export interface Neighbours {
  upstream: readonly Neighbour[];
  downstream: readonly Neighbour[];
}

interface Question {
  centre: KnownService;
  /** All services of the system, with the centre or without. */
  known: readonly KnownService[];
  /** What traces say; absent when they could not be asked. */
  graph?: DependencyGraph | undefined;
}

/**
 * The services on both sides of one, from the catalog and from traces. A service may be on both sides (it is called,
 * and calls back), and a service that calls itself is no neighbour.
 * @returns busiest first, then those that only the catalog has, by name.
 */
export function neighboursOf({ centre, known, graph }: Question): Neighbours {
  const edges = graph?.edges ?? [];
  const own = centre.traceName;
  return {
    upstream: merge(
      known,
      centre,
      known.filter(({ dependsOn }) => dependsOn?.includes(centre.id)).map(({ id }) => id),
      own === undefined
        ? []
        : edges.filter(({ target }) => target === own).map(({ source, ...rest }) => ({ name: source, ...rest }))
    ),
    downstream: merge(
      known,
      centre,
      centre.dependsOn ?? [],
      own === undefined
        ? []
        : edges.filter(({ source }) => source === own).map(({ target, ...rest }) => ({ name: target, ...rest }))
    ),
  };
}

function merge(
  known: readonly KnownService[],
  centre: KnownService,
  inCatalog: readonly string[],
  inTraces: ReadonlyArray<{ name: string; callCount: number }>
): Neighbour[] {
  const found = new Map<string, Neighbour>();
  for (const id of inCatalog) {
    found.set(id, {
      ...identity(
        known.find((one) => one.id === id),
        id
      ),
      sources: ['catalog'],
    });
  }
  for (const { name, callCount } of inTraces) {
    const one = identity(
      known.find(({ id, traceName }) => (traceName ?? id) === name),
      name
    );
    const before = found.get(one.id);
    found.set(one.id, {
      ...one,
      sources: before?.sources.includes('catalog') ? ['catalog', 'traces'] : ['traces'],
      callCount: (before?.callCount ?? 0) + callCount,
    });
  }
  found.delete(centre.id);
  return [...found.values()].sort((a, b) => (b.callCount ?? -1) - (a.callCount ?? -1) || a.name.localeCompare(b.name));
}

function identity(service: KnownService | undefined, name: string): Pick<Neighbour, 'id' | 'name' | 'isInCatalog'> {
  return service ? { id: service.id, name: service.name, isInCatalog: true } : { id: name, name, isInCatalog: false };
}
