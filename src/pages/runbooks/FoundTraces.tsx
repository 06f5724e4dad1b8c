import { css } from '@emotion/css';
import { dateTimeFormat, formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type FoundTrace } from '../../domain/runbook/findings';

/** Traces that show what a check found; each leads to its page, with its logs. */
export function FoundTraces({ traces }: { traces: readonly FoundTrace[] }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  return (
    <ul className={styles.list}>
      {traces.map(({ traceId, startTimeMs, durationMs, remark }) => (
        <li key={traceId}>
          <TextLink href={pageUrl('traces', [traceId], search)} inline={false} variant="bodySmall">
            {dateTimeFormat(startTimeMs, { format: 'HH:mm:ss' })}
          </TextLink>
          <span className={styles.number}>{formattedValueToString(getValueFormat('ms')(durationMs))}</span>
          <span className={styles.remark}>{remark}</span>
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    fontSize: theme.typography.bodySmall.fontSize,
    li: { display: 'flex', gap: theme.spacing(2), padding: theme.spacing(0.25, 0) },
  }),
  number: css({ minWidth: 70, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
  remark: css({ overflowWrap: 'anywhere' }),
});
