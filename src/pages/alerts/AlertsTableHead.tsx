import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { type Sort, type Sorting } from './alertSorting';

interface Column {
  /** Takes what is left when absent. */
  widthPx?: number;
  sorts: ReadonlyArray<readonly [Sort, title: string]>;
  title?: string;
}

const COLUMNS: readonly Column[] = [
  {
    widthPx: 108,
    sorts: [
      ['severity', 'Severity'],
      ['state', 'State'],
    ],
  },
  { sorts: [['name', 'Alert']] },
  {
    widthPx: 132,
    sorts: [
      ['service', 'Service'],
      ['team', 'Owner'],
    ],
  },
  { widthPx: 88, sorts: [], title: 'Last 24 h' },
  { widthPx: 84, sorts: [['since', 'Since']] },
  { widthPx: 88, sorts: [], title: 'Next' },
];

export const COLUMN_WIDTHS_PX = COLUMNS.map(({ widthPx }) => widthPx);

interface Props {
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}

/** The columns; a cell of two lines can be sorted by either. */
export function AlertsTableHead({ sorting, onSort }: Props) {
  const styles = useStyles2(getStyles);
  const direction = sorting.isReversed ? 'descending' : 'ascending';
  return (
    <thead>
      <tr>
        {COLUMNS.map(({ sorts, title }) => {
          const isSorted = sorts.some(([sort]) => sort === sorting.by);
          return (
            <th
              key={title ?? sorts[0]?.[0]}
              scope="col"
              className={styles.cell}
              aria-sort={isSorted ? direction : undefined}
            >
              {title}
              {sorts.map(([sort, words]) => (
                <button
                  key={sort}
                  type="button"
                  className={styles.button}
                  title={`Sort by ${words.toLowerCase()}`}
                  onClick={() => onSort({ by: sort, isReversed: sort === sorting.by && !sorting.isReversed })}
                >
                  {words}
                  {sort === sorting.by && (
                    <Icon key={direction} name={sorting.isReversed ? 'arrow-up' : 'arrow-down'} size="sm" aria-hidden />
                  )}
                </button>
              ))}
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  cell: css({
    position: 'sticky',
    top: 0,
    zIndex: 1,
    padding: theme.spacing(0.5, 1),
    textAlign: 'left',
    whiteSpace: 'nowrap',
    fontWeight: theme.typography.fontWeightMedium,
    background: theme.colors.background.secondary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  button: css({
    font: 'inherit',
    color: 'inherit',
    padding: 0,
    marginRight: theme.spacing(1),
    background: 'none',
    border: 'none',
    cursor: 'pointer',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
});
