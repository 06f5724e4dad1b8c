import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type CellProps, type Column, InteractiveTable, useStyles2, useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';
import { formatPercent } from '../../../domain/format/format';
import { formatUs } from '../../../domain/traces/formatUs';
import { operationStatistics, type OperationStatistics } from '../../../domain/traces/operations';
import { ServiceCallsTable } from './ServiceCallsTable';
import { type PaneProps } from './shared';

type Cell = CellProps<OperationStatistics>;

const PAGE_SIZE = 50;

/** Calls between services, and every operation in numbers, the largest p95 first. A row leads to its longest span. */
export function StatisticsPane({ analysis, paths, colours, choose }: PaneProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const rows = useMemo(() => operationStatistics(analysis.tree, analysis.selfUs, paths.onPathUs), [analysis, paths]);
  const columns = useMemo((): Array<Column<OperationStatistics>> => {
    const time = (id: 'averageUs' | 'p50Us' | 'p95Us' | 'p99Us' | 'maxUs' | 'selfUs' | 'onPathUs', header: string) => ({
      id,
      header,
      sortType: 'number' as const,
      cell: ({ row: { original } }: Cell) => <span className={styles.number}>{formatUs(original[id])}</span>,
    });
    return [
      {
        id: 'operationName',
        header: 'Operation',
        sortType: 'alphanumeric',
        cell: ({ row: { original } }: Cell) => (
          <span className={styles.name} style={{ borderColor: colours(theme, original.serviceName) }}>
            <button
              type="button"
              className={styles.link}
              onClick={() => choose({ tab: 'waterfall', span: analysis.tree.nodes[original.slowest]?.span.spanId })}
            >
              {original.serviceName}: {original.operationName}
            </button>
          </span>
        ),
      },
      {
        id: 'count',
        header: 'Spans',
        sortType: 'number',
        cell: ({ row: { original } }: Cell) => <span className={styles.number}>{original.count}</span>,
      },
      {
        id: 'errorRatio',
        header: 'Errors',
        sortType: 'number',
        cell: ({ row: { original } }: Cell) => (
          <span className={styles.number}>
            {original.errorCount === 0 ? '0' : `${original.errorCount} (${formatPercent(original.errorRatio, 1)})`}
          </span>
        ),
      },
      time('averageUs', 'Average'),
      time('p50Us', 'p50'),
      time('p95Us', 'p95'),
      time('p99Us', 'p99'),
      time('selfUs', 'Own work'),
      time('onPathUs', 'Critical path'),
    ];
  }, [analysis, colours, choose, styles, theme]);
  return (
    <>
      <ServiceCallsTable tree={analysis.tree} />
      <InteractiveTable
        columns={columns}
        data={rows}
        getRowId={({ serviceName, operationName }) => `${serviceName}\n${operationName}`}
        pageSize={PAGE_SIZE}
      />
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  number: css({ display: 'block', textAlign: 'right', fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  name: css({ borderLeft: '4px solid', paddingLeft: theme.spacing(1), display: 'inline-block', minWidth: 200 }),
  link: css({
    background: 'none',
    border: 'none',
    padding: 0,
    color: theme.colors.text.link,
    textAlign: 'left',
    overflowWrap: 'anywhere',
    '&:hover': { textDecoration: 'underline' },
  }),
});
