import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { memo } from 'react';
import { type System } from '../../catalog/types';
import { SeverityBadge } from '../../components/SeverityBadge';
import { Since } from '../../components/Since';
import { type ListedAlert, NONE } from '../../domain/alerts/filter';
import { alertSummary } from '../../domain/alerts/summary';
import { alertDetail } from '../../scenes/oncall/alertDetail';
import { alertUrl, runbookStepOf } from '../../scenes/oncall/alertLinks';
import { type History } from '../../scenes/oncall/FiringHistory';
import { HistoryStrip } from './HistoryStrip';
import { silenceUrl } from './silenceUrl';

interface Props {
  listed: ListedAlert;
  /** In the whole list, from zero. */
  position: number;
  systems: readonly System[];
  history: History | undefined;
  /** What its links keep of the address. */
  search: string;
  nowMs: number;
}

/** All rows are as high, so that a list of thousands knows its length. */
export const ROW_HEIGHT_PX = 50;

/** One alert: how bad, what, where, whose, lately, since when, and its runbook. */
export const AlertRow = memo(function AlertRow({ listed, position, systems, history, search, nowMs }: Props) {
  const styles = useStyles2(getStyles);
  const { alert, service, team, source } = listed;
  const summary = alertSummary(alert);
  const detail = [alertDetail(alert), ...(alert.source.kind === 'grafana' ? [source] : [])].join(' · ');
  const runbook = runbookStepOf(alert, systems, search);
  return (
    // The head is the first row.
    <tr className={styles.row} aria-rowindex={position + 2}>
      <td>
        <SeverityBadge severity={alert.severity} />
        <div className={styles.state}>
          <State listed={listed} />
        </div>
      </td>
      <td>
        <div className={styles.line} title={summary}>
          <TextLink href={alertUrl(alert, search)} inline={false}>
            {summary}
          </TextLink>
        </div>
        <div className={styles.detail} title={detail}>
          {detail}
        </div>
      </td>
      <td>
        <div className={styles.line}>{service === NONE ? '' : service}</div>
        <div className={styles.detail}>{team === NONE ? '' : team}</div>
      </td>
      <td className={styles.detail}>
        <HistoryStrip alert={alert} history={history} />
      </td>
      <td>
        <Since atMs={alert.activeAtMs} nowMs={nowMs} />
      </td>
      <td>
        {runbook && (
          <TextLink href={runbook.href} inline={false} variant="bodySmall" icon="book-open">
            {runbook.title}
          </TextLink>
        )}
      </td>
    </tr>
  );
});

function State({ listed: { state, silence, alert } }: { listed: ListedAlert }) {
  if (silence) {
    return (
      <TextLink href={silenceUrl(silence)} inline={false} variant="bodySmall">
        {`${state} by ${silence.createdBy}`}
      </TextLink>
    );
  }
  return (
    <span title={state === 'inhibited' ? 'Alertmanager tells nobody while another alert fires' : undefined}>
      {state}
      {alert.reason && ` (${alert.reason})`}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const line = { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' } as const;
  return {
    row: css({
      height: ROW_HEIGHT_PX,
      '& > td': { padding: theme.spacing(0, 1), borderBottom: `1px solid ${theme.colors.border.weak}` },
      '&:hover > td': { background: theme.colors.action.hover },
    }),
    line: css({ ...line, '& a': { ...line, display: 'block' } }),
    state: css({ ...line, color: theme.colors.text.secondary }),
    detail: css({ ...line, color: theme.colors.text.secondary }),
  };
};
