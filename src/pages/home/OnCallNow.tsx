import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { Alert as Notice, Icon, TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { alertPlaces } from '../../catalog/alertPlaces';
import { type System } from '../../catalog/types';
import { Since } from '../../components/Since';
import { VerdictLine } from '../../components/VerdictLine';
import { countOf } from '../../domain/format/format';
import { mustAct } from '../../domain/incidents/mustAct';
import { type AlertGroup } from '../../domain/incidents/types';
import { LiveBody } from '../../scenes/live/LiveBody';
import { GroupCard } from '../../scenes/oncall/GroupCard';
import { type OnCallAlerts, type OnCallNow as Now } from '../../scenes/oncall/OnCallAlerts';
import { chosenSystems } from '../../scenes/variables/systems';
import { useTitleCount } from './useTitleCount';

interface OnCallNowState extends SceneObjectState {
  alerts: SceneObjectRef<OnCallAlerts>;
  systems: readonly System[];
}

/** What asks for a person now, in groups; or an all-clear that says what was looked at. */
export class OnCallNow extends SceneObjectBase<OnCallNowState> {
  static Component = OnCallNowRenderer;
}

const GROUPS_SHOWN = 20;

function OnCallNowRenderer({ model }: SceneComponentProps<OnCallNow>) {
  const { alerts, systems } = model.useState();
  const { value } = alerts.resolve().useState();
  const chosen = chosenSystems(model);
  const isShown = (group: AlertGroup) =>
    !chosen || group.services.length === 0 || group.services.some(({ system }) => chosen.includes(system));
  useTitleCount(value?.groups.filter(isShown).length ?? 0);
  return (
    <LiveBody live={alerts.resolve()} what="alerts">
      {(now) => <Groups now={now} groups={now.groups.filter(isShown)} systems={systems} />}
    </LiveBody>
  );
}

function Groups({ now, groups, systems }: { now: Now; groups: readonly AlertGroup[]; systems: readonly System[] }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const answer = mustAct(groups, now.askedAtMs);
  return (
    <div className={styles.groups}>
      {now.unread.length > 0 && (
        <Notice severity="warning" title="Not every source of alerts answered in full" topSpacing={0} bottomSpacing={0}>
          {now.unread.join(' ')}
        </Notice>
      )}
      {answer ? (
        // Not a live region: its age changes with every refresh.
        <VerdictLine state={answer.state} role="region" aria-label="Must I act now?">
          {answer.sentence}
        </VerdictLine>
      ) : (
        <AllClear now={now} />
      )}
      {groups.slice(0, GROUPS_SHOWN).map((group) => (
        <GroupCard key={group.id} group={group} systems={systems} nowMs={now.askedAtMs} />
      ))}
      <p className={styles.rest}>
        {groups.length > GROUPS_SHOWN && `${countOf(groups.length - GROUPS_SHOWN, 'more group')}. `}
        {restInWords(now)} <TextLink href={pageUrl('alerts', [], search)}>All alerts</TextLink>
      </p>
      <Silenced now={now} systems={systems} />
    </div>
  );
}

function restInWords({ pending, unknown, silenced, ruleCount }: Now): string {
  const parts = [
    ...(pending.length > 0 ? [`${countOf(pending.length, 'alert')} pending`] : []),
    ...(unknown.length > 0
      ? [`${countOf(unknown.length, 'rule')} without a result (not evaluated yet, or failing)`]
      : []),
    ...(silenced.length > 0 ? [`${countOf(silenced.length, 'alert')} silenced`] : []),
  ];
  return `${countOf(ruleCount, 'rule')} looked at${parts.length > 0 ? `: ${parts.join(', ')}` : ''}.`;
}

/** Only as clear as what was looked at: a source that did not answer, or no rules at all, is no all-clear. */
function AllClear({ now }: { now: Now }) {
  const styles = useStyles2(getStyles);
  const isKnown = now.unread.length === 0 && now.unknown.length === 0 && now.ruleCount > 0;
  const icon = isKnown ? 'check-circle' : 'question-circle';
  return (
    <div className={styles.clear} role="status">
      <Icon key={icon} name={icon} size="xxl" aria-hidden />
      <strong>{isKnown ? 'Nothing is firing.' : 'Nothing is known to be firing.'}</strong>
      {now.ruleCount === 0 && <span>There are no alert rules: nothing would fire.</span>}
    </div>
  );
}

function Silenced({ now, systems }: { now: Now; systems: readonly System[] }) {
  const styles = useStyles2(getStyles);
  if (now.silenced.length === 0) {
    return null;
  }
  const places = alertPlaces(systems);
  return (
    <ul className={styles.rest}>
      {now.silenced.slice(0, GROUPS_SHOWN).map(({ alert, silence }) => {
        const place = places.serviceOf(alert);
        return (
          <li key={`${alert.ruleId} ${JSON.stringify(alert.labels)}`}>
            {alert.name}
            {place && ` of ${places.nameOf(place)}`} is silenced by {silence.createdBy}: {silence.comment}; it has fired
            for <Since atMs={alert.activeAtMs} nowMs={now.askedAtMs} />
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  groups: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  rest: css({ color: theme.colors.text.secondary, margin: 0, listStylePosition: 'inside' }),
  clear: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(2),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    fontSize: theme.typography.h5.fontSize,
  }),
});
