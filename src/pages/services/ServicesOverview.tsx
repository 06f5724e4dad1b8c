import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type ServiceRow } from '../../domain/services/rows';
import { type ServiceRows } from '../../scenes/services/ServiceRows';
import { chosenSystems, SYSTEM_VARIABLE } from '../../scenes/variables/systems';
import { ServicesTable, tableRow } from './ServicesTable';

interface ServicesOverviewState extends SceneObjectState {
  rows: SceneObjectRef<ServiceRows>;
  systems: readonly System[];
}

/** Every service of the chosen systems in one table. */
export class ServicesOverview extends SceneObjectBase<ServicesOverviewState> {
  static Component = ServicesOverviewRenderer;

  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [SYSTEM_VARIABLE],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });
}

function ServicesOverviewRenderer({ model }: SceneComponentProps<ServicesOverview>) {
  const { rows, systems } = model.useState();
  const chosen = chosenSystems(model);
  return (
    <LiveBody live={rows.resolve()} what="services">
      {(all) => <Table rows={chosen ? all.filter(({ system }) => chosen.includes(system)) : all} systems={systems} />}
    </LiveBody>
  );
}

function Table({ rows, systems }: { rows: readonly ServiceRow[]; systems: readonly System[] }) {
  const { search } = useLocation();
  const shown = useMemo(
    () =>
      rows.map((row, index) => {
        const system = systems.find(({ id }) => id === row.system);
        const team = system?.services.find(({ id }) => id === row.service)?.team;
        return tableRow(row, index, {
          systemName: system?.name ?? row.system,
          owner: system?.teams.find(({ id }) => id === team)?.name ?? '',
          href: pageUrl('services', [row.system, row.service], search),
        });
      }),
    [rows, systems, search]
  );
  return <ServicesTable rows={shown} />;
}
