import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Pagination, useStyles2 } from '@grafana/ui';
import { type KeyboardEvent } from 'react';
import { type InventoryRow } from '../../domain/services/inventory';
import { type Sort, type SortColumn } from '../../domain/services/sorting';
import { ServicesTableRow } from './ServicesTableRow';
import { SortButton } from './SortButton';

interface Props {
  /** In the order of `sort`. */
  rows: readonly InventoryRow[];
  sort: Sort;
  onSort: (column: SortColumn) => void;
  /** From 1. */
  page: number;
  lastPage: number;
  onPage: (page: number) => void;
  /** Ages are counted to it, Unix milliseconds. */
  nowMs: number;
}

/** As many rows as are drawn at once, whatever the number of services. */
export const PAGE_SIZE = 50;

interface Column {
  column: SortColumn;
  title: string;
  /** What the heading means, where it is not plain. */
  explained?: string;
  widthPx?: number;
  isNumber?: boolean;
  /** Hidden where there is little room (1), or very little (2). */
  minor?: 1 | 2;
  hasSpark?: boolean;
}

const COLUMNS: readonly Column[] = [
  { column: 'state', title: 'State', explained: 'The worst of its signals and of what fires about it', widthPx: 96 },
  { column: 'name', title: 'Service' },
  { column: 'system', title: 'System', widthPx: 130, minor: 1 },
  { column: 'owner', title: 'Owner', widthPx: 94, minor: 1 },
  { column: 'traffic', title: 'Rate', widthPx: 132, isNumber: true, hasSpark: true },
  {
    column: 'errors',
    title: 'Errors',
    explained: 'Share of failed calls',
    widthPx: 124,
    isNumber: true,
    hasSpark: true,
  },
  {
    column: 'latencyP50',
    title: 'p50',
    explained: 'Duration that half of the calls stay below',
    widthPx: 62,
    isNumber: true,
    minor: 1,
  },
  {
    column: 'latencyP95',
    title: 'p95',
    explained: 'Duration that 95 % of the calls stay below',
    widthPx: 68,
    isNumber: true,
  },
  {
    column: 'latencyP99',
    title: 'p99',
    explained: 'Duration that 99 % of the calls stay below',
    widthPx: 62,
    isNumber: true,
    minor: 2,
  },
  { column: 'saturation', title: 'Saturation', explained: 'How full it is', widthPx: 78, isNumber: true },
  { column: 'slo', title: 'SLO', explained: 'Its worst objective', widthPx: 90 },
  { column: 'alerts', title: 'Alerts', explained: 'How many fire now', widthPx: 54, isNumber: true },
];

/** Services with rate, errors and duration: sortable by each column, fifty at a time. */
export function ServicesTable({ rows, sort, onSort, page, lastPage, onPage, nowMs }: Props) {
  const styles = useStyles2(getStyles);
  const first = (page - 1) * PAGE_SIZE;
  return (
    <div className={styles.container}>
      <div className={styles.scroll} role="region" aria-label="Services table" tabIndex={0}>
        {/* The arrow keys go from link to link; the table itself takes no focus. */}
        {/* eslint-disable-next-line jsx-a11y/no-noninteractive-element-interactions */}
        <table className={styles.table} onKeyDown={moveFocus}>
          <colgroup>
            {COLUMNS.map(({ column, widthPx, minor, hasSpark }) => (
              <col
                key={column}
                style={{ width: widthPx }}
                className={cx(minor && styles.minor[minor], hasSpark && styles.sparkColumn)}
              />
            ))}
          </colgroup>
          <thead>
            <tr>
              {COLUMNS.map((one) => (
                <SortButton
                  key={one.column}
                  title={one.title}
                  explained={one.explained}
                  className={cx(one.isNumber && styles.number, one.minor && styles.minor[one.minor])}
                  direction={sort.column === one.column ? (sort.descending ? 'descending' : 'ascending') : undefined}
                  onSort={() => onSort(one.column)}
                />
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.slice(first, first + PAGE_SIZE).map((row) => (
              <ServicesTableRow key={row.id} row={row} nowMs={nowMs} classNames={styles} />
            ))}
          </tbody>
        </table>
        {rows.length === 0 && <div className={styles.nothing}>No service matches the search and the filters.</div>}
      </div>
      {lastPage > 1 && <Pagination currentPage={page} numberOfPages={lastPage} onNavigate={onPage} />}
    </div>
  );
}

const STEPS: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1, Home: -Infinity, End: Infinity };

/** From the link of one row to the link of another. */
function moveFocus(event: KeyboardEvent<HTMLTableElement>) {
  const step = STEPS[event.key];
  if (step === undefined || event.altKey || event.ctrlKey || event.metaKey) {
    return;
  }
  const links = [...event.currentTarget.querySelectorAll<HTMLElement>('tbody [data-row-link]')];
  const current = links.findIndex((link) => link === event.target);
  const next = links[Math.min(links.length - 1, Math.max(0, current + step))];
  if (next) {
    event.preventDefault();
    next.focus();
  }
}

const getStyles = (theme: GrafanaTheme2) => ({
  container: css({
    containerType: 'inline-size',
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  scroll: css({ overflowX: 'auto' }),
  table: css({
    width: '100%',
    minWidth: 700,
    tableLayout: 'fixed',
    borderCollapse: 'collapse',
    'th, td': {
      padding: theme.spacing(0.75, 0.5),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      overflow: 'hidden',
      textOverflow: 'ellipsis',
      whiteSpace: 'nowrap',
      verticalAlign: 'middle',
    },
    'tbody tr:hover, tbody tr:focus-within': { background: theme.colors.action.hover },
  }),
  // A gap before the next column, whose texts begin at its left edge.
  number: css({ '&&': { textAlign: 'right', paddingRight: theme.spacing(1) }, fontVariantNumeric: 'tabular-nums' }),
  minor: {
    1: css({ '@container (max-width: 1140px)': { display: 'none' } }),
    2: css({ '@container (max-width: 860px)': { display: 'none' } }),
  },
  // The system beside the name, where its column is hidden: two systems may have a service of the same name.
  instead: css({
    display: 'none',
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightRegular,
    '@container (max-width: 1140px)': { display: 'inline' },
  }),
  spark: css({ '@container (max-width: 860px)': { display: 'none' } }),
  sparkColumn: css({ '@container (max-width: 860px)': { width: '88px !important' } }),
  nothing: css({ padding: theme.spacing(3), textAlign: 'center', color: theme.colors.text.secondary }),
});
