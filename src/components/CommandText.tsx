import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { ClipboardButton, Icon, useStyles2 } from '@grafana/ui';

interface Props {
  text: string;
  /** What it can break. */
  caution?: string | undefined;
  /** Names of variables that nobody filled in. */
  missing: readonly string[];
}

/** Text for a shell, to be copied. The app runs nothing. */
export function CommandText({ text, caution, missing }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <div className={styles.command}>
        <pre className={styles.code} tabIndex={0} role="region" aria-label={`Command: ${text}`}>
          {text}
        </pre>
        <ClipboardButton size="sm" variant="secondary" icon="copy" aria-label="Copy" getText={() => text}>
          Copy
        </ClipboardButton>
      </div>
      {caution && (
        <div className={styles.faint}>
          <Icon name="exclamation-triangle" size="sm" aria-hidden /> {caution}
        </div>
      )}
      {missing.length > 0 && (
        <div className={styles.faint}>Fill in {missing.map((name) => `<${name}>`).join(', ')}.</div>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  command: css({ display: 'flex', alignItems: 'flex-start', gap: theme.spacing(1) }),
  code: css({ flexGrow: 1, minWidth: 0, margin: 0, padding: theme.spacing(1), whiteSpace: 'pre-wrap' }),
  faint: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
