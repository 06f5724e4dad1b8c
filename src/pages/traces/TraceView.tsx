import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type TraceData } from './TraceData';

interface TraceViewState extends SceneObjectState {
  data: SceneObjectRef<TraceData>;
  /** Id of the chosen span. */
  span?: string | undefined;
}

/** A trace and what the reader has chosen to see of it. */
export class TraceView extends SceneObjectBase<TraceViewState> {
  static Component = TraceViewRenderer;
}

function TraceViewRenderer({ model }: SceneComponentProps<TraceView>) {
  const { data } = model.useState();
  return (
    <LiveBody live={data.resolve()} what="the trace">
      {({ spans }) => (
        <ol aria-label="Spans">
          {spans.map((span) => (
            <li key={span.spanId}>
              {span.serviceName}: {span.operationName} ({span.durationMs} ms)
            </li>
          ))}
        </ol>
      )}
    </LiveBody>
  );
}
