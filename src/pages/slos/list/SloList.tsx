import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { type System } from '../../../catalog/types';
import { type SloState } from '../../../domain/slo/attainment';
import { GROUPINGS, type ListView } from '../../../domain/slo/list';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { type MetricRetention } from '../../../scenes/reliability/MetricRetention';
import { type SloStandings } from '../../../scenes/reliability/SloStandings';
import { type SloTrends } from '../../../scenes/reliability/SloTrends';
import { chosenSystems, SYSTEM_VARIABLE } from '../../../scenes/variables/systems';
import { objectiveRows } from '../objectiveRows';
import { RetentionNote } from './RetentionNote';
import { SloListView } from './SloListView';

interface SloListState extends SceneObjectState, ListView {
  systems: readonly System[];
  standings: SceneObjectRef<SloStandings>;
  trends: SceneObjectRef<SloTrends>;
  retention: SceneObjectRef<MetricRetention>;
}

const KEYS = ['search', 'group', 'state', 'page'];

/** Every objective of the chosen systems. What the reader asked for is in the URL. */
export class SloList extends SceneObjectBase<SloListState> {
  static Component = SloListRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: KEYS });
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [SYSTEM_VARIABLE],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });

  constructor(state: Pick<SloListState, 'systems' | 'standings' | 'trends' | 'retention'>) {
    super({ ...state, search: '', group: 'none', page: 1 });
  }

  getUrlState(): SceneObjectUrlValues {
    const { search, group, state, page } = this.state;
    return {
      search: search || undefined,
      group: group === 'none' ? undefined : group,
      state,
      page: page > 1 ? String(page) : undefined,
    };
  }

  updateFromUrl({ search, group, state, page }: SceneObjectUrlValues) {
    this.setState({
      search: typeof search === 'string' ? search : '',
      group: GROUPINGS.find((one) => one === group) ?? 'none',
      // An unknown state finds nothing, and the reader sees which one it was.
      state: typeof state === 'string' ? (state as SloState) : undefined,
      page: Number(page ?? 1),
    });
  }
}

function SloListRenderer({ model }: SceneComponentProps<SloList>) {
  const { systems, standings, trends, retention, search, group, state, page } = model.useState();
  const { value: trendValues } = trends.resolve().useState();
  const live = standings.resolve();
  const { answeredAtMs = 0 } = live.useState();
  const chosen = chosenSystems(model);
  return (
    <LiveBody live={live} what="objectives">
      {(all) => {
        const shown = chosen ? all.filter(({ system }) => chosen.includes(system)) : all;
        return (
          <>
            <RetentionNote live={retention.resolve()} windowDays={shown.map(({ slo }) => slo.windowDays)} />
            <SloListView
              rows={objectiveRows(systems, shown)}
              trends={trendValues}
              view={{ search, group, state, page }}
              nowMs={answeredAtMs}
              onChange={(change) => model.setState(change)}
            />
          </>
        );
      }}
    </LiveBody>
  );
}
