import { css, cx } from '@emotion/css';
import { formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { formatPercent } from '../../domain/format/format';
import { type OperationRole, type OperationRow } from '../../domain/services/operations';
import { SortButton } from './SortButton';
import { tableStyles } from './tableStyles';

interface Props {
  /** Where the most time goes first. */
  rows: readonly OperationRow[];
  chosen: string;
  /** Absent when there are no traces to choose from. */
  onChoose: ((operation: string) => void) | undefined;
}

const ROLES: Record<OperationRole, string> = {
  entry: 'Entry point',
  internal: 'Internal',
  outgoing: 'Call out',
  unknown: '–',
};

type NumberColumn = Exclude<keyof OperationRow, 'name' | 'role'>;

const milliseconds = (value: number) => formattedValueToString(getValueFormat('ms')(value));

const COLUMNS: ReadonlyArray<{ column: NumberColumn; title: string; text: (value: number) => string }> = [
  { column: 'callsPerSecond', title: 'Rate', text: (value) => formattedValueToString(getValueFormat('reqps')(value)) },
  { column: 'errorRatio', title: 'Errors', text: (value) => formatPercent(value) },
  { column: 'meanMs', title: 'Mean', text: milliseconds },
  { column: 'p50Ms', title: 'p50', text: milliseconds },
  { column: 'p95Ms', title: 'p95', text: milliseconds },
  { column: 'p99Ms', title: 'p99', text: milliseconds },
  { column: 'timeRatio', title: 'Share of time', text: (value) => formatPercent(value, 1) },
];

/** Operations with rate, errors and duration; the chosen one decides which traces stand below. */
export function OperationsTable({ rows, chosen, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const { table, scroll, number, wide, secondary } = useStyles2(tableStyles);
  const [sort, setSort] = useState<{ column: NumberColumn; descending: boolean }>();
  const onSort = (column: NumberColumn) =>
    setSort({ column, descending: sort?.column === column ? !sort.descending : true });
  return (
    <div className={scroll} role="region" aria-label="Operations table" tabIndex={0}>
      <table className={table}>
        <thead>
          <tr>
            <th scope="col">Operation</th>
            <th scope="col">Kind</th>
            {COLUMNS.map(({ column, title }) => (
              <SortButton
                key={column}
                title={title}
                className={number}
                direction={sort?.column === column ? (sort.descending ? 'descending' : 'ascending') : undefined}
                onSort={() => onSort(column)}
              />
            ))}
          </tr>
        </thead>
        <tbody>
          {sorted(rows, sort).map((row) => (
            <tr key={`${row.role} ${row.name}`} className={cx(row.name === chosen && styles.chosen)}>
              <th scope="row" className={wide}>
                {onChoose ? (
                  <button
                    type="button"
                    className={styles.button}
                    aria-pressed={row.name === chosen}
                    title="Slow traces of this operation"
                    onClick={() => onChoose(row.name)}
                  >
                    {row.name}
                  </button>
                ) : (
                  row.name
                )}
              </th>
              <td className={secondary}>{ROLES[row.role]}</td>
              {COLUMNS.map(({ column, text }) => (
                <td key={column} className={number}>
                  {column === 'timeRatio' && <TimeBar ratio={row.timeRatio} />}
                  {row[column] === undefined ? '–' : text(row[column])}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TimeBar({ ratio = 0 }: { ratio: number | undefined }) {
  const styles = useStyles2(getStyles);
  return (
    <span className={styles.track} aria-hidden>
      <span className={styles.bar} style={{ width: `${ratio * 100}%` }} />
    </span>
  );
}

function sorted(rows: readonly OperationRow[], sort: { column: NumberColumn; descending: boolean } | undefined) {
  if (!sort) {
    return rows;
  }
  const { column, descending } = sort;
  return [...rows].sort((a, b) => {
    const [left, right] = [a[column], b[column]];
    if (left === undefined || right === undefined) {
      return Number(left === undefined) - Number(right === undefined);
    }
    return descending ? right - left : left - right;
  });
}

const getStyles = (theme: GrafanaTheme2) => ({
  chosen: css({ background: theme.colors.action.selected }),
  button: css({
    padding: 0,
    border: 'none',
    background: 'none',
    font: 'inherit',
    textAlign: 'left',
    color: theme.colors.text.link,
    cursor: 'pointer',
    overflowWrap: 'anywhere',
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
  track: css({
    display: 'inline-block',
    width: 60,
    height: 6,
    marginRight: theme.spacing(1),
    background: theme.colors.background.secondary,
    borderRadius: theme.shape.radius.default,
    textAlign: 'left',
    verticalAlign: 'middle',
    overflow: 'hidden',
  }),
  bar: css({ display: 'block', height: '100%', background: theme.colors.primary.border }),
});
