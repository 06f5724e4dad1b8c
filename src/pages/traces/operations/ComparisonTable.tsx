import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Pagination, TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import {
  type ComparisonColumn,
  type FigureColumn,
  FIGURES,
  nextComparisonSort,
  parseComparisonSort,
  sortComparisons,
} from '../../../domain/anomalies/table';
import { type Comparison } from '../../../domain/anomalies/types';
import { type ComparedWindows } from '../../../domain/anomalies/windows';
import { callsText, factorText } from '../../../domain/anomalies/words';
import { formatPercent } from '../../../domain/format/format';
import { formatUs } from '../../../domain/traces/formatUs';
import { ComparisonMark } from '../../../scenes/anomalies/ComparisonMark';
import { tracesOfHour } from '../../../scenes/anomalies/exampleUrls';
import { SortButton } from '../../services/SortButton';
import { tableStyles } from '../../services/tableStyles';

interface Props {
  rows: readonly Comparison[];
  windows: ComparedWindows;
  /** As in the URL. */
  sort: string;
  /** From 1. */
  page: number;
  onSort: (sort: string) => void;
  onPage: (page: number) => void;
}

const PAGE_SIZE = 50;

const duration = (ms: number) => formatUs(ms * 1000);

interface Column {
  column: FigureColumn;
  title: string;
  explained?: string;
  text: (value: number) => string;
  /** Left out where there is little room. */
  isMinor?: boolean;
}

const COLUMNS: readonly Column[] = [
  { column: 'calls', title: 'Calls', explained: 'In the hour', text: callsText },
  {
    column: 'callsBefore',
    title: 'Calls before',
    explained: 'Calls in the 24 hours before',
    text: callsText,
    isMinor: true,
  },
  { column: 'mean', title: 'Mean', text: duration, isMinor: true },
  { column: 'p50', title: 'p50', text: duration, isMinor: true },
  { column: 'p95', title: 'p95', explained: 'Duration that 95 % of the calls stay below', text: duration },
  { column: 'p95Before', title: 'p95 before', explained: 'p95 of the 24 hours before', text: duration },
  { column: 'change', title: 'Change', explained: 'p95 over that of before', text: factorText },
  {
    column: 'p99',
    title: 'p99',
    explained: 'Of fewer than a hundred calls, the slowest',
    text: duration,
    isMinor: true,
  },
  { column: 'errors', title: 'Errors', explained: 'Share of failed calls', text: (value) => formatPercent(value) },
  {
    column: 'errorsBefore',
    title: 'Errors before',
    explained: 'Share of failed calls in the 24 hours before',
    text: (value) => formatPercent(value),
  },
];

/** Every operation with both sides, the slowest first; its name leads to its traces of the hour. */
export function ComparisonTable({ rows, windows, sort, page, onSort, onPage }: Props) {
  const { table, scroll, number, wide } = useStyles2(tableStyles);
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const order = parseComparisonSort(sort);
  const lastPage = Math.max(1, Math.ceil(rows.length / PAGE_SIZE));
  const first = (Math.min(page, lastPage) - 1) * PAGE_SIZE;
  const heading = (column: ComparisonColumn, title: string, explained?: string, className?: string) => (
    <SortButton
      key={column}
      title={title}
      explained={explained}
      className={className}
      direction={order.column === column ? (order.descending ? 'descending' : 'ascending') : undefined}
      onSort={() => onSort(nextComparisonSort(order, column))}
    />
  );
  return (
    <div className={styles.container}>
      <div className={scroll} role="region" aria-label="Operations table" tabIndex={0}>
        <table className={table}>
          <thead>
            <tr>
              {heading('verdict', 'Verdict')}
              {heading('service', 'Service')}
              {heading('operation', 'Operation')}
              {COLUMNS.map(({ column, title, explained, isMinor }) =>
                heading(column, title, explained, cx(number, isMinor && styles.minor))
              )}
            </tr>
          </thead>
          <tbody>
            {sortComparisons(rows, order)
              .slice(first, first + PAGE_SIZE)
              .map((row) => (
                <tr key={`${row.system} ${row.service} ${row.operation} ${row.role}`}>
                  <td>
                    <ComparisonMark comparison={row} />
                  </td>
                  <td className={cx(wide, styles.service)}>{row.service}</td>
                  <th scope="row" className={cx(wide, styles.operation)}>
                    <TextLink href={tracesOfHour(row, windows, search)} variant="bodySmall" title="Traces of the hour">
                      {row.operation}
                    </TextLink>
                    {row.role === 'outgoing' && <span className={styles.secondary}> call out</span>}
                  </th>
                  {COLUMNS.map(({ column, text, isMinor }) => (
                    <td
                      key={column}
                      className={cx(number, isMinor && styles.minor, /Before$/.test(column) && styles.secondary)}
                    >
                      {valueText(FIGURES[column](row), text)}
                    </td>
                  ))}
                </tr>
              ))}
          </tbody>
        </table>
      </div>
      {lastPage > 1 && (
        <Pagination currentPage={Math.min(page, lastPage)} numberOfPages={lastPage} onNavigate={onPage} />
      )}
    </div>
  );
}

function valueText(value: number | undefined, text: Column['text']): string {
  return value === undefined ? '–' : text(value);
}

const getStyles = (theme: GrafanaTheme2) => ({
  container: css({ containerType: 'inline-size', display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  service: css({ minWidth: 110 }),
  operation: css({ minWidth: 150 }),
  secondary: css({ color: theme.colors.text.secondary }),
  minor: css({ '@container (max-width: 1000px)': { display: 'none' } }),
});
