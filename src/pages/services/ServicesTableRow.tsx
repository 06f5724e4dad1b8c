import { css, cx } from '@emotion/css';
import { formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { AppLink } from '../../components/AppLink';
import { pageUrl } from '../../app/navigation';
import { SparkLine } from '../../components/SparkLine';
import { StateBadge } from '../../components/StateBadge';
import { countOf, formatDuration } from '../../domain/format/format';
import { type GoldenColumn } from '../../domain/services/golden';
import { type InventoryRow, stateOfSeverity } from '../../domain/services/inventory';

interface Props {
  row: InventoryRow;
  nowMs: number;
  /** Of the table's columns. */
  classNames: { number: string; minor: Record<1 | 2, string>; spark: string; instead: string };
}

const SPARK_WIDTH_PX = 40;

/** One service of the table. */
export function ServicesTableRow({ row, nowMs, classNames: { number, minor, spark, instead } }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const value = (column: GoldenColumn, sparkClassName?: string) => (
    <ValueCell row={row} column={column} sparkClassName={sparkClassName} />
  );
  return (
    <tr>
      <td>
        <StateBadge state={row.state} title={row.because} />
      </td>
      <th scope="row" title={`${row.title} (${row.systemName}, ${row.owner})`}>
        <AppLink className={styles.link} data-row-link href={pageUrl('services', [row.system, row.name], search)}>
          {row.name}
        </AppLink>
        <span className={instead}> {row.systemName}</span>
      </th>
      <td className={minor[1]} title={row.systemName}>
        {row.systemName}
      </td>
      <td className={minor[1]} title={row.owner}>
        {row.owner}
      </td>
      <td className={number}>{value('traffic', spark)}</td>
      <td className={number}>{value('errors', spark)}</td>
      <td className={cx(number, minor[1])}>{value('latencyP50')}</td>
      <td className={number}>{value('latencyP95')}</td>
      <td className={cx(number, minor[2])}>{value('latencyP99')}</td>
      <td className={number}>{value('saturation')}</td>
      <td>
        {row.slo ? (
          <StateBadge
            state={row.slo.state}
            title={`${row.slo.title}, the worst of ${countOf(row.slo.count, 'objective')}`}
          />
        ) : (
          '–'
        )}
      </td>
      <td className={number}>
        <AlertCount row={row} nowMs={nowMs} />
      </td>
    </tr>
  );
}

interface ValueCellProps {
  row: InventoryRow;
  column: GoldenColumn;
  /** With a sparkline, of this class. */
  sparkClassName: string | undefined;
}

function ValueCell({ row, column, sparkClassName }: ValueCellProps) {
  const styles = useStyles2(getStyles);
  const golden = row.values[column];
  if (!golden) {
    return '–';
  }
  const { value, signal, state, points } = golden;
  if (value === undefined) {
    return (
      <span className={styles.none} title={`${signal.title}: no value near the end of the time range`}>
        no data
      </span>
    );
  }
  const text = formattedValueToString(getValueFormat(signal.unit)(value));
  return (
    <span className={styles.value} title={`${signal.title}: ${text}`}>
      {sparkClassName !== undefined && (
        <span className={sparkClassName}>
          <SparkLine points={points} widthPx={SPARK_WIDTH_PX} />
        </span>
      )}
      {state !== 'ok' && <StateBadge state={state} compact />}
      {text}
    </span>
  );
}

function AlertCount({ row: { firing }, nowMs }: { row: InventoryRow; nowMs: number }) {
  const styles = useStyles2(getStyles);
  if (!firing) {
    return (
      <span className={styles.none} title="The alerts could not be read">
        ?
      </span>
    );
  }
  const { count, worst, sinceMs } = firing;
  if (!worst) {
    return '0';
  }
  const age = sinceMs === undefined ? '' : `, the first for ${formatDuration(nowMs - sinceMs)}`;
  return (
    <span className={styles.value} title={`${worst.annotations['summary'] ?? worst.name}${age}`}>
      <StateBadge state={stateOfSeverity(worst.severity)} compact />
      {count}
    </span>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  link: css({
    // Beside text of its own cell, and in a list of nothing but links: no underline is needed to tell it.
    display: 'inline-block',
    color: theme.colors.text.link,
    fontWeight: theme.typography.fontWeightMedium,
    '&:hover': { textDecoration: 'underline' },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: 1 },
  }),
  value: css({
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(0.75),
    verticalAlign: 'middle',
  }),
  none: css({ color: theme.colors.text.secondary }),
});
