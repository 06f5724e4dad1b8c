import { searchAt, tracesUrl } from '../../app/navigation';
import { type ExampleSearch, exampleSearches } from '../../domain/anomalies/examples';
import { type AnomalyKind, type Comparison } from '../../domain/anomalies/types';
import { type ComparedWindows } from '../../domain/anomalies/windows';
import { writeTagQuery } from '../../domain/traces/tagQuery';

/** Links to the search for traces of an operation: of now, as bad as the anomaly says, and of before. */
export function exampleUrls(
  comparison: Comparison,
  kind: AnomalyKind,
  windows: ComparedWindows,
  search: string
): { now: string; before: string } {
  const { after, before } = exampleSearches(comparison, kind, windows);
  return { now: urlOf(after, search), before: urlOf(before, search) };
}

/** A link to the traces of an operation in the recent hour, whatever they did. */
export function tracesOfHour({ service, operation }: Comparison, { recent }: ComparedWindows, search: string): string {
  return tracesUrl({ service, operation }, searchAt(search, recent));
}

function urlOf({ service, operation, window, tags, minDurationMs }: ExampleSearch, search: string): string {
  // Rounded down to what Jaeger stores, so that the slowest is found.
  const min = minDurationMs === undefined ? undefined : `${Math.floor(minDurationMs * 1000) / 1000}ms`;
  return tracesUrl({ service, operation, tags: writeTagQuery(tags), min }, searchAt(search, window));
}
