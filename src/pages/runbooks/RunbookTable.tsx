import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type CellProps, type Column, Input, InteractiveTable, Stack, TextLink, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { SeverityBadge } from '../../components/SeverityBadge';
import { severityRank } from '../../domain/alerts/urgency';
import { countOf } from '../../domain/format/format';

/** A runbook as the list shows it. */
export interface RunbookRow {
  id: string;
  title: string;
  href: string;
  system: string;
  service: string;
  severity: string;
  owner: string;
  /** Names of its alerts; empty for playbooks that no alert calls for. */
  alerts: readonly string[];
  checkCount: number;
}

const PAGE_SIZE = 50;

/** Runbooks in a table that can be searched and sorted, the most severe first. */
export function RunbookTable({ rows, searchable = true }: { rows: readonly RunbookRow[]; searchable?: boolean }) {
  const styles = useStyles2(getStyles);
  const [search, setSearch] = useState('');
  const shown = useMemo(() => [...filterRows(rows, search)].sort(bySeverity), [rows, search]);
  return (
    <div className={styles.table}>
      {searchable && (
        <Stack alignItems="center" justifyContent="space-between">
          <Input
            aria-label="Search runbooks"
            placeholder="Title, alert, service, system, severity or owner"
            value={search}
            onChange={(event) => setSearch(event.currentTarget.value)}
            width={50}
          />
          <span role="status">{countOf(shown.length, 'runbook')}</span>
        </Stack>
      )}
      <InteractiveTable columns={COLUMNS} data={shown} getRowId={({ id }) => id} pageSize={PAGE_SIZE} />
    </div>
  );
}

/** The rows in which every word of the search occurs. */
export function filterRows(rows: readonly RunbookRow[], search: string): RunbookRow[] {
  const words = search.toLowerCase().split(/\s+/).filter(Boolean);
  return rows.filter(({ title, system, service, severity, owner, alerts }) => {
    const text = [title, system, service, severity, owner, ...alerts].join(' ').toLowerCase();
    return words.every((word) => text.includes(word));
  });
}

function bySeverity(a: RunbookRow, b: RunbookRow): number {
  return (
    Number(a.alerts.length === 0) - Number(b.alerts.length === 0) ||
    severityRank(a.severity) - severityRank(b.severity) ||
    a.system.localeCompare(b.system) ||
    a.title.localeCompare(b.title)
  );
}

type Cell = CellProps<RunbookRow>;

const COLUMNS: Array<Column<RunbookRow>> = [
  {
    id: 'title',
    header: 'Runbook',
    sortType: 'alphanumeric',
    cell: ({ row: { original } }: Cell) => <TextLink href={original.href}>{original.title}</TextLink>,
  },
  {
    id: 'severity',
    header: 'Severity',
    sortType: (a, b) => rankOf(a.original) - rankOf(b.original),
    cell: ({ row: { original } }: Cell) => <SeverityBadge severity={original.severity} />,
  },
  { id: 'system', header: 'System', sortType: 'alphanumeric' },
  { id: 'service', header: 'Service', sortType: 'alphanumeric' },
  { id: 'owner', header: 'Owner', sortType: 'alphanumeric' },
  {
    id: 'alerts',
    header: 'Alerts',
    cell: ({ row: { original } }: Cell) => <>{original.alerts.join(', ') || 'none calls for it'}</>,
  },
  {
    id: 'checkCount',
    header: 'Live checks',
    sortType: 'number',
    cell: ({ row: { original } }: Cell) => <NumberCell value={original.checkCount} />,
  },
];

function rankOf({ severity }: RunbookRow): number {
  return severityRank(severity);
}

function NumberCell({ value }: { value: number }) {
  const styles = useStyles2(getStyles);
  return <span className={styles.number}>{value}</span>;
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
  number: css({ display: 'block', textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
});
