import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { type TierCondition, tierReason, type TierState } from '../../domain/slo/tierState';
import { burnText } from './budgetWords';

/** How each condition of a tier looks: a word, an icon, and only then a colour. */
export const CONDITION_LOOK: Readonly<Record<TierCondition, { word: string; icon?: IconName }>> = {
  firing: { word: 'Firing', icon: 'fire' },
  'long-only': { word: 'Long window only', icon: 'arrow-down' },
  'short-only': { word: 'Short window only', icon: 'arrow-up' },
  quiet: { word: 'Quiet' },
  'too-few-events': { word: 'Too few events', icon: 'minus-circle' },
  'no-traffic': { word: 'No traffic', icon: 'minus-circle' },
  'no-data': { word: 'No data', icon: 'question-circle' },
};

/** The burn rate of every tier's long window; a tier that fires stands out. */
export function BurnChips({ tiers }: { tiers: readonly TierState[] }) {
  const styles = useStyles2(getStyles);
  if (tiers.length === 0) {
    return <span className={styles.none}>no budget</span>;
  }
  return (
    <span className={styles.chips}>
      {tiers.map((state) => {
        const { tier, condition, longBurn } = state;
        const { icon, word } = CONDITION_LOOK[condition];
        const isFiring = condition === 'firing';
        return (
          <span
            key={tier.id}
            className={isFiring ? (tier.severity === 'critical' ? styles.critical : styles.warning) : styles.chip}
            title={`${word}. ${tierReason(state)}`}
          >
            {isFiring && icon && <Icon name={icon} size="xs" aria-label={word} />}
            {tier.long} {burnText(longBurn)}
          </span>
        );
      })}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const chip = {
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.25),
    minWidth: theme.spacing(8),
    whiteSpace: 'nowrap' as const,
    fontVariantNumeric: 'tabular-nums',
    color: theme.colors.text.secondary,
  };
  const firing = { ...chip, fontWeight: theme.typography.fontWeightMedium };
  return {
    chips: css({ display: 'inline-flex', flexWrap: 'wrap', gap: theme.spacing(0, 1) }),
    chip: css(chip),
    critical: css({ ...firing, color: theme.colors.error.text }),
    warning: css({ ...firing, color: theme.colors.warning.text }),
    none: css({ color: theme.colors.text.secondary }),
  };
};
