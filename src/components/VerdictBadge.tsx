import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { VERDICT_WORDS } from '../domain/runbook/exportMarkdown';
import { type Verdict } from '../domain/runbook/types';

/** `asking`: the answer is on its way. `undefined`: nobody has asked. */
type Shown = Verdict | 'asking' | undefined;

const ICONS: Readonly<Record<Verdict | 'asking' | 'not-asked', IconName>> = {
  abnormal: 'exclamation-circle',
  normal: 'check-circle',
  'no-data': 'question-circle',
  failed: 'plug',
  'not-applicable': 'minus-circle',
  asking: 'sync',
  'not-asked': 'clock-nine',
};

const COLOURS: Readonly<Partial<Record<Verdict, (theme: GrafanaTheme2) => string>>> = {
  abnormal: (theme) => theme.colors.error.text,
  normal: (theme) => theme.colors.success.text,
  failed: (theme) => theme.colors.warning.text,
};

/** A verdict in a word, an icon and a colour. */
export function VerdictBadge({ verdict }: { verdict: Shown }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const icon = ICONS[verdict ?? 'not-asked'];
  const word = verdict === undefined ? 'Not run' : verdict === 'asking' ? 'Asking' : VERDICT_WORDS[verdict];
  const colour = verdict === undefined || verdict === 'asking' ? undefined : COLOURS[verdict];
  return (
    <span
      className={styles.badge}
      style={{ color: colour?.(theme) ?? theme.colors.text.secondary }}
      data-verdict={verdict ?? 'not-run'}
    >
      <Icon key={icon} name={icon} size="sm" aria-hidden />
      {word}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  badge: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    flexShrink: 0,
    minWidth: 100,
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
