import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type AriaRole, type ReactNode } from 'react';
import { type HealthState } from '../domain/health/states';
import { StateBadge } from './StateBadge';

interface Props {
  /** Absent while it is not known. */
  state?: HealthState;
  /** `status` where a change is to be read out. */
  role?: AriaRole;
  'aria-live'?: 'polite';
  'aria-label'?: string;
  children: ReactNode;
}

/** A page's answer in one sentence, at its top. */
export function VerdictLine({ state, children, ...aria }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.line} {...aria}>
      {state && <StateBadge state={state} />}
      <span className={styles.sentence}>{children}</span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  line: css({
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(2),
    padding: theme.spacing(1, 2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.h5.fontSize,
  }),
  sentence: css({ minWidth: 0 }),
});
