import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { Button, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { type System } from '../../catalog/types';
import { StateBadge } from '../../components/StateBadge';
import { type InventoryRow } from '../../domain/services/inventory';
import { platformVerdict } from '../../domain/services/platformVerdict';
import { reachabilityOf, withReachability } from '../../domain/services/reachability';
import { nextSort, parseSort, type SortColumn, formatSort, sortRows } from '../../domain/services/sorting';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type ScrapedTargets } from '../../scenes/platform/ScrapedTargets';
import { type FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { type SloStandings } from '../../scenes/reliability/SloStandings';
import { inventoryOf } from '../../scenes/services/inventoryOf';
import { type MeasuredServices, type ServiceRows } from '../../scenes/services/ServiceRows';
import { chosenSystems, SYSTEM_VARIABLE } from '../../scenes/variables/systems';
import { ServicesTable } from '../services/ServicesTable';

interface PlatformComponentsState extends SceneObjectState {
  rows: SceneObjectRef<ServiceRows>;
  targets: SceneObjectRef<ScrapedTargets>;
  alerts: SceneObjectRef<FiringAlerts>;
  standings: SceneObjectRef<SloStandings>;
  systems: readonly System[];
  sort: string;
  showsAll: boolean;
}

/** The first screenful: as many as need a look at night, and their neighbours. */
const SHOWN_AT_FIRST = 12;

/** Every platform component of the chosen systems with its golden signals, worst first. */
export class PlatformComponents extends SceneObjectBase<PlatformComponentsState> {
  static Component = PlatformComponentsRenderer;

  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [SYSTEM_VARIABLE],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });

  constructor(state: Omit<PlatformComponentsState, 'sort' | 'showsAll'>) {
    super({ sort: '', showsAll: false, ...state });
  }

  onSort = (column: SortColumn) => this.setState({ sort: formatSort(nextSort(parseSort(this.state.sort), column)) });

  onShowAll = () => this.setState({ showsAll: !this.state.showsAll });
}

function PlatformComponentsRenderer({ model }: SceneComponentProps<PlatformComponents>) {
  const { rows } = model.useState();
  return (
    <LiveBody live={rows.resolve()} what="components">
      {(measured) => <Components model={model} measured={measured} />}
    </LiveBody>
  );
}

function Components({ model, measured }: { model: PlatformComponents; measured: MeasuredServices }) {
  const styles = useStyles2(getStyles);
  const { sort, showsAll } = model.useState();
  const known = useComponents(model, measured);
  const chosen = chosenSystems(model);
  const ofSystems = chosen ? known.filter(({ system }) => chosen.includes(system)) : known;
  const verdict = platformVerdict(ofSystems);
  const parsed = parseSort(sort);
  const sorted = sortRows(ofSystems, parsed);
  return (
    <div className={styles.components} data-testid="platform-components">
      <p className={styles.verdict}>
        <StateBadge state={verdict.state} /> {verdict.text}
      </p>
      <ServicesTable
        rows={showsAll ? sorted : sorted.slice(0, SHOWN_AT_FIRST)}
        sort={parsed}
        onSort={model.onSort}
        page={1}
        lastPage={1}
        onPage={() => undefined}
        nowMs={measured.askedAtMs}
      />
      {sorted.length > SHOWN_AT_FIRST && (
        <Button variant="secondary" fill="text" size="sm" onClick={model.onShowAll}>
          {showsAll ? 'Show fewer components' : `Show all ${sorted.length} components`}
        </Button>
      )}
    </div>
  );
}

/** Measurements, scrape targets, alerts and objectives of every component, as far as they have arrived. */
function useComponents(model: PlatformComponents, measured: MeasuredServices): InventoryRow[] {
  const { systems, ...refs } = model.useState();
  const { value: targets } = refs.targets.resolve().useState();
  const { value: alerts } = refs.alerts.resolve().useState();
  const { value: standings } = refs.standings.resolve().useState();
  return useMemo(() => {
    const scrapeOf = (system: string, service: string) =>
      systems.find(({ id }) => id === system)?.services.find(({ id }) => id === service)?.scrape;
    const rows = targets
      ? measured.rows.map((row) =>
          withReachability(row, reachabilityOf(row.system, scrapeOf(row.system, row.service), targets))
        )
      : measured.rows;
    return inventoryOf(systems, { measured: { ...measured, rows }, alerts, standings });
  }, [systems, measured, targets, alerts, standings]);
}

const getStyles = (theme: GrafanaTheme2) => ({
  components: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), alignItems: 'stretch' }),
  verdict: css({ ...theme.typography.h4, fontWeight: theme.typography.fontWeightRegular, margin: 0 }),
});
