import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { LinkButton, TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { type alertPlaces } from '../../catalog/alertPlaces';
import { notificationsOf } from '../../catalog/notifications';
import { responderInWords, responderOf } from '../../catalog/responders';
import { type System } from '../../catalog/types';
import { Facts } from '../../components/Facts';
import { SeverityBadge } from '../../components/SeverityBadge';
import { Since } from '../../components/Since';
import { StateBadge } from '../../components/StateBadge';
import { alertSummary } from '../../domain/alerts/summary';
import { type Alert } from '../../domain/alerts/types';
import { type ServiceRef } from '../../domain/incidents/types';
import { LiveBody } from '../../scenes/live/LiveBody';
import { incidentUrl, nextStepsOf } from '../../scenes/oncall/alertLinks';
import { ownerOf } from '../../scenes/oncall/listAlerts';
import { NextSteps } from '../../scenes/oncall/NextSteps';
import { type OnCallAlerts, type OnCallNow } from '../../scenes/oncall/OnCallAlerts';
import { shortTime } from '../../scenes/oncall/shortTime';
import { type AlertSubject, isSubject } from './alertSubject';
import { silenceUrl } from './silenceUrl';

interface AlertDetailsState extends SceneObjectState {
  alerts: SceneObjectRef<OnCallAlerts>;
  subject: AlertSubject;
  systems: readonly System[];
  places: ReturnType<typeof alertPlaces>;
}

/** Whether the alert is active now, what it says, and the ways on. */
export class AlertDetails extends SceneObjectBase<AlertDetailsState> {
  static Component = AlertDetailsRenderer;
}

function AlertDetailsRenderer({ model }: SceneComponentProps<AlertDetails>) {
  const { alerts } = model.useState();
  return (
    <LiveBody live={alerts.resolve()} what="the alert">
      {(now) => <Details now={now} {...model.state} />}
    </LiveBody>
  );
}

function Details({ now, subject, systems, places }: { now: OnCallNow } & Omit<AlertDetailsState, 'alerts'>) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const active = now.alerts.find((alert) => isSubject(subject, alert));
  const group = active && now.groups.find(({ alerts }) => alerts.includes(active));
  const shown = active ?? { ...EMPTY, name: subject.name, labels: subject.labels };
  const place = places.serviceOf(shown);
  const { rule } = subject;
  const ruleUrl = active && grafanaRuleUrl(active);
  const description = shown.annotations['description'] ?? rule?.description;
  return (
    <div className={styles.details}>
      <StateLine now={now} subject={subject} active={active} />
      <p className={styles.summary}>{active ? alertSummary(active) : subject.name}</p>
      {description && <p className={styles.description}>{description}</p>}
      <Facts
        facts={[
          ['Service', place && places.nameOf(place)],
          ['System', subject.system?.name],
          ['Owner', ownerOf(shown, systems)],
          ['On call', onCallOf(shown, place, systems, now.askedAtMs)],
          ['Evaluated by', active?.source.name],
          ...Object.entries(shown.labels)
            .filter(([name]) => !SHOWN_ELSEWHERE.has(name) && !name.startsWith('__'))
            .map(([name, value]) => [name, value] as const),
        ]}
      />
      <Notified alert={shown} now={now} systems={systems} />
      <NextSteps steps={nextStepsOf(shown, systems, search).filter(({ icon }) => icon !== 'bell')}>
        {group && (
          <LinkButton href={incidentUrl(group, search)} icon="fire" size="sm" variant="secondary">
            Incident
          </LinkButton>
        )}
        {ruleUrl && (
          <LinkButton href={ruleUrl} icon="grafana" size="sm" variant="secondary">
            Rule in Grafana
          </LinkButton>
        )}
      </NextSteps>
    </div>
  );
}

