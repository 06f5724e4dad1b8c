import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { SeverityBadge } from '../../components/SeverityBadge';
import { Since } from '../../components/Since';
import { alertSummary } from '../../domain/alerts/summary';
import { type Alert } from '../../domain/alerts/types';
import { alertDetail } from './alertDetail';

interface Props {
  alert: Alert;
  nowMs: number;
  href: string;
  /** Its runbook. */
  runbookHref?: string | undefined;
}

/** One alert in one line: how bad, what, where, since when. */
export function AlertLine({ alert, nowMs, href, runbookHref }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <li className={styles.line}>
      <SeverityBadge severity={alert.severity} pending={alert.state === 'pending'} />
      <div className={styles.what}>
        <TextLink href={href} inline={false} color="primary">
          {alertSummary(alert)}
        </TextLink>
        <div className={styles.detail}>{alertDetail(alert)}</div>
      </div>
      {runbookHref && (
        <TextLink href={runbookHref} inline={false} variant="bodySmall" aria-label={`Runbook of ${alert.name}`}>
          Runbook
        </TextLink>
      )}
      <Since atMs={alert.activeAtMs} nowMs={nowMs} className={styles.since} />
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    listStyle: 'none',
  }),
  what: css({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }),
  detail: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  since: css({ color: theme.colors.text.secondary, whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
});
