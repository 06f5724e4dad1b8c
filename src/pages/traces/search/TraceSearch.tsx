import { type SceneComponentProps, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import { type System } from '../../../catalog/types';
import { type ChoiceCodec, UrlChoice } from '../../../scenes/page/UrlChoice';
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

const CODEC: ChoiceCodec<SearchChoice> = {
  keys: SEARCH_URL_KEYS,
  read: searchFromUrl,
  write: searchToUrl,
};

/** The search for traces; what is searched for is in the page's address. */
export class TraceSearch extends UrlChoice<SearchChoice, TraceSearchState> {
  static Component = TraceSearchRenderer;

  constructor(state: Omit<TraceSearchState, 'choice'>) {
    super({ ...state, choice: NO_SEARCH }, CODEC);
  }

  protected take(choice: SearchChoice) {
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
