import {
  CustomVariable,
  type SceneComponentProps,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { Alert } from '@grafana/ui';
import { useMemo } from 'react';
import { type System } from '../../catalog/types';
import {
  FILTER_GROUPS,
  type FilterGroup,
  filterRows,
  type InventoryFilter,
  toggled,
} from '../../domain/services/filters';
import { formatSort, nextSort, parseSort, type SortColumn, sortRows } from '../../domain/services/sorting';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { type SloStandings } from '../../scenes/reliability/SloStandings';
import { inventoryOf } from '../../scenes/services/inventoryOf';
import { type MeasuredServices, type ServiceRows } from '../../scenes/services/ServiceRows';
import { chosenSystems, SYSTEM_VARIABLE } from '../../scenes/variables/systems';
import { ServicesFilter } from './ServicesFilter';
import { PAGE_SIZE, ServicesTable } from './ServicesTable';

interface ServicesOverviewState extends SceneObjectState, Record<FilterGroup, readonly string[]> {
  rows: SceneObjectRef<ServiceRows>;
  alerts: SceneObjectRef<FiringAlerts>;
  standings: SceneObjectRef<SloStandings>;
  systems: readonly System[];
  search: string;
  /** As in the URL: `-errors`. */
  sort: string;
  /** Page of the table, from 1. */
  page: number;
}

const TEXT_KEYS = ['search', 'sort'] as const;

/** Every service of the chosen systems in one table. What the reader chooses is in the URL. */
export class ServicesOverview extends SceneObjectBase<ServicesOverviewState> {
  static Component = ServicesOverviewRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: [...TEXT_KEYS, 'page', ...FILTER_GROUPS] });

  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [SYSTEM_VARIABLE],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });

  constructor(state: Pick<ServicesOverviewState, 'rows' | 'alerts' | 'standings' | 'systems' | 'key'>) {
    super({ search: '', sort: '', page: 1, state: [], team: [], kind: [], tier: [], ...state });
  }

  getUrlState(): SceneObjectUrlValues {
    const { search, sort, page } = this.state;
    return {
      search: search || undefined,
      sort: sort || undefined,
      page: page > 1 ? String(page) : undefined,
      ...Object.fromEntries(FILTER_GROUPS.map((group) => [group, [...this.state[group]]])),
    };
  }

  updateFromUrl(changed: SceneObjectUrlValues) {
    // Only the keys that changed are given.
    const values: SceneObjectUrlValues = { ...this.getUrlState(), ...changed };
    const groups = FILTER_GROUPS.map((group) => [group, [values[group] ?? []].flat()]);
    const texts = TEXT_KEYS.map((key) => [key, [values[key] ?? ''].flat()[0] ?? '']);
    const page = Math.max(1, Math.floor(Number(values['page'] ?? 1)) || 1);
    this.setState({ ...Object.fromEntries([...groups, ...texts]), page });
  }

  onSearch = (search: string) => this.setState({ search, page: 1 });

  onToggle = (group: FilterGroup, value: string) =>
    this.remember(() => this.setState({ [group]: toggled(this.state[group], value), page: 1 }));

  onClear = () =>
    this.remember(() =>
      this.setState({ search: '', page: 1, ...Object.fromEntries(FILTER_GROUPS.map((g) => [g, []])) })
    );

  onSort = (column: SortColumn) =>
    this.remember(() => this.setState({ sort: formatSort(nextSort(parseSort(this.state.sort), column)), page: 1 }));

  onPage = (page: number) => this.remember(() => this.setState({ page }));

  /** The chips of systems and the variable of the page are one choice. */
  onToggleSystem = (id: string) => {
    const variable = sceneGraph.lookupVariable(SYSTEM_VARIABLE, this);
    if (variable instanceof CustomVariable) {
      const next = toggled(chosenSystems(this) ?? [], id);
      variable.changeValueTo(next.length > 0 ? next : ['$__all']);
    }
  };

  /** The browser's back button takes a choice back. */
  private remember(change: () => void) {
    this._urlSync.performBrowserHistoryAction(change);
  }
}

function ServicesOverviewRenderer({ model }: SceneComponentProps<ServicesOverview>) {
  const { rows } = model.useState();
  return (
    <LiveBody live={rows.resolve()} what="services">
      {(measured) => <Services model={model} measured={measured} />}
    </LiveBody>
  );
}

function Services({ model, measured }: { model: ServicesOverview; measured: MeasuredServices }) {
  const state = model.useState();
  const { systems, search, sort, page } = state;
  const { value: alerts } = state.alerts.resolve().useState();
  const { value: standings } = state.standings.resolve().useState();
  const known = useMemo(
    () => inventoryOf(systems, { measured, alerts, standings }),
    [systems, measured, alerts, standings]
  );
  const chosen = chosenSystems(model);
  const ofSystems = chosen ? known.filter(({ system }) => chosen.includes(system)) : known;
  const filter: InventoryFilter = { search, chosen: state };
  const parsed = parseSort(sort);
  const shown = sortRows(filterRows(ofSystems, filter), parsed);
  const lastPage = Math.max(1, Math.ceil(shown.length / PAGE_SIZE));
  return (
    <>
      {measured.unread.length > 0 && (
        <Alert severity="warning" title="Some columns could not be read" topSpacing={0} bottomSpacing={1}>
          {[...new Set(measured.unread.map(({ reason }) => reason))].join(' ')}
        </Alert>
      )}
      <ServicesFilter
        rows={ofSystems}
        filter={filter}
        systems={systems.length > 1 ? systems : []}
        chosenSystems={chosen ?? []}
        shownCount={shown.length}
        onSearch={model.onSearch}
        onToggle={model.onToggle}
        onToggleSystem={model.onToggleSystem}
        onClear={model.onClear}
      />
      <ServicesTable
        rows={shown}
        sort={parsed}
        onSort={model.onSort}
        page={Math.min(page, lastPage)}
        lastPage={lastPage}
        onPage={model.onPage}
        nowMs={measured.askedAtMs}
      />
    </>
  );
}
