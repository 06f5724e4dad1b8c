import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Combobox, Input, LinkButton, Pagination, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../../app/navigation';
import { STATE_APPEARANCE } from '../../../components/StateBadge';
import { VerdictLine } from '../../../components/VerdictLine';
import { countOf } from '../../../domain/format/format';
import { type SloState } from '../../../domain/slo/attainment';
import {
  type Grouping,
  GROUPINGS,
  listPage,
  listVerdict,
  type ListView,
  type ObjectiveRow,
} from '../../../domain/slo/list';
import { type SloTrend, trendKey } from '../../../scenes/reliability/SloTrends';
import { tableStyles } from '../tableStyles';
import { ObjectiveLine } from './ObjectiveLine';

interface Props {
  rows: readonly ObjectiveRow[];
  /** Absent while they are asked for. */
  trends: ReadonlyMap<string, SloTrend> | undefined;
  view: ListView;
  nowMs: number;
  onChange: (change: Partial<ListView>) => void;
}

const GROUP_LABELS: Readonly<Record<Grouping, string>> = {
  none: 'No groups',
  system: 'By system',
  service: 'By service',
  team: 'By team',
  tier: 'By tier',
};
const STATES: readonly SloState[] = [
  'breached',
  'critical',
  'warning',
  'no-data',
  'not-configured',
  'no-traffic',
  'ok',
];
const EVERY_STATE = 'any';
const HEADINGS = ['State', 'Objective', 'Attained / target', 'Budget left', 'Burn rate by tier', 'Exhausted', 'Window'];
const NUMERIC_HEADINGS = new Set(['Attained / target', 'Budget left', 'Exhausted', 'Window']);

/** All objectives: the answer in a sentence, then what runs out first. */
export function SloListView({ rows, trends, view, nowMs, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const table = useStyles2(tableStyles);
  const { search } = useLocation();
  const { lines, matching, page, pageCount } = listPage(rows, view);
  const verdict = listVerdict(rows);
  return (
    <div className={styles.page}>
      <VerdictLine state={verdict.state} role="status">
        {verdict.sentence}
      </VerdictLine>
      <div className={styles.tools}>
        <Input
          aria-label="Search objectives"
          placeholder="Title, system, service, team, tier or state"
          value={view.search}
          onChange={(event) => onChange({ search: event.currentTarget.value, page: 1 })}
          width={44}
        />
        <Combobox
          aria-label="Group objectives"
          // Grafana 12.2 does not know the label.
          placeholder="Group objectives"
          options={GROUPINGS.map((value) => ({ value, label: GROUP_LABELS[value] }))}
          value={view.group}
          onChange={({ value }) => onChange({ group: value, page: 1 })}
          width={18}
        />
        <Combobox
          aria-label="State of objectives"
          // Grafana 12.2 does not know the label.
          placeholder="State of objectives"
          options={[
            { value: EVERY_STATE, label: 'Any state' },
            ...STATES.map((value) => ({ value: value as string, label: STATE_APPEARANCE[value].word })),
          ]}
          value={view.state ?? EVERY_STATE}
          onChange={({ value }) => onChange({ state: STATES.find((state) => state === value), page: 1 })}
          width={18}
        />
        <span role="status" className={styles.count}>
          {countOf(matching, 'objective')}
        </span>
        <LinkButton variant="secondary" icon="file-alt" href={pageUrl('slos', ['report'], search)}>
          Monthly report
        </LinkButton>
      </div>
      <div className={table.scroll} role="region" aria-label="Objectives, what runs out first on top" tabIndex={0}>
        <table className={table.table}>
          <thead>
            <tr>
              {HEADINGS.map((heading) => (
                <th key={heading} scope="col" className={NUMERIC_HEADINGS.has(heading) ? table.number : undefined}>
                  {heading}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {lines.map((line) =>
              line.kind === 'group' ? (
                <tr key={`group/${line.name}`}>
                  <th scope="rowgroup" colSpan={HEADINGS.length} className={table.group}>
                    {line.name} <span className={table.secondary}>{countOf(line.count, 'objective')}</span>
                  </th>
                </tr>
              ) : (
                <ObjectiveLine
                  key={line.key}
                  row={line.row}
                  trend={trends?.get(trendKey(line.row.system, line.row.slo.id))}
                  nowMs={nowMs}
                />
              )
            )}
          </tbody>
        </table>
      </div>
      {pageCount > 1 && (
        <Pagination currentPage={page} numberOfPages={pageCount} onNavigate={(next) => onChange({ page: next })} />
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), width: '100%' }),
  tools: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  count: css({ flexGrow: 1 }),
});
