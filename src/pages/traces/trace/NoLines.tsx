import { useEffect } from 'react';
import { ConditionMessage } from '../../../components/ConditionMessage';
import { formatDuration } from '../../../domain/format/format';
import { type TraceAnalysis } from '../../../domain/traces/analysis';
import { type TraceLines } from '../TraceLogs';

interface Props {
  found: TraceLines;
  analysis: TraceAnalysis;
  onRetry: () => void;
}

/** Shippers send in batches: so long after a trace lines may still be on their way. */
const LATE_MS = 2 * 60_000;
const ASK_AGAIN_MS = 10_000;

/** Why a trace has no log lines, as far as it can be told. */
export function NoLines({ found: { sources }, analysis: { tree }, onRetry }: Props) {
  const endedAgoMs = Date.now() - tree.startTimeMs - tree.durationUs / 1000;
  const states = new Set(sources.map(({ state }) => state));
  const where = sources.map(({ indexPattern }) => indexPattern).join(', ');
  if (sources.length === 0) {
    return (
      <ConditionMessage icon="cog" title="No log schema">
        The catalog does not say where the services of this trace log to (<code>logSchemas</code>).
      </ConditionMessage>
    );
  }
  if (tree.nodes.length > 0 && endedAgoMs < LATE_MS) {
    return <LinesToCome where={where} endedAgoMs={endedAgoMs} onRetry={onRetry} />;
  }
  if ([...states].every((state) => state === 'no-index')) {
    return (
      <ConditionMessage icon="database" title="Index missing" onRetry={onRetry}>
        The logs data source has no index {where}.
      </ConditionMessage>
    );
  }
  if ([...states].every((state) => state === 'no-field' || state === 'no-index')) {
    return (
      <ConditionMessage icon="question-circle" title="Field missing">
        No document in {where} has a field{' '}
        {[...new Set(sources.flatMap(({ traceIdFields }) => traceIdFields))].join(' or ') || 'for a trace id'}: the
        services log without the id of the trace.
      </ConditionMessage>
    );
  }
  return (
    <ConditionMessage icon="question-circle" title="Nothing was logged" onRetry={onRetry}>
      No line in {where} carries the id of this trace.
    </ConditionMessage>
  );
}

/** Lines may still arrive: asks again from time to time. */
function LinesToCome({ where, endedAgoMs, onRetry }: { where: string; endedAgoMs: number; onRetry: () => void }) {
  useEffect(() => {
    const timer = setInterval(onRetry, ASK_AGAIN_MS);
    return () => clearInterval(timer);
  }, [onRetry]);
  return (
    <ConditionMessage icon="clock-nine" title="No lines yet" onRetry={onRetry}>
      The trace ended {formatDuration(endedAgoMs)} ago; lines may still be on their way to {where}. The page asks again
      every {ASK_AGAIN_MS / 1000} s.
    </ConditionMessage>
  );
}
