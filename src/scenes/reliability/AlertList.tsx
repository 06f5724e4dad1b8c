import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { type Alert } from '../../domain/alerts/types';
import { severityRank } from '../../domain/alerts/urgency';
import { formatDuration } from '../../domain/format/format';

interface Props {
  alerts: readonly Alert[];
  /** Ages are counted to this moment, Unix milliseconds. */
  nowMs: number;
}

/** Alerts, most urgent first: severity, what is wrong, since when. */
export function AlertList({ alerts, nowMs }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Alerts, most urgent first">
      <ul className={styles.list}>
        {alerts.map((alert) => (
          <AlertItem key={`${alert.ruleId} ${JSON.stringify(alert.labels)}`} alert={alert} nowMs={nowMs} />
        ))}
      </ul>
    </div>
  );
}

function AlertItem({ alert, nowMs }: { alert: Alert; nowMs: number }) {
  const styles = useStyles2(getStyles);
  const since = alert.activeAtMs === null ? undefined : new Date(alert.activeAtMs);
  return (
    <li className={styles.item}>
      <Severity severity={alert.severity} pending={alert.state === 'pending'} />
      <div className={styles.what}>
        <div>{alert.annotations['summary'] ?? alert.name}</div>
        <div className={styles.detail}>
          {alert.name}
          {[alert.labels['system'], alert.labels['service']].filter(Boolean).map((part) => ` · ${part}`)}
        </div>
      </div>
      {since && (
        <time dateTime={since.toISOString()} title={since.toLocaleString()} className={styles.since}>
          {formatDuration(nowMs - since.valueOf())}
        </time>
      )}
    </li>
  );
}

const SEVERITY_ICONS: readonly IconName[] = [
  'exclamation-circle',
  'exclamation-circle',
  'exclamation-triangle',
  'info-circle',
  'question-circle',
];

function Severity({ severity, pending }: { severity: string | undefined; pending: boolean }) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const rank = severityRank(severity);
  const { error, warning, info, text } = theme.colors;
  const colour = [error.text, error.text, warning.text, info.text, text.secondary][rank];
  return (
    <span className={styles.severity} style={{ color: pending ? text.secondary : colour }}>
      <Icon name={pending ? 'clock-nine' : (SEVERITY_ICONS[rank] ?? 'question-circle')} aria-hidden />
      {severity ?? 'no severity'}
      {pending && ' (pending)'}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', flexGrow: 1, minHeight: 0 }),
  list: css({ listStyle: 'none' }),
  item: css({
    display: 'flex',
    gap: theme.spacing(1),
    alignItems: 'baseline',
    padding: theme.spacing(0.75, 1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  severity: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    flexShrink: 0,
    minWidth: 90,
    fontWeight: theme.typography.fontWeightMedium,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  what: css({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }),
  detail: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  since: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  }),
});
