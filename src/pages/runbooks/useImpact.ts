import { useEffect, useState } from 'react';
import { isAbortError } from '../../datasources/errors';
import { type Impact } from '../../domain/runbook/impact';
import { askImpact, type ImpactRequest } from '../../scenes/runbooks/askImpact';

/** What the incident has cost so far; measured after each run of all checks, and unknown until then. */
export function useImpact(request: Omit<ImpactRequest, 'signal'>): Impact | undefined {
  const { finishedAtMs } = request.run.useState();
  const [measured, setMeasured] = useState<{ atMs: number; impact: Impact }>();
  useEffect(() => {
    if (finishedAtMs === undefined) {
      return undefined;
    }
    const asked = new AbortController();
    askImpact({ ...request, signal: asked.signal }).then(
      (impact) => setMeasured({ atMs: finishedAtMs, impact }),
      (error: unknown) => {
        if (!isAbortError(error)) {
          throw error;
        }
      }
    );
    return () => asked.abort();
    // Once for each run, about what it found.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [finishedAtMs]);
  return measured?.atMs === finishedAtMs ? measured?.impact : undefined;
}