/** Who is on call for it, in words; or whom to ask when nobody is configured. */
function onCallOf(
  { labels: { team, system } }: Alert,
  service: ServiceRef | undefined,
  systems: readonly System[],
  nowMs: number
): string | undefined {
  const responder = responderOf({ team, service, system }, systems, nowMs);
  return responder && responderInWords(responder, (timeMs) => shortTime(timeMs, nowMs));
}

/** Who hears of it, and because of what nobody does. */
function Notified({ alert, now, systems }: { alert: Alert; now: OnCallNow; systems: readonly System[] }) {
  const styles = useStyles2(getStyles);
  const firing = now.alerts.filter(({ state }) => state === 'firing');
  const { priority, deliveries, inhibitedBy } = notificationsOf(alert, firing, systems);
  const routes = deliveries.map(
    ({ receiver, groupBy, groupWait, repeatInterval }) =>
      `${receiver} (after ${groupWait}, again every ${repeatInterval}, grouped by ${groupBy.join(', ') || 'nothing'})`
  );
  return (
    <p className={styles.description}>
      {priority && `${priority}. `}By the generated routing it is sent to {routes.join(' and ')}.
      {inhibitedBy.length > 0 &&
        ` Nobody is notified while ${[...new Set(inhibitedBy.map(alertSummary))].join(', ')} fires.`}
    </p>
  );
}

function StateLine({ now, subject, active }: { now: OnCallNow; subject: AlertSubject; active: Alert | undefined }) {
  const styles = useStyles2(getStyles);
  if (!active) {
    return (
      <div className={styles.state}>
        <StateBadge state={now.unread.length > 0 ? 'no-data' : 'ok'} />
        <strong>{now.unread.length > 0 ? `Not known to be active: ${now.unread.join(' ')}` : 'Not active now.'}</strong>
        {subject.startMs !== undefined && (
          <span>
            The link says that it began <Since atMs={subject.startMs} nowMs={now.askedAtMs} /> ago.
          </span>
        )}
      </div>
    );
  }
  const silence = now.silenced.find(({ alert }) => alert === active)?.silence;
  return (
    <div className={styles.state}>
      <SeverityBadge severity={active.severity} pending={active.state === 'pending'} />
      <strong>{STATE_WORDS[active.state]}</strong>
      {active.activeAtMs !== null && (
        <span>
          for <Since atMs={active.activeAtMs} nowMs={now.askedAtMs} />
        </span>
      )}
      {silence && (
        <span>
          · <TextLink href={silenceUrl(silence)}>{`silenced by ${silence.createdBy}`}</TextLink>: {silence.comment}
        </span>
      )}
      {now.inhibited.has(active) && <span>· inhibited: Alertmanager tells nobody while another alert fires</span>}
    </div>
  );
}

/** Grafana's page of a rule that it evaluates itself. */
function grafanaRuleUrl({ ruleId, source }: Alert): string | undefined {
  return source.kind === 'grafana'
    ? `/alerting/grafana/${encodeURIComponent(ruleId.slice(source.id.length + 1))}/view`
    : undefined;
}

const SHOWN_ELSEWHERE = new Set(['alertname', 'severity', 'service', 'system', 'team', 'component', 'page']);
const STATE_WORDS: Readonly<Record<Alert['state'], string>> = {
  firing: 'Firing',
  pending: 'Pending: its condition holds, not yet for long enough',
  inactive: 'Not active',
  unknown: 'Unknown: the rule could not be evaluated, or found nothing',
};
/** What is known of an alert that is over. */
const EMPTY: Alert = {
  ruleId: '',
  name: '',
  state: 'inactive',
  labels: {},
  annotations: {},
  activeAtMs: null,
  value: null,
  source: { id: '', kind: 'data-source', name: '' },
};

const getStyles = (theme: GrafanaTheme2) => ({
  details: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  state: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  summary: css({ ...theme.typography.h5, margin: 0, overflowWrap: 'anywhere' }),
  description: css({ color: theme.colors.text.secondary, margin: 0, overflowWrap: 'anywhere' }),
});
