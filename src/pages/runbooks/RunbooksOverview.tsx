import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectState,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { runbookUrl } from '../../app/navigation';
import { serviceName } from '../../catalog/lookup';
import { type System } from '../../catalog/types';
import { type Runbook } from '../../domain/runbook/types';
import { liveCheckCount, runbookOwner } from '../../scenes/runbooks/runbookRows';
import { chosenSystems, SYSTEM_VARIABLE } from '../../scenes/variables/systems';
import { type RunbookRow, RunbookTable } from './RunbookTable';

interface RunbooksOverviewState extends SceneObjectState {
  systems: readonly System[];
}

/** Every runbook of the chosen systems. */
export class RunbooksOverview extends SceneObjectBase<RunbooksOverviewState> {
  static Component = RunbooksOverviewRenderer;

  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [SYSTEM_VARIABLE],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });
}

function RunbooksOverviewRenderer({ model }: SceneComponentProps<RunbooksOverview>) {
  const { systems } = model.useState();
  const { search } = useLocation();
  const chosen = chosenSystems(model)?.join();
  const rows = useMemo(() => {
    const shown = chosen === undefined ? systems : systems.filter(({ id }) => chosen.split(',').includes(id));
    return shown.flatMap((system) => (system.runbooks ?? []).map((runbook) => runbookRow(system, runbook, search)));
  }, [systems, chosen, search]);
  return <RunbookTable rows={rows} />;
}

/** A runbook with the names that people know things by. */
export function runbookRow(system: System, runbook: Runbook, search: string): RunbookRow {
  return {
    id: `${system.id}/${runbook.id}`,
    title: runbook.title,
    href: runbookUrl(system.id, runbook.id, undefined, search),
    system: system.name,
    service: serviceName([system], system.id, runbook.service),
    severity: runbook.severity,
    owner: runbookOwner(system, runbook),
    alerts: runbook.alerts.map((id) => system.alerts?.find((alert) => alert.id === id)?.name ?? id),
    checkCount: liveCheckCount(runbook),
  };
}
