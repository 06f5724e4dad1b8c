import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl, runbookUrl } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { Facts } from '../../components/Facts';
import { SeverityBadge } from '../../components/SeverityBadge';
import { Since } from '../../components/Since';
import { formatDuration } from '../../domain/format/format';
import { type Runbook } from '../../domain/runbook/types';
import { runbookOwner } from '../../scenes/runbooks/runbookRows';
import { type LiveRunbook } from './useRunbook';

interface Props {
  live: LiveRunbook;
  system: System;
  runbook: Runbook;
}

/** For which alert, since when, whose it is, and when somebody else is called. */
export function RunbookHeader({ live, system, runbook }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { alert, service, nameOf } = live;
  const labels = Object.entries(live.variables).filter(([name]) => !SHOWN_ELSEWHERE.has(name));
  return (
    <header className={styles.header}>
      <Facts
        facts={[
          ['Severity', <SeverityBadge key="severity" severity={alert.active?.severity ?? runbook.severity} />],
          ['Alert', <AlertState key="alert" live={live} />],
          ['Response', timer(live, runbook.responseMinutes, 'Response due')],
          [
            'Escalation',
            runbook.escalation && timer(live, runbook.escalation.afterMinutes, `To ${runbook.escalation.to}`),
          ],
          ['Owner', runbookOwner(system, runbook)],
          [
            'Service',
            <TextLink key="service" href={pageUrl('services', [system.id, service], search)}>
              {nameOf(service)}
            </TextLink>,
          ],
          ['System', system.name],
          ['Variables', labels.map(([name, value]) => `${name} = ${value}`).join(', ')],
        ]}
      />
      {alert.others.length > 0 && (
        <p>
          Active alerts of this runbook:{' '}
          {alert.others.map((other, index) => (
            <span key={`${other.name} ${JSON.stringify(other.labels)}`}>
              {index > 0 && ', '}
              <TextLink
                href={runbookUrl(
                  system.id,
                  runbook.id,
                  { alert: other.name, labels: other.labels, startMs: other.activeAtMs ?? undefined },
                  search
                )}
              >
                {other.annotations['summary'] ?? other.name}
              </TextLink>
            </span>
          ))}
          . Open one to bind its labels.
        </p>
      )}
    </header>
  );
}

const SHOWN_ELSEWHERE: ReadonlySet<string> = new Set([
  'service',
  'system',
  'alertname',
  'severity',
  'team',
  'page',
  'component',
]);

function AlertState({ live: { alert } }: { live: LiveRunbook }) {
  if (alert.name === undefined) {
    return <>none: opened from the list</>;
  }
  const since = alert.startMs;
  return (
    <>
      {alert.name}
      {alert.active && `, ${alert.active.state}`}
      {!alert.active && alert.isKnown && ', not active now'}
      {since !== undefined && (
        <>
          , began {dateTimeFormat(since)} (<Since atMs={since} nowMs={alert.nowMs} /> ago)
        </>
      )}
    </>
  );
}

/** Counts from the beginning of the alert; without one, it says how long there is. */
function timer({ alert }: LiveRunbook, minutes: number | undefined, what: string): string | undefined {
  if (minutes === undefined) {
    return undefined;
  }
  if (alert.startMs === undefined || (alert.isKnown && !alert.active)) {
    return `${what} ${what.startsWith('To') ? 'after' : 'within'} ${minutes} min`;
  }
  const leftMs = alert.startMs + minutes * 60_000 - alert.nowMs;
  return leftMs > 0 ? `${what} in ${formatDuration(leftMs)}` : `${what}, overdue by ${formatDuration(-leftMs)}`;
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
});
