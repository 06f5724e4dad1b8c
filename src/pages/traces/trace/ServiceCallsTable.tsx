import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { formatUs } from '../../../domain/traces/formatUs';
import { serviceCalls } from '../../../domain/traces/serviceCalls';
import { type TraceTree } from '../../../domain/traces/tree';

/** Which services called which in this trace; nothing when one did all of it. */
export function ServiceCallsTable({ tree }: { tree: TraceTree }) {
  const styles = useStyles2(getStyles);
  const calls = useMemo(() => serviceCalls(tree), [tree]);
  if (calls.length === 0) {
    return null;
  }
  return (
    <table className={styles.table}>
      <caption className={styles.caption}>Calls between services</caption>
      <thead>
        <tr>
          <th scope="col">From</th>
          <th scope="col">To</th>
          <th scope="col">Calls</th>
          <th scope="col">Errors</th>
          <th scope="col">In all</th>
          <th scope="col">Nobody waited for</th>
        </tr>
      </thead>
      <tbody>
        {calls.map(({ from, to, count, errorCount, totalUs, asyncCount }) => (
          <tr key={`${from} ${to}`}>
            <td>{from || '(no service)'}</td>
            <td>{to || '(no service)'}</td>
            <td>{count}</td>
            <td>{errorCount}</td>
            <td>{formatUs(totalUs)}</td>
            <td>{asyncCount}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  caption: css({ ...theme.typography.h6, captionSide: 'top', textAlign: 'left', color: theme.colors.text.primary }),
  table: css({
    marginBottom: theme.spacing(2),
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': { padding: theme.spacing(0.5, 2, 0.5, 0), borderBottom: `1px solid ${theme.colors.border.weak}` },
    th: { color: theme.colors.text.secondary, textAlign: 'left' },
    'th:nth-child(n+3), td:nth-child(n+3)': { textAlign: 'right', fontVariantNumeric: 'tabular-nums' },
  }),
});
