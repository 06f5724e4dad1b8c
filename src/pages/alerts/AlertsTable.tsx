import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type CellProps, type Column, EmptyState, InteractiveTable, TextLink, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { alertPlaces } from '../../catalog/alertPlaces';
import { type System } from '../../catalog/types';
import { SeverityBadge } from '../../components/SeverityBadge';
import { Since } from '../../components/Since';
import { type ListedAlert, listedState } from '../../domain/alerts/filter';
import { alertSummary } from '../../domain/alerts/summary';
import { type Alert } from '../../domain/alerts/types';
import { severityRank } from '../../domain/alerts/urgency';
import { alertId } from '../../domain/incidents/alertId';
import { alertUrl, nextStepsOf, type NextStep } from '../../scenes/oncall/alertLinks';

interface Props {
  listed: readonly ListedAlert[];
  systems: readonly System[];
  nowMs: number;
  isFiltered: boolean;
}

interface Row {
  id: string;
  alert: Alert;
  state: string;
  rank: number;
  name: string;
  service: string;
  team: string;
  ageMs: number;
  href: string;
  steps: readonly NextStep[];
  nowMs: number;
}

/** A page of rows, however many alerts there are. */
const PAGE_SIZE = 50;

/** Alerts, most urgent first; sortable, fifty at a time. */
export function AlertsTable({ listed, systems, nowMs, isFiltered }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const rows = useMemo(() => {
    const places = alertPlaces(systems);
    return listed.map((one): Row => {
      const place = places.serviceOf(one.alert);
      return {
        id: alertId(one.alert),
        alert: one.alert,
        state: listedState(one),
        rank: severityRank(one.alert.severity),
        name: one.alert.name,
        service: place ? places.nameOf(place) : '',
        team: one.alert.labels['team'] ?? '',
        ageMs: one.alert.activeAtMs === null ? 0 : nowMs - one.alert.activeAtMs,
        href: alertUrl(one.alert, search),
        steps: nextStepsOf(one.alert, systems, search).filter(({ icon }) => icon === 'book-open'),
        nowMs,
      };
    });
  }, [listed, systems, search, nowMs]);
  if (rows.length === 0) {
    return (
      <EmptyState
        variant={isFiltered ? 'not-found' : 'completed'}
        message={isFiltered ? 'No alert matches the filters' : 'No alert is active'}
      />
    );
  }
  return (
    <div className={styles.table}>
      <InteractiveTable columns={COLUMNS} data={rows} getRowId={({ id }) => id} pageSize={PAGE_SIZE} />
    </div>
  );
}

type Cell = CellProps<Row>;

function AlertCell({ row: { original } }: Cell) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.what}>
      <TextLink href={original.href} inline={false}>
        {alertSummary(original.alert)}
      </TextLink>
      <span className={styles.detail}>{original.name}</span>
    </div>
  );
}

const COLUMNS: Array<Column<Row>> = [
  {
    id: 'rank',
    header: 'Severity',
    sortType: 'number',
    cell: ({ row: { original } }: Cell) => <SeverityBadge severity={original.alert.severity} />,
  },
  { id: 'state', header: 'State', sortType: 'string' },
  { id: 'name', header: 'Alert', sortType: 'string', cell: AlertCell },
  { id: 'service', header: 'Service', sortType: 'string' },
  { id: 'team', header: 'Owner', sortType: 'string' },
  {
    id: 'ageMs',
    header: 'Since',
    sortType: 'number',
    cell: ({ row: { original } }: Cell) => <Since atMs={original.alert.activeAtMs} nowMs={original.nowMs} />,
  },
  {
    id: 'steps',
    header: 'Next',
    cell: ({ row: { original } }: Cell) => (
      <>
        {original.steps.map(({ href, title, icon }) => (
          <TextLink key={href} href={href} icon={icon}>
            {title}
          </TextLink>
        ))}
      </>
    ),
  },
];

const getStyles = (theme: GrafanaTheme2) => ({
  table: css({ width: '100%', overflowX: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
  what: css({ display: 'flex', flexDirection: 'column', maxWidth: 520, overflowWrap: 'anywhere' }),
  detail: css({ color: theme.colors.text.secondary }),
});
