import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { formatDuration } from '../../domain/format/format';
import { nextStatuses, takenBy, withStatus } from '../../domain/incidents/draft';
import { incidentTimes, statusTimes } from '../../domain/incidents/times';
import { INCIDENT_STATUSES, type IncidentDraft } from '../../domain/incidents/types';
import { shortTime } from '../../scenes/oncall/shortTime';
import { viewerName } from './viewer';

interface Props {
  draft: IncidentDraft;
  nowMs: number;
  onChange: (draft: IncidentDraft) => void;
}

/** How far the incident is, when it got there, and where it may go next. */
export function IncidentProgress({ draft, nowMs, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const times = statusTimes(draft);
  const me = viewerName();
  const { acknowledgedAfterMs, recoveredAfterMs } = incidentTimes(draft);
  const measured = [
    ...(acknowledgedAfterMs === undefined ? [] : [`acknowledged after ${formatDuration(acknowledgedAfterMs)}`]),
    ...(recoveredAfterMs === undefined ? [] : [`recovered after ${formatDuration(recoveredAfterMs)}`]),
  ];
  return (
    <div className={styles.progress}>
      <ol className={styles.statuses} aria-label="Statuses">
        {INCIDENT_STATUSES.map((status) => {
          const atMs = times[status];
          const isNow = status === draft.status;
          const icon = atMs === undefined ? 'circle' : 'check-circle';
          return (
            <li
              key={status}
              className={isNow ? styles.now : atMs === undefined ? styles.ahead : styles.passed}
              {...(isNow ? { 'aria-current': 'step' as const } : {})}
            >
              <Icon key={icon} name={icon} size="sm" aria-hidden />
              {status}
              {atMs !== undefined && <span className={styles.time}>{shortTime(atMs, nowMs)}</span>}
            </li>
          );
        })}
        {measured.length > 0 && <li className={styles.time}>{measured.join(', ')}</li>}
      </ol>
      <div className={styles.moves}>
        {draft.status === 'open' && me !== undefined && (
          <Button size="sm" icon="user" onClick={() => onChange(takenBy(draft, me, Date.now()))}>
            Take it
          </Button>
        )}
        <div role="group" aria-label="Move on to" className={styles.moves}>
          {nextStatuses(draft.status).map((status) => (
            <Button
              key={status}
              size="sm"
              variant="secondary"
              onClick={() => onChange(withStatus(draft, status, { atMs: Date.now(), by: me }))}
            >
              {status === 'open' ? 'open again' : status}
            </Button>
          ))}
        </div>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const status = { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5) } as const;
  return {
    progress: css({
      display: 'flex',
      flexWrap: 'wrap',
      alignItems: 'center',
      justifyContent: 'space-between',
      gap: theme.spacing(1, 2),
      padding: theme.spacing(1, 2),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
    }),
    statuses: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 2), listStyle: 'none' }),
    now: css({ ...status, fontWeight: theme.typography.fontWeightBold, color: theme.colors.text.maxContrast }),
    passed: css({ ...status }),
    ahead: css({ ...status, color: theme.colors.text.secondary }),
    time: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
    moves: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  };
};
