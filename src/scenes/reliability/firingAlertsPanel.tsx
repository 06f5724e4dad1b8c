import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { Alert, PanelChrome } from '@grafana/ui';
import { type Panel, type System } from '../../catalog/types';
import { ConditionMessage } from '../../components/ConditionMessage';
import { countOf } from '../../domain/format/format';
import { LiveBody } from '../live/LiveBody';
import { AlertList } from './AlertList';
import { type ActiveAlerts, type FiringAlerts } from './FiringAlerts';

interface FiringAlertsPanelState extends SceneObjectState {
  title: string;
  description: string | undefined;
  /** Absent: of every system. */
  systemId: string | undefined;
  service: string | undefined;
  alerts: SceneObjectRef<FiringAlerts>;
}

/** Alerts of one system or of all, from those that the page shares. */
class FiringAlertsPanel extends SceneObjectBase<FiringAlertsPanelState> {
  static Component = FiringAlertsPanelRenderer;
}

/** @param alerts of all systems on the page. */
export function firingAlertsPanel(
  panel: Pick<Panel, 'title' | 'description' | 'service'>,
  system: System | undefined,
  alerts: FiringAlerts
): FiringAlertsPanel {
  return new FiringAlertsPanel({
    title: panel.title,
    description: panel.description,
    systemId: system?.id,
    service: panel.service,
    alerts: alerts.getRef(),
  });
}

function FiringAlertsPanelRenderer({ model }: SceneComponentProps<FiringAlertsPanel>) {
  const { title, description, systemId, service, alerts } = model.useState();
  return (
    <PanelChrome title={title} description={description}>
      <LiveBody live={alerts.resolve()} what="alerts" fillsPanel>
        {(active) => (
          <>
            {active.unread.map((reason) => (
              <Alert
                key={reason}
                severity="warning"
                title="Some alerts could not be read"
                topSpacing={0}
                bottomSpacing={1}
              >
                {reason}
              </Alert>
            ))}
            <OwnAlerts active={active} systemId={systemId} service={service} />
          </>
        )}
      </LiveBody>
    </PanelChrome>
  );
}

interface OwnAlertsProps {
  active: ActiveAlerts;
  systemId: string | undefined;
  service: string | undefined;
}

function OwnAlerts({ active, systemId, service }: OwnAlertsProps) {
  const own = active.alerts.filter(
    ({ labels }) =>
      (systemId === undefined || labels['system'] === systemId) &&
      (service === undefined || labels['service'] === service)
  );
  if (own.length > 0) {
    return <AlertList alerts={own} nowMs={active.askedAtMs} />;
  }
  if (active.unread.length > 0) {
    return (
      <ConditionMessage icon="question-circle" title="Not known">
        Nothing fires among what could be read.
      </ConditionMessage>
    );
  }
  const rules = countRules(active, systemId);
  // An all-clear without a rule behind it would be a lie.
  return rules > 0 ? (
    <ConditionMessage icon="check-circle" title="Nothing fires">
      {countOf(rules, 'rule')} {systemId !== undefined && 'of this system '}
      {rules === 1 ? 'is' : 'are'} evaluated.
    </ConditionMessage>
  ) : (
    <ConditionMessage icon="question-circle" title="No alert rules">
      {systemId === undefined ? 'There is no rule' : `No rule carries the label system="${systemId}"`}, so nothing could
      fire.
    </ConditionMessage>
  );
}

function countRules({ ruleCounts }: ActiveAlerts, systemId: string | undefined): number {
  return systemId === undefined
    ? [...ruleCounts.values()].reduce((sum, count) => sum + count, 0)
    : (ruleCounts.get(systemId) ?? 0);
}
