import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import { type System } from '../../catalog/types';
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

/** A trace and what the reader has chosen to see of it. */
export class TraceView extends SceneObjectBase<TraceViewState> {
  static Component = TraceViewRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: [...CHOICE_URL_KEYS] });

  constructor(state: Omit<TraceViewState, 'choice'>) {
    super({ ...state, choice: NO_CHOICE });
  }

  getUrlState(): SceneObjectUrlValues {
    return choiceToUrl(this.state.choice);
  }

  updateFromUrl(values: SceneObjectUrlValues) {
    // Only the keys that changed are given.
    this.take(choiceFromUrl({ ...this.getUrlState(), ...values }));
  }

  /** Changes some of the choice, and with it the page's address. */
  choose = (change: Partial<TraceChoice>) => {
    this._urlSync.performBrowserHistoryAction(() => this.take({ ...this.state.choice, ...change }));
  };

  private take(choice: TraceChoice) {
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
