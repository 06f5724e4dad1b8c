import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { severityRank } from '../domain/alerts/urgency';

interface Props {
  severity: string | undefined;
  /** Not firing yet. */
  pending?: boolean;
}

const ICONS: readonly IconName[] = [
  'exclamation-circle',
  'exclamation-circle',
  'exclamation-triangle',
  'info-circle',
  'question-circle',
];

/** A severity in the words of its rule, with the icon and the colour of its rank. */
export function SeverityBadge({ severity, pending = false }: Props) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const rank = severityRank(severity);
  const { error, warning, info, text } = theme.colors;
  const colour = [error.text, error.text, warning.text, info.text, text.secondary][rank];
  const icon = pending ? 'clock-nine' : (ICONS[rank] ?? 'question-circle');
  return (
    <span className={styles.badge} style={{ color: pending ? text.secondary : colour }}>
      <Icon key={icon} name={icon} aria-hidden />
      {severity ?? 'no severity'}
      {pending && ' (pending)'}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  badge: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    flexShrink: 0,
    minWidth: 84,
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightMedium,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
