import { type AnomalyKind, type Comparison } from './types';
import { type ComparedWindows, type Stretch } from './windows';

/** A search for traces that show an operation at one time. */
export interface ExampleSearch {
  service: string;
  operation: string;
  window: Stretch;
  tags: Readonly<Record<string, string>>;
  /** Milliseconds; absent for any duration. */
  minDurationMs?: number | undefined;
}

/**
 * Where an anomaly can be seen, and what was usual before: the failed or slow traces of the recent hour, and any of the
 * baseline. Slow is above the p95 of before: a sample may hold few that are twice as slow.
 */
export function exampleSearches(
  { service, operation, recent, baseline }: Comparison,
  kind: AnomalyKind,
  windows: ComparedWindows
): { after: ExampleSearch; before: ExampleSearch } {
  const usualMs = baseline?.quantilesMs.p95;
  const isSlower = kind === 'duration' && usualMs !== undefined && recent !== undefined;
  return {
    after: {
      service,
      operation,
      window: windows.recent,
      tags: kind === 'errors' ? { error: 'true' } : {},
      minDurationMs: isSlower ? usualMs : undefined,
    },
    before: { service, operation, window: windows.baseline, tags: {} },
  };
}
