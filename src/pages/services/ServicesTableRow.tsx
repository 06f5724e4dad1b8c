import { css } from '@emotion/css';
import { formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { Link, useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { SparkLine } from '../../components/SparkLine';
import { StateBadge } from '../../components/StateBadge';
import { countOf, formatDuration } from '../../domain/format/format';
import { type GoldenColumn } from '../../domain/services/golden';
import { type InventoryRow, stateOfSeverity } from '../../domain/services/inventory';

interface Props {
  row: InventoryRow;
  nowMs: number;
  numberClassName: string;
  minorClassName: string;
}

const SPARK_WIDTH_PX = 40;

/** One service of the table. */
export function ServicesTableRow({ row, nowMs, numberClassName, minorClassName }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const value = (column: GoldenColumn, spark = false) => <ValueCell row={row} column={column} spark={spark} />;
  return (
    <tr>
      <td>
        <StateBadge state={row.state} title={row.because} />
      </td>
      <th scope="row" title={`${row.title} (${row.systemName}, ${row.owner})`}>
        <Link className={styles.link} data-row-link to={pageUrl('services', [row.system, row.name], search)}>
          {row.name}
        </Link>
      </th>
      <td className={minorClassName} title={row.systemName}>
        {row.systemName}
      </td>
      <td className={minorClassName} title={row.owner}>
        {row.owner}
      </td>
      <td className={numberClassName}>{value('traffic', true)}</td>
      <td className={numberClassName}>{value('errors', true)}</td>
      <td className={`${numberClassName} ${minorClassName}`}>{value('latencyP50')}</td>
      <td className={numberClassName}>{value('latencyP95')}</td>
      <td className={numberClassName}>{value('latencyP99')}</td>
      <td className={numberClassName}>{value('saturation')}</td>
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
      <td className={numberClassName}>
        <AlertCount row={row} nowMs={nowMs} />
      </td>
    </tr>
  );
}

function ValueCell({ row, column, spark }: { row: InventoryRow; column: GoldenColumn; spark: boolean }) {
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
      {spark && <SparkLine points={points} widthPx={SPARK_WIDTH_PX} />}
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
