import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';

interface Props {
  title: string;
  /** What the heading means, where it is not plain. */
  explained?: string | undefined;
  className?: string | undefined;
  /** Absent: the table is in another order. */
  direction: 'ascending' | 'descending' | undefined;
  onSort: () => void;
}

/** The heading of a column that can order its table. */
export function SortButton({ title, explained, className, direction, onSort }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <th scope="col" aria-sort={direction} className={className}>
      <button type="button" className={styles.button} title={explained} onClick={onSort}>
        {title}
        {direction && (
          <Icon key={direction} name={direction === 'descending' ? 'arrow-down' : 'arrow-up'} size="sm" aria-hidden />
        )}
      </button>
    </th>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  button: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.25),
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    fontWeight: theme.typography.fontWeightMedium,
    color: theme.colors.text.secondary,
    cursor: 'pointer',
    '&:hover': { color: theme.colors.text.primary },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
});
