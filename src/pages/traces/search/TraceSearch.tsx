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
import { type System } from '../../../catalog/types';
import { type FoundTraces } from './FoundTraces';
import { type JaegerServices } from './JaegerServices';
import { NO_SEARCH, SEARCH_URL_KEYS, type SearchChoice, searchFromUrl, searchToUrl } from './searchChoice';

interface TraceSearchState extends SceneObjectState {
  found: SceneObjectRef<FoundTraces>;
  services: SceneObjectRef<JaegerServices>;
  systems: readonly System[];
  choice: SearchChoice;
}

const SearchPane = lazy(() => import('./SearchPane'));

/** The search for traces; what is searched for is in the page's address. */
export class TraceSearch extends SceneObjectBase<TraceSearchState> {
  static Component = TraceSearchRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: [...SEARCH_URL_KEYS] });

  constructor(state: Omit<TraceSearchState, 'choice'>) {
    super({ ...state, choice: NO_SEARCH });
  }

  getUrlState(): SceneObjectUrlValues {
    return searchToUrl(this.state.choice);
  }

  updateFromUrl(values: SceneObjectUrlValues) {
    this.take(searchFromUrl({ ...this.getUrlState(), ...values }));
  }

  /** Searches for something else, and says so in the address. */
  choose = (change: Partial<SearchChoice>) => {
    this._urlSync.performBrowserHistoryAction(() => this.take({ ...this.state.choice, ...change }));
  };

  private take(choice: SearchChoice) {
    this.setState({ choice });
    this.state.found.resolve().searchFor(choice);
  }
}

function TraceSearchRenderer({ model }: SceneComponentProps<TraceSearch>) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading the search" />}>
      <SearchPane model={model} />
    </Suspense>
  );
}
