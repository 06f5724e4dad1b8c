import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Badge, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { Facts } from '../../components/Facts';
import { SeverityBadge } from '../../components/SeverityBadge';
import { countOf } from '../../domain/format/format';
import { ageInWords } from '../../domain/incidents/texts';
import { type AlertGroup, type IncidentDraft } from '../../domain/incidents/types';
import { nextStepsOfGroup } from '../../scenes/oncall/alertLinks';
import { NextSteps } from '../../scenes/oncall/NextSteps';
import { shortTime } from '../../scenes/oncall/shortTime';
import { type IncidentView } from './incidentView';
import { runbookSteps } from './runbookSteps';

interface Props {
  draft: IncidentDraft;
  view: IncidentView;
  /** Its alerts, while they fire. */
  group: AlertGroup | undefined;
  nowMs: number;
}

/** What it is, how bad, since when, where; and the ways on. */
export function IncidentHeader({ draft, view, group, nowMs }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { nameOf } = view.textContext(undefined);
  const steps = group ? nextStepsOfGroup(group.alerts, view.systems, search) : runbookSteps(view.runbooks, search);
  return (
    <header className={styles.header}>
      <div className={styles.badges}>
        <SeverityBadge severity={draft.severity} />
        <Badge color={draft.status === 'resolved' ? 'green' : 'blue'} text={draft.status} />
        {view.isPublic && <Badge color="purple" icon="users-alt" text="public-facing" />}
        <span className={styles.faint}>
          {draft.id} · since {shortTime(draft.createdAtMs, nowMs)} ({ageInWords(draft, nowMs)})
        </span>
      </div>
      <h2 className={styles.title}>{draft.title}</h2>
      {draft.description && draft.description !== draft.title && <p className={styles.faint}>{draft.description}</p>}
      <Facts
        facts={[
          ['Affected services', draft.affectedServices.map(nameOf).join(', ') || 'unknown'],
          ['Alerts', alertsInWords(draft)],
          ['Impact', draft.impact],
        ]}
      />
      {group && group.services.length > 1 && <p className={styles.faint}>{group.reason}</p>}
      {steps.length > 0 && <NextSteps steps={steps} />}
    </header>
  );
}

function alertsInWords({ alerts }: IncidentDraft): string {
  const firing = alerts.filter(({ endedAtMs }) => endedAtMs === undefined).length;
  const over = alerts.length - firing;
  if (alerts.length === 0) {
    return 'not known';
  }
  return firing === 0 ? `all ${over} over` : `${firing} firing${over > 0 ? `, ${countOf(over, 'other')} over` : ''}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  badges: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  title: css({ ...theme.typography.h3, margin: 0, overflowWrap: 'anywhere' }),
  faint: css({ color: theme.colors.text.secondary, margin: 0, overflowWrap: 'anywhere' }),
});
