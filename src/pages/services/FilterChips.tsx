import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';

interface Option {
  value: string;
  label: string;
  /** How many rows it would leave. */
  count?: number | undefined;
}

interface Props {
  title: string;
  options: readonly Option[];
  chosen: readonly string[];
  onToggle: (value: string) => void;
}

/** More than these stand behind a button: a catalog may have fifty teams. */
const SHOWN_AT_FIRST = 8;

/** Values that can each be switched on and off. */
export function FilterChips({ title, options, chosen, onToggle }: Props) {
  const styles = useStyles2(getStyles);
  const titleId = useId();
  const [isOpen, setOpen] = useState(false);
  const shown = options.filter(({ value }, index) => isOpen || index < SHOWN_AT_FIRST || chosen.includes(value));
  const hiddenCount = options.length - shown.length;
  return (
    <div role="group" aria-labelledby={titleId} className={styles.group}>
      <span id={titleId} className={styles.title}>
        {title}
      </span>
      {shown.map(({ value, label, count }) => {
        const isChosen = chosen.includes(value);
        return (
          <button
            key={value}
            type="button"
            aria-pressed={isChosen}
            className={cx(styles.chip, isChosen && styles.chosen)}
            title={label}
            onClick={() => onToggle(value)}
          >
            <span className={styles.label}>{label}</span>
            {count !== undefined && <span className={styles.count}>{count}</span>}
          </button>
        );
      })}
      {(hiddenCount > 0 || isOpen) && (
        <button type="button" className={styles.more} onClick={() => setOpen(!isOpen)} aria-expanded={isOpen}>
          {isOpen ? 'fewer' : `${hiddenCount} more`}
        </button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const button = {
    font: 'inherit',
    fontSize: theme.typography.bodySmall.fontSize,
    cursor: 'pointer',
    lineHeight: theme.spacing(2.5),
    padding: theme.spacing(0, 1),
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  };
  return {
    group: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5) }),
    title: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      marginRight: theme.spacing(0.5),
    }),
    chip: css({
      ...button,
      display: 'inline-flex',
      gap: theme.spacing(0.5),
      maxWidth: 220,
      color: theme.colors.text.primary,
      background: theme.colors.background.secondary,
      border: `1px solid ${theme.colors.border.medium}`,
      borderRadius: theme.shape.radius.pill,
      '&:hover': { background: theme.colors.action.hover },
    }),
    chosen: css({
      background: theme.colors.action.selected,
      borderColor: theme.colors.primary.border,
      color: theme.colors.text.maxContrast,
      fontWeight: theme.typography.fontWeightMedium,
    }),
    label: css({ overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap' }),
    count: css({ color: theme.colors.text.secondary, fontVariantNumeric: 'tabular-nums' }),
    more: css({ ...button, color: theme.colors.text.link, background: 'none', border: 'none' }),
  };
};
