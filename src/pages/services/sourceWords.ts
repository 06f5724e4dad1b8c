import { type Neighbour } from '../../domain/dependencies/merge';
import { countOf } from '../../domain/format/format';

/** Where a dependency is known from, in few words; with the number of calls in the traces that were kept. */
export function sourceWords({ sources, callCount }: Pick<Neighbour, 'sources' | 'callCount'>): string {
  return sources
    .map((source) =>
      source === 'traces' && callCount !== undefined ? `traces (${countOf(callCount, 'call')})` : source
    )
    .join(' + ');
}

/** The same for a small box: a number of calls is from traces. */
export function shortSource({ sources, callCount }: Pick<Neighbour, 'sources' | 'callCount'>): string {
  return sources
    .map((source) => (source === 'traces' && callCount !== undefined ? countOf(callCount, 'call') : source))
    .reverse()
    .join(', ');
}
