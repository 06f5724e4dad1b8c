import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { type System } from '../../catalog/types';
import { type AlertFilter } from '../../domain/alerts/filter';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { Alerts } from './Alerts';

export const CHIP_GROUPS = ['state', 'severity', 'team'] as const;
export type ChipGroup = (typeof CHIP_GROUPS)[number];
export type AlertsView = 'list' | 'groups';

export interface AlertsChoice extends AlertFilter {
  view: AlertsView;
}

interface AlertsOverviewState extends SceneObjectState, AlertsChoice {
  alerts: SceneObjectRef<OnCallAlerts>;
  systems: readonly System[];
}

/** Every active alert of every source. What the reader chooses is in the URL. */
export class AlertsOverview extends SceneObjectBase<AlertsOverviewState> {
  static Component = AlertsOverviewRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['search', 'view', ...CHIP_GROUPS] });

  constructor(state: Pick<AlertsOverviewState, 'alerts' | 'systems'>) {
    super({ search: '', view: 'list', state: [], severity: [], team: [], ...state });
  }

  getUrlState(): SceneObjectUrlValues {
    const { search, view } = this.state;
    return {
      search: search || undefined,
      view: view === 'groups' ? view : undefined,
      ...Object.fromEntries(CHIP_GROUPS.map((group) => [group, [...this.state[group]]])),
    };
  }

  updateFromUrl(changed: SceneObjectUrlValues) {
    // Only the keys that changed are given.
    const values: SceneObjectUrlValues = { ...this.getUrlState(), ...changed };
    const groups = CHIP_GROUPS.map((group) => [group, [values[group] ?? []].flat()]);
    this.setState({
      ...Object.fromEntries(groups),
      search: [values['search'] ?? ''].flat()[0] ?? '',
      view: values['view'] === 'groups' ? 'groups' : 'list',
    });
  }

  choose = (choice: Partial<AlertsChoice>) => this.setState(choice);
}

function AlertsOverviewRenderer({ model }: SceneComponentProps<AlertsOverview>) {
  const { alerts, systems, ...choice } = model.useState();
  return (
    <LiveBody live={alerts.resolve()} what="alerts">
      {(now) => <Alerts now={now} systems={systems} choice={choice} onChoose={model.choose} model={model} />}
    </LiveBody>
  );
}
