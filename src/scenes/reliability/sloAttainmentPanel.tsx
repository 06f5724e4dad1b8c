import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { PanelChrome } from '@grafana/ui';
import { type Panel, type System } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { LiveBody } from '../live/LiveBody';
import { type SloStandings } from './SloStandings';
import { SloTable } from './SloTable';

interface SloAttainmentState extends SceneObjectState {
  title: string;
  description: string | undefined;
  /** Absent: of every system. */
  systemId: string | undefined;
  service: string | undefined;
  standings: SceneObjectRef<SloStandings>;
}

/** Objectives of one system or of all, worst first, from the standings that the page shares. */
class SloAttainmentPanel extends SceneObjectBase<SloAttainmentState> {
  static Component = SloAttainmentPanelRenderer;
}

/** @param standings of all objectives on the page. */
export function sloAttainmentPanel(
  panel: Pick<Panel, 'title' | 'description' | 'service'>,
  system: System | undefined,
  standings: SloStandings
): SloAttainmentPanel {
  return new SloAttainmentPanel({
    title: panel.title,
    description: panel.description,
    systemId: system?.id,
    service: panel.service,
    standings: standings.getRef(),
  });
}

function SloAttainmentPanelRenderer({ model }: SceneComponentProps<SloAttainmentPanel>) {
  const { title, description, systemId, service, standings } = model.useState();
  return (
    <PanelChrome title={title} description={description}>
      <LiveBody live={standings.resolve()} what="objectives" fillsPanel>
        {(all) => {
          const own = all.filter(
            ({ system, slo }) =>
              (systemId === undefined || system === systemId) && (service === undefined || slo.service === service)
          );
          return own.length > 0 ? (
            <SloTable standings={own} withSystem={systemId === undefined} />
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
