import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { type HealthState } from '../domain/health/states';

interface Appearance {
  word: string;
  icon: IconName;
  colour: (theme: GrafanaTheme2) => string;
}

/** The look of a state, the same on every page: a word, an icon, and only then a colour. */
export const STATE_APPEARANCE: Readonly<Record<HealthState, Appearance>> = {
  ok: { word: 'OK', icon: 'check-circle', colour: (theme) => theme.colors.success.text },
  warning: { word: 'Warning', icon: 'exclamation-triangle', colour: (theme) => theme.colors.warning.text },
  critical: { word: 'Critical', icon: 'exclamation-circle', colour: (theme) => theme.colors.error.text },
  breached: { word: 'Breached', icon: 'times-circle', colour: (theme) => theme.colors.error.text },
  'no-traffic': { word: 'No traffic', icon: 'minus-circle', colour: (theme) => theme.colors.text.secondary },
  'no-data': { word: 'No data', icon: 'question-circle', colour: (theme) => theme.colors.text.secondary },
  silent: { word: 'Silent', icon: 'eye-slash', colour: (theme) => theme.colors.warning.text },
  'not-configured': { word: 'Not configured', icon: 'cog', colour: (theme) => theme.colors.text.secondary },
};

interface Props {
  state: HealthState;
  title?: string | undefined;
  /** Where there is no room for the word: the shape of the icon tells the state, the word is its name. */
  compact?: boolean;
}

/** A state in a word, an icon and a colour. */
export function StateBadge({ state, title, compact = false }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { word, icon, colour } = STATE_APPEARANCE[state];
  return (
    <span
      className={styles.badge}
      style={{ color: colour(theme) }}
      title={compact && title ? `${word}. ${title}` : (title ?? (compact ? word : undefined))}
      data-state={state}
      {...(compact ? { role: 'img', 'aria-label': word } : {})}
    >
      {/* The key: Grafana's icon may keep the old picture when its name changes. */}
      <Icon key={icon} name={icon} size={compact ? 'md' : 'sm'} aria-hidden />
      {!compact && word}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  badge: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightMedium,
  }),
});
