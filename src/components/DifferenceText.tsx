import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { type Difference, differenceWords } from '../domain/changes/difference';

const ICONS: Readonly<Record<Difference['trend'], IconName>> = {
  up: 'arrow-up',
  down: 'arrow-down',
  same: 'minus',
};

interface Props {
  difference: Difference;
  /** What it is compared with, as in "against yesterday"; without it only the difference is told. */
  than?: string | undefined;
}

/** A difference in words: an arrow, the amount, and whether it is good news, in a word and then in colour. */
export function DifferenceText({ difference, than }: Props) {
  const styles = useStyles2(getStyles);
  const { colors } = useTheme2();
  const { trend, judgement, text } = difference;
  const colour = {
    better: colors.success.text,
    worse: colors.error.text,
    neutral: colors.text.secondary,
  }[judgement];
  const icon = ICONS[trend];
  return (
    <span className={styles.difference} style={{ color: colour }} data-judgement={judgement}>
      <Icon key={icon} name={icon} size="sm" aria-hidden />
      {than === undefined
        ? [text, judgement === 'neutral' ? '' : ` (${judgement})`].join('')
        : differenceWords(difference, than)}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  difference: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.25),
    whiteSpace: 'nowrap',
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
  }),
});
