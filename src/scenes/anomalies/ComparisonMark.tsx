import { css, cx } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { type Comparison, type ComparisonVerdict } from '../../domain/anomalies/types';
import { verdictWord } from '../../domain/anomalies/words';

const LOOKS: Readonly<Record<ComparisonVerdict, readonly [IconName, (theme: GrafanaTheme2) => string]>> = {
  anomalous: ['exclamation-triangle', ({ colors }) => colors.warning.text],
  silent: ['eye-slash', ({ colors }) => colors.warning.text],
  new: ['plus-circle', ({ colors }) => colors.info.text],
  steady: ['check-circle', ({ colors }) => colors.success.text],
  'too-few': ['minus-circle', ({ colors }) => colors.text.secondary],
};

/** How an operation does against its own day: an icon, a word, and then a colour. */
export function ComparisonMark({ comparison }: { comparison: Comparison }) {
  const styles = useStyles2(getStyles);
  const { verdict } = comparison;
  const [icon, colour] = LOOKS[verdict];
  return (
    <span
      // Two anomalies may stand in two lines.
      className={cx(styles.mark, verdict !== 'anomalous' && styles.line)}
      style={{ color: colour(useTheme2()) }}
      data-verdict={verdict}
    >
      <Icon key={icon} name={icon} size="sm" aria-hidden />
      {verdictWord(comparison)}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  mark: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    lineHeight: 1.3,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  line: css({ whiteSpace: 'nowrap' }),
});
