import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { maskSecrets } from '../../../domain/logs/maskSecrets';
import { type KeyValue } from '../../../domain/traces/types';

/** Names and values, sorted by name. */
export function TagTable({ label, tags }: { label: string; tags: readonly KeyValue[] }) {
  const styles = useStyles2(getStyles);
  if (tags.length === 0) {
    return null;
  }
  const sorted = [...tags].sort((a, b) => (a.key < b.key ? -1 : 1));
  return (
    <table className={styles.table} aria-label={label}>
      <tbody>
        {sorted.map(({ key, value }, index) => (
          <tr key={`${key}-${index}`}>
            <th scope="row">{key}</th>
            <td>{maskSecrets(String(value))}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    width: '100%',
    tableLayout: 'fixed',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': { padding: theme.spacing(0.25, 0.5), verticalAlign: 'top', overflowWrap: 'anywhere', textAlign: 'left' },
    th: { width: '42%', color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    'tr:nth-child(odd)': { background: theme.colors.background.secondary },
  }),
});
