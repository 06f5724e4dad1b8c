import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { SeverityBadge } from '../../components/SeverityBadge';
import { type Alert } from '../../domain/alerts/types';
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
      <SeverityBadge severity={alert.severity} pending={alert.state === 'pending'} />
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
  what: css({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }),
  detail: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  since: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  }),
});
