import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { type System } from '../../catalog/types';
import { type AlertFilter, type Facet, FACETS } from '../../domain/alerts/filter';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type FiringHistory } from '../../scenes/oncall/FiringHistory';
import { type OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { Alerts } from './Alerts';
import { MOST_URGENT, type Sorting, sortingOf, sortingText } from './alertSorting';

export type AlertsView = 'list' | 'groups';

export interface AlertsChoice extends AlertFilter {
  view: AlertsView;
  sorting: Sorting;
}

/** What a saved view is made of, as it stands in the URL. */
export const VIEW_KEYS: readonly string[] = ['search', 'view', 'sort', ...FACETS, 'var-system'];

interface AlertsOverviewState extends SceneObjectState, AlertsChoice {
  alerts: SceneObjectRef<OnCallAlerts>;
  history: SceneObjectRef<FiringHistory>;
  systems: readonly System[];
}

const NOTHING_CHOSEN = Object.fromEntries(FACETS.map((facet) => [facet, []])) as unknown as Record<Facet, string[]>;

/** Every active alert of every source. What the reader chooses is in the URL. */
export class AlertsOverview extends SceneObjectBase<AlertsOverviewState> {
  static Component = AlertsOverviewRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['search', 'view', 'sort', ...FACETS] });

  constructor(state: Pick<AlertsOverviewState, 'alerts' | 'history' | 'systems'>) {
    super({ search: '', view: 'list', sorting: MOST_URGENT, ...NOTHING_CHOSEN, ...state });
  }

  getUrlState(): SceneObjectUrlValues {
    const { search, view, sorting } = this.state;
    return {
      search: search || undefined,
      view: view === 'groups' ? view : undefined,
      sort: sortingText(sorting),
      ...Object.fromEntries(FACETS.map((facet) => [facet, [...this.state[facet]]])),
    };
  }

  updateFromUrl(changed: SceneObjectUrlValues) {
    // Only the keys that changed are given.
    const values: SceneObjectUrlValues = { ...this.getUrlState(), ...changed };
    const first = (key: string) => [values[key] ?? []].flat()[0];
    this.setState({
      ...Object.fromEntries(FACETS.map((facet) => [facet, [values[facet] ?? []].flat()])),
      search: first('search') ?? '',
      view: first('view') === 'groups' ? 'groups' : 'list',
      sorting: sortingOf(first('sort')),
    });
  }

  choose = (choice: Partial<AlertsChoice>) => this.setState(choice);
}

function AlertsOverviewRenderer({ model }: SceneComponentProps<AlertsOverview>) {
  const { alerts, history, systems, ...choice } = model.useState();
  return (
    <LiveBody live={alerts.resolve()} what="alerts">
      {(now) => (
        <Alerts
          now={now}
          systems={systems}
          history={history.resolve()}
          choice={choice}
          onChoose={model.choose}
          model={model}
        />
      )}
    </LiveBody>
  );
}
