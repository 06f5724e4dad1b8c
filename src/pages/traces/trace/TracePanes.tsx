import { LoadingPlaceholder } from '@grafana/ui';
import { useMemo } from 'react';
import { useStored } from '../../../components/useStored';
import { analyseTrace } from '../../../domain/traces/analysis';
import { type TraceView } from '../TraceView';
import { MissingTrace } from './MissingTrace';
import { PersonalContext } from './personal';
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
  const { value: isShown = false, save } = useStored('shows-users', (stored) => stored === true);
  const personal = useMemo(() => ({ isShown, show: save }), [isShown, save]);
  if (loading && !trace && !error) {
    return <LoadingPlaceholder text="Loading the trace" />;
  }
  const shared = { model, analysis, logs, attached };
  return (
    <PersonalContext.Provider value={personal}>
      {trace ? <TraceBody {...shared} trace={trace} systems={systems} /> : <MissingTrace {...shared} data={data} />}
    </PersonalContext.Provider>
  );
}
