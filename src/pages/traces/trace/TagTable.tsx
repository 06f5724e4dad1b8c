import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, useStyles2 } from '@grafana/ui';
import { useContext } from 'react';
import { maskSecrets } from '../../../domain/logs/maskSecrets';
import { isPersonalName } from '../../../domain/logs/personalNames';
import { type KeyValue } from '../../../domain/traces/types';
import { PersonalContext } from './personal';

/** Names and values, sorted by name. Who the users are is shown to those who ask for it. */
export function TagTable({ label, tags }: { label: string; tags: readonly KeyValue[] }) {
  const styles = useStyles2(getStyles);
  const { isShown, show } = useContext(PersonalContext);
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
            <td>
              {isPersonalName(key) ? (
                <span className={styles.personal}>
                  {isShown ? String(value) : '•••'}
                  <IconButton
                    name={isShown ? 'eye-slash' : 'eye'}
                    size="sm"
                    aria-label={isShown ? 'Hide who the users are' : 'Show who the users are'}
                    onClick={() => show(!isShown)}
                  />
                </span>
              ) : (
                maskSecrets(String(value))
              )}
            </td>
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
  personal: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1) }),
});
