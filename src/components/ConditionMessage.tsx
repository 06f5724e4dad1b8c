import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';

interface Props {
  icon: IconName;
  title: string;
  children?: ReactNode;
  /** Shown as a button when the reader can try again. */
  onRetry?: (() => void) | undefined;
}

/** What stands in a panel's place when there is nothing to draw: what it is, why, and what can be done. */
export function ConditionMessage({ icon, title, children, onRetry }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.message} role="status">
      <div className={styles.title}>
        <Icon name={icon} aria-hidden /> {title}
      </div>
      {children !== undefined && <div className={styles.text}>{children}</div>}
      {onRetry && (
        <Button size="sm" variant="secondary" icon="sync" onClick={onRetry}>
          Try again
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  message: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'center',
    justifyContent: 'center',
    gap: theme.spacing(0.5),
    height: '100%',
    padding: theme.spacing(0.5, 1),
    textAlign: 'center',
    overflow: 'auto',
  }),
  title: css({ fontWeight: theme.typography.fontWeightMedium }),
  text: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
});
