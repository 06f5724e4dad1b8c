import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, LinkButton, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { useLocation } from 'react-router-dom';
import { responderOf } from '../../catalog/responders';
import { type System } from '../../catalog/types';
import { SeverityBadge } from '../../components/SeverityBadge';
import { Since } from '../../components/Since';
import { byAlertUrgency } from '../../domain/alerts/urgency';
import { countOf } from '../../domain/format/format';
import { alertId } from '../../domain/incidents/alertId';
import { groupSeverity } from '../../domain/incidents/onCall';
import { type AlertGroup } from '../../domain/incidents/types';
import { AlertLine } from './AlertLine';
import { alertUrl, incidentUrl, nextStepsOfGroup, runAtOnce, runbookStepOf } from './alertLinks';
import { groupTitle } from './groupTitle';
import { NextSteps } from './NextSteps';
import { onCallInShort } from './OnCallPeople';

interface Props {
  group: AlertGroup;
  systems: readonly System[];
  nowMs: number;
}

const LINES_SHOWN = 4;

/** What is likely one incident: how bad, where, since when, who owns it and is on call, and what to do next. */
export function GroupCard({ group, systems, nowMs }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { title, owner } = groupTitle(group, systems);
  const [{ labels: { team, system } = {} } = {}] = group.alerts;
  const responder = responderOf(group.suspect ? { service: group.suspect } : { team, system }, systems, nowMs);
  const alerts = [...group.alerts].sort(byAlertUrgency);
  const severity = groupSeverity(group);
  const steps = nextStepsOfGroup(alerts, systems, search).map(runAtOnce);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? alerts : alerts.slice(0, LINES_SHOWN);
  return (
    <article className={styles.card} aria-label={`${severity ?? 'Alert'}: ${title}`} data-testid="alert-group">
      <header className={styles.header}>
        <SeverityBadge severity={severity} />
        <h2 className={styles.title}>{title}</h2>
        <span className={styles.facts}>
          <Since atMs={group.startedAtMs} nowMs={nowMs} />
          {[owner, responder && onCallInShort(responder)].map((one) => one && ` · ${one}`)}
        </span>
        <NextSteps steps={steps}>
          <LinkButton href={incidentUrl(group, search)} icon="fire" size="sm" variant="secondary">
            Incident
          </LinkButton>
        </NextSteps>
      </header>
      {group.services.length > 1 && <p className={styles.reason}>{group.reason}</p>}
      <ul>
        {shown.map((alert) => (
          <AlertLine
            key={alertId(alert)}
            alert={alert}
            nowMs={nowMs}
            href={alertUrl(alert, search)}
            // A single alert's runbook is the card's.
            runbookHref={alerts.length > 1 ? runbookStepOf(alert, systems, search)?.href : undefined}
          />
        ))}
      </ul>
      {alerts.length > LINES_SHOWN && (
        <Button size="sm" fill="text" variant="secondary" onClick={() => setWhole(!isWhole)} aria-expanded={isWhole}>
          {isWhole ? 'Show fewer' : `Show ${countOf(alerts.length - LINES_SHOWN, 'more alert')}`}
        </Button>
      )}
    </article>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  card: css({
    padding: theme.spacing(1, 2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  header: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  title: css({ ...theme.typography.h5, margin: 0, minWidth: 0, overflowWrap: 'anywhere' }),
  facts: css({ flexGrow: 1, color: theme.colors.text.secondary, whiteSpace: 'nowrap' }),
  reason: css({ color: theme.colors.text.secondary, margin: theme.spacing(0.5, 0) }),
});
