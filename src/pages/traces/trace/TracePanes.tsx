import { LoadingPlaceholder } from '@grafana/ui';
import { useMemo } from 'react';
import { analyseTrace } from '../../../domain/traces/analysis';
import { type TraceView } from '../TraceView';
import { MissingTrace } from './MissingTrace';
import { TraceBody } from './TraceBody';
import { useAttachedLines } from './useAttachedLines';

/** A trace with its logs; each half says for itself when it cannot be had. */
export default function TracePanes({ model }: { model: TraceView }) {
  const { data: dataRef, logs: logsRef, systems } = model.useState();
  const data = dataRef.resolve();
  const logs = logsRef.resolve();
  const { value: trace, error, loading } = data.useState();
  const analysis = useMemo(() => analyseTrace(trace ?? { traceId: data.traceId, spans: [] }), [trace, data]);
  const attached = useAttachedLines(logs, analysis);
  if (loading && !trace && !error) {
    return <LoadingPlaceholder text="Loading the trace" />;
  }
  const shared = { model, analysis, logs, attached };
  return trace ? <TraceBody {...shared} trace={trace} systems={systems} /> : <MissingTrace {...shared} data={data} />;
}
