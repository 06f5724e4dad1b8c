import { css } from '@emotion/css';
import { getValueFormat, type GrafanaTheme2, formattedValueToString } from '@grafana/data';
import { type CellProps, type Column, Input, InteractiveTable, Stack, TextLink, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { SparkLine } from '../../components/SparkLine';
import { StateBadge } from '../../components/StateBadge';
import { countOf } from '../../domain/format/format';
import { type GoldenColumn } from '../../domain/services/golden';
import { nameOf, type ServiceRow } from '../../domain/services/rows';

/** A row as the table shows and sorts it. */
export interface TableRow {
  id: string;
  row: ServiceRow;
  name: string;
  systemName: string;
  owner: string;
  href: string;
  /** Position by urgency. */
  urgency: number;
  traffic: number | undefined;
  errors: number | undefined;
  latencyP95: number | undefined;
  saturation: number | undefined;
}

const PAGE_SIZE = 50;
const SPARK_WIDTH_PX = 56;

/** All services, worst first; sortable, searchable, fifty at a time. */
export function ServicesTable({ rows }: { rows: readonly TableRow[] }) {
  const styles = useStyles2(getStyles);
  const [search, setSearch] = useState('');
  const shown = useMemo(() => filterRows(rows, search), [rows, search]);
  return (
    <div className={styles.table}>
      <Stack alignItems="center" justifyContent="space-between">
        <Input
          aria-label="Search services"
          placeholder="Name, system, owner or state"
          value={search}
          onChange={(event) => setSearch(event.currentTarget.value)}
          width={40}
        />
        <span role="status">{countOf(shown.length, 'service')}</span>
      </Stack>
      <InteractiveTable columns={COLUMNS} data={shown} getRowId={({ id }) => id} pageSize={PAGE_SIZE} />
    </div>
  );
}

function filterRows(rows: readonly TableRow[], search: string): TableRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ name, systemName, owner, row }) => {
    const text = `${name} ${systemName} ${owner} ${row.state}`.toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

type Cell = CellProps<TableRow>;

function valueCell(column: GoldenColumn, spark = false) {
  return function ValueCell({ row: { original } }: Cell) {
    const styles = useStyles2(getStyles);
    const golden = original.row.values[column];
    if (!golden) {
      return <span className={styles.number}>–</span>;
    }
    const text =
      golden.value === undefined ? 'no data' : formattedValueToString(getValueFormat(golden.signal.unit)(golden.value));
    return (
      <span className={styles.number}>
        {spark && <SparkLine points={golden.points} widthPx={SPARK_WIDTH_PX} />}
        {golden.state !== 'ok' && <StateBadge state={golden.state} compact />}
        {text}
      </span>
    );
  };
}

const numeric = 'number' as const;

const COLUMNS: Array<Column<TableRow>> = [
  {
    id: 'urgency',
    header: 'State',
    sortType: numeric,
    cell: ({ row: { original } }: Cell) => <StateBadge state={original.row.state} title={original.row.because} />,
  },
  {
    id: 'name',
    header: 'Service',
    sortType: 'alphanumeric',
    cell: ({ row: { original } }: Cell) => <TextLink href={original.href}>{original.name}</TextLink>,
  },
  { id: 'systemName', header: 'System', sortType: 'alphanumeric' },
  { id: 'owner', header: 'Owner', sortType: 'alphanumeric' },
  { id: 'traffic', header: 'Rate', sortType: numeric, cell: valueCell('traffic', true) },
  { id: 'errors', header: 'Errors', sortType: numeric, cell: valueCell('errors', true) },
  { id: 'latencyP50', header: 'p50', cell: valueCell('latencyP50') },
  { id: 'latencyP95', header: 'p95', sortType: numeric, cell: valueCell('latencyP95') },
  { id: 'latencyP99', header: 'p99', cell: valueCell('latencyP99') },
  { id: 'saturation', header: 'Saturation', sortType: numeric, cell: valueCell('saturation') },
];

/** What the table needs beside the measurements. */
export function tableRow(
  row: ServiceRow,
  urgency: number,
  names: Pick<TableRow, 'systemName' | 'owner' | 'href'>
): TableRow {
  return {
    ...names,
    id: `${row.system}/${row.service}/${row.split ?? ''}`,
    row,
    name: nameOf(row),
    urgency,
    traffic: row.values.traffic?.value,
    errors: row.values.errors?.value,
    latencyP95: row.values.latencyP95?.value,
    saturation: row.values.saturation?.value,
  };
}

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    width: '100%',
    overflowX: 'auto',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  number: css({
    display: 'inline-flex',
    alignItems: 'center',
    justifyContent: 'flex-end',
    gap: theme.spacing(1),
    width: '100%',
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  }),
});
