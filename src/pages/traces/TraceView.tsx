import { type SceneComponentProps, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import { type System } from '../../catalog/types';
import { type ChoiceCodec, UrlChoice } from '../../scenes/page/UrlChoice';
import { CHOICE_URL_KEYS, choiceFromUrl, choiceToUrl, NO_CHOICE, type TraceChoice } from './traceChoice';
import { TraceData } from './TraceData';
import { type TraceLogs } from './TraceLogs';

interface TraceViewState extends SceneObjectState {
  data: SceneObjectRef<TraceData>;
  logs: SceneObjectRef<TraceLogs>;
  systems: readonly System[];
  choice: TraceChoice;
  /** The trace that this one is compared with. */
  other?: TraceData | undefined;
}

// What draws a trace is a chunk of its own: other pages stay light.
const TracePanes = lazy(() => import('./trace/TracePanes'));

const CODEC: ChoiceCodec<TraceChoice> = {
  keys: CHOICE_URL_KEYS,
  read: choiceFromUrl,
  write: choiceToUrl,
};

/** A trace and what the reader has chosen to see of it. */
export class TraceView extends UrlChoice<TraceChoice, TraceViewState> {
  static Component = TraceViewRenderer;

  constructor(state: Omit<TraceViewState, 'choice'>) {
    super({ ...state, choice: NO_CHOICE }, CODEC);
  }

  protected take(choice: TraceChoice) {
    const { other } = this.state;
    const { compare } = choice;
    const kept = other?.traceId === compare ? other : undefined;
    this.setState({ choice, other: compare === undefined ? undefined : (kept ?? new TraceData(compare)) });
  }
}

function TraceViewRenderer({ model }: SceneComponentProps<TraceView>) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading the trace" />}>
      <TracePanes model={model} />
    </Suspense>
  );
}
