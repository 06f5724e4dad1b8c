import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import {
  type SceneComponentProps,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
} from '@grafana/scenes';
import { TextLink, useStyles2, useTheme2 } from '@grafana/ui';
import { type ReactNode, useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { formatDuration } from '../../domain/format/format';
import { type TierRow, tierRow } from '../../domain/tiers/rows';
import { type TieredSystem, type WatchedTier } from '../../domain/tiers/types';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type SloStandings } from '../../scenes/reliability/SloStandings';
import { joinedRows } from '../../scenes/tiers/joinedRows';
import { type TierReportOverTime, type TierReports } from '../../scenes/tiers/TierReports';
import { LastSeen } from './LastSeen';
import { agreement, budget, latency, type Measure, MeasureText, queue, success, traffic } from './measures';
import { Reasons } from './Reasons';
import { tierUrl } from './tierLinks';

interface TierMatrixState extends SceneObjectState {
  system: TieredSystem;
  /** All systems with tiers; links need them to tell tiers of one name apart. */
  systems: readonly TieredSystem[];
  reports: SceneObjectRef<TierReports>;
  standings: SceneObjectRef<SloStandings>;
}

/** The tiers of a system side by side: a column for each, a row for each measurement. */
export class TierMatrix extends SceneObjectBase<TierMatrixState> {
  static Component = TierMatrixRenderer;
}

function TierMatrixRenderer({ model }: SceneComponentProps<TierMatrix>) {
  const { system, systems, reports, standings } = model.useState();
  const live = useMemo(() => joinedRows(reports.resolve(), standings.resolve()), [reports, standings]);
  const timeZone = sceneGraph.getTimeRange(model).getTimeZone();
  return (
    <LiveBody live={live} what="tiers">
      {({ report, attainmentOf }) => (
        <Matrix
          rows={system.tiers.map((tier) => tierRow(report, system, tier, attainmentOf))}
          systems={systems}
          report={report}
          timeZone={timeZone}
        />
      )}
    </LiveBody>
  );
}

interface MatrixProps {
  rows: readonly TierRow[];
  systems: readonly TieredSystem[];
  report: TierReportOverTime;
  timeZone: string;
}

function Matrix({ rows, systems, report: { rangeMs, endMs }, timeZone }: MatrixProps) {
  const styles = useStyles2(getStyles);
  const range = formatDuration(rangeMs);
  const measure = (of: (row: TierRow) => Measure) =>
    function MeasureCell(row: TierRow) {
      return <MeasureText measure={of(row)} />;
    };
  const lines: ReadonlyArray<{ title: string; cell: (row: TierRow) => ReactNode }> = [
    { title: 'State', cell: ({ health }) => <Reasons health={health} /> },
    { title: 'Last seen', cell: ({ facts }) => <LastSeen facts={facts} endMs={endMs} timeZone={timeZone} /> },
    { title: 'Executions', cell: measure((row) => traffic(row, row.system.signals, rangeMs)) },
    { title: `Success, ${range}`, cell: measure((row) => success(row, row.tier.objective?.targetRatio)) },
    { title: 'Error budget', cell: measure(budget) },
    { title: 'Duration p95', cell: measure((row) => latency(row, row.system.signals, 'P95')) },
    { title: 'Duration p99', cell: measure((row) => latency(row, row.system.signals, 'P99')) },
    { title: 'Fullest queue', cell: measure((row) => queue(row, row.system.signals)) },
    { title: 'SLA, this month', cell: measure(agreement) },
  ];
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label="Tiers side by side">
      <table className={styles.table}>
        <thead>
          <tr>
            <td />
            {rows.map(({ system, tier }) => (
              <th scope="col" key={tier.id}>
                <TierName tier={tier} system={system} systems={systems} />
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ title, cell }) => (
            <tr key={title}>
              <th scope="row">{title}</th>
              {rows.map((row) => (
                <td key={row.tier.id}>{cell(row)}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

interface TierNameProps {
  tier: WatchedTier;
  system: TieredSystem;
  systems: readonly TieredSystem[];
}

function TierName({ tier, system, systems }: TierNameProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const { search } = useLocation();
  return (
    <>
      <span
        className={styles.dot}
        style={{ background: theme.visualization.getColorByName(tier.colour) }}
        aria-hidden="true"
      />
      <TextLink href={tierUrl(systems, { system, tierId: tier.id }, search)} inline={false}>
        {tier.name}
      </TextLink>
      {tier.isImported && <div className={styles.words}>carried over by hand</div>}
    </>
  );
}

// Five tiers fit beside the menu of a window of 1024 pixels.
const FIRST_COLUMN_PX = 90;
const COLUMN_PX = 124;

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflowX: 'auto', width: '100%' }),
  table: css({
    width: '100%',
    tableLayout: 'fixed',
    minWidth: FIRST_COLUMN_PX + 5 * COLUMN_PX,
    fontSize: theme.typography.bodySmall.fontSize,
    fontVariantNumeric: 'tabular-nums',
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    'th, td': {
      padding: theme.spacing(0.75, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      verticalAlign: 'top',
      overflowWrap: 'anywhere',
    },
    'tbody th, thead td': { width: FIRST_COLUMN_PX },
    'tbody th': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightMedium },
    'thead th': { fontSize: theme.typography.body.fontSize },
  }),
  words: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  dot: css({
    display: 'inline-block',
    width: 10,
    height: 10,
    borderRadius: '50%',
    marginRight: theme.spacing(0.75),
  }),
});
