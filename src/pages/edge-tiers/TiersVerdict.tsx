import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { useMemo } from 'react';
import { VerdictLine } from '../../components/VerdictLine';
import { tierRow } from '../../domain/tiers/rows';
import { type TieredSystem } from '../../domain/tiers/types';
import { tiersVerdict } from '../../domain/tiers/verdict';
import { type SloStandings } from '../../scenes/reliability/SloStandings';
import { joinedRows } from '../../scenes/tiers/joinedRows';
import { type TierReports } from '../../scenes/tiers/TierReports';
import { chosenSystems, SYSTEM_VARIABLE } from '../../scenes/variables/systems';

interface TiersVerdictState extends SceneObjectState {
  systems: readonly TieredSystem[];
  reports: SceneObjectRef<TierReports>;
  standings: SceneObjectRef<SloStandings>;
}

/** The page's answer in words: which tiers are in trouble, and which are well. */
export class TiersVerdict extends SceneObjectBase<TiersVerdictState> {
  static Component = TiersVerdictRenderer;

  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [SYSTEM_VARIABLE],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });
}

function TiersVerdictRenderer({ model }: SceneComponentProps<TiersVerdict>) {
  const { systems, reports, standings } = model.useState();
  const live = useMemo(() => joinedRows(reports.resolve(), standings.resolve()), [reports, standings]);
  const { value, error } = live.useState();
  if (!value) {
    return (
      <VerdictLine role="status">
        {error ? `How the tiers are is not known: ${error.message}` : 'Looking at the tiers …'}
      </VerdictLine>
    );
  }
  const chosen = chosenSystems(model);
  const several = systems.length > 1;
  const rows = systems
    .filter(({ system }) => !chosen || chosen.includes(system))
    .flatMap((system) => system.tiers.map((tier) => tierRow(value.report, system, tier, value.attainmentOf)));
  const verdict = tiersVerdict(
    rows.map(({ system, tier, health }) => ({
      name: several ? `${system.systemName} ${tier.name}` : tier.name,
      health,
    }))
  );
  return (
    <VerdictLine state={verdict.state} role="status" aria-live="polite">
      {verdict.sentence}
    </VerdictLine>
  );
}
