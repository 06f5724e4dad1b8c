import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { PanelChrome } from '@grafana/ui';
import { type Panel, type System } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { LiveBody } from '../live/LiveBody';
import { BudgetTable } from './BudgetTable';
import { type SloStandings } from './SloStandings';

interface SloBudgetsState extends SceneObjectState {
  title: string;
  description: string | undefined;
  systemId: string;
  service: string | undefined;
  standings: SceneObjectRef<SloStandings>;
}

/** What is left of the error budgets, and how fast it goes. */
class SloBudgetsPanel extends SceneObjectBase<SloBudgetsState> {
  static Component = SloBudgetsPanelRenderer;
}

/** @param standings of all objectives on the page. */
export function sloBudgetsPanel(
  { title, description, service }: Panel,
  system: System,
  standings: SloStandings
): SloBudgetsPanel {
  return new SloBudgetsPanel({ title, description, systemId: system.id, service, standings: standings.getRef() });
}

function SloBudgetsPanelRenderer({ model }: SceneComponentProps<SloBudgetsPanel>) {
  const { title, description, systemId, service, standings } = model.useState();
  return (
    <PanelChrome title={title} description={description}>
      <LiveBody live={standings.resolve()} what="objectives" fillsPanel>
        {(all) => {
          const own = all.filter(
            ({ system, slo }) => system === systemId && (service === undefined || slo.service === service)
          );
          return own.length > 0 ? (
            <BudgetTable standings={own} />
          ) : (
            <ConditionMessage icon="cog" title="No objectives">
              The catalog has none here.
            </ConditionMessage>
          );
        }}
      </LiveBody>
    </PanelChrome>
  );
}
