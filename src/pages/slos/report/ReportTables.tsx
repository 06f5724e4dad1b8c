import { TextLink, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../../app/navigation';
import { StateBadge } from '../../../components/StateBadge';
import { formatPercent } from '../../../domain/format/format';
import { ROUNDING_RULE } from '../../../domain/sla/credits';
import { SUPPORT_SEVERITIES, supportPromise } from '../../../domain/sla/support';
import {
  budgetText,
  customerUptimeText,
  NOTHING,
  outcomeText,
  spanText,
  stakeText,
  targetText,
  uptimeText,
} from '../../../domain/slo/report/text';
import {
  type GroupKind,
  type MonthReport,
  type ObjectiveResult,
  type TierResult,
} from '../../../domain/slo/report/types';
import { tableStyles } from '../tableStyles';

interface TableProps {
  label: string;
  columns: ReadonlyArray<{ title: string; numeric?: boolean }>;
  children: ReactNode;
}

function ReportTable({ label, columns, children }: TableProps) {
  const styles = useStyles2(tableStyles);
  return (
    <div className={styles.scroll} role="region" aria-label={label} tabIndex={0}>
      <table className={styles.table}>
        <thead>
          <tr>
            {columns.map(({ title, numeric }) => (
              <th key={title} scope="col" className={numeric ? styles.number : undefined}>
                {title}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{children}</tbody>
      </table>
    </div>
  );
}

const OBJECTIVE_COLUMNS = [
  { title: 'State' },
  { title: 'Objective' },
  { title: 'Attained', numeric: true },
  { title: 'Target', numeric: true },
  { title: 'Budget left', numeric: true },
  { title: 'Bad events', numeric: true },
  { title: 'Without maintenance', numeric: true },
  { title: 'Recorded', numeric: true },
];

/** What became of every objective, worst first. */
export function ObjectivesOfMonth({ objectives }: { objectives: readonly ObjectiveResult[] }) {
  const styles = useStyles2(tableStyles);
  const { search } = useLocation();
  return (
    <ReportTable label="Objectives of the month" columns={OBJECTIVE_COLUMNS}>
      {objectives.map((one) => (
        <tr key={`${one.system}/${one.slo.id}`}>
          <td>{one.state ? <StateBadge state={one.state} title={one.reason} /> : 'Level'}</td>
          <td>
            <TextLink href={pageUrl('slos', [one.system, one.slo.id], search)} inline={false} variant="bodySmall">
              {one.slo.title}
            </TextLink>
            <div className={styles.secondary}>
              {[one.systemName, one.serviceName, one.tierName && `${one.tierName} tier`, one.team]
                .filter(Boolean)
                .join(' · ')}
            </div>
          </td>
          <td className={styles.number}>{uptimeText(one.attainedRatio)}</td>
          <td className={styles.number}>{targetText(one)}</td>
          <td className={styles.number}>{budgetText(one.budgetRemainingRatio)}</td>
          <td className={styles.number}>
            {Math.round(one.badEvents)}
            {one.budgetEvents !== undefined && (
              <div className={styles.secondary}>of {Math.round(one.budgetEvents)} allowed</div>
            )}
          </td>
          <td className={styles.number} title={one.withoutMaintenance?.reasons.join(', ')}>
            {uptimeText(one.withoutMaintenance?.attainedRatio)}
          </td>
          <td className={styles.number}>{formatPercent(one.coverageRatio, 0)}</td>
        </tr>
      ))}
    </ReportTable>
  );
}

const INCIDENT_COLUMNS = [
  { title: 'Objective' },
  { title: 'When' },
  { title: 'Budget spent', numeric: true },
  { title: 'Bad events', numeric: true },
  { title: 'Highest burn rate', numeric: true },
];
const INCIDENTS_SHOWN = 30;

/** What spent the budgets, largest first. */
export function IncidentsOfMonth({ objectives, timeZone }: Pick<MonthReport, 'objectives' | 'timeZone'>) {
  const styles = useStyles2(tableStyles);
  const incidents = objectives
    .flatMap((one) => one.incidents.map((incident) => ({ one, incident })))
    .sort((a, b) => b.incident.spentRatio - a.incident.spentRatio);
  if (incidents.length === 0) {
    return <p>Nothing spent a percent of a budget in one go.</p>;
  }
  return (
    <>
      <ReportTable label="Incidents, largest first" columns={INCIDENT_COLUMNS}>
        {incidents.slice(0, INCIDENTS_SHOWN).map(({ one, incident }) => (
          <tr key={`${one.system}/${one.slo.id}/${incident.fromMs}`}>
            <td>
              {one.slo.title} <span className={styles.secondary}>{one.systemName}</span>
            </td>
            <td>{spanText(incident.fromMs, incident.toMs, timeZone)}</td>
            <td className={styles.number}>{budgetText(incident.spentRatio)}</td>
            <td className={styles.number}>{Math.round(incident.badEvents)}</td>
            <td className={styles.number}>{Number(incident.peakBurn.toFixed(1))}×</td>
          </tr>
        ))}
      </ReportTable>
      {incidents.length > INCIDENTS_SHOWN && (
        <p className={styles.secondary}>
          And {incidents.length - INCIDENTS_SHOWN} smaller ones; the exports have them all.
        </p>
      )}
    </>
  );
}

const GROUP_TITLES: Readonly<Record<GroupKind, string>> = { system: 'System', team: 'Team', tier: 'Tier' };

/** Objectives taken together, by system, team or tier. */
export function GroupsOfMonth({ groups, kind }: { groups: MonthReport['groups']; kind: GroupKind }) {
  const styles = useStyles2(tableStyles);
  const columns = [
    { title: GROUP_TITLES[kind] },
    { title: 'Objectives', numeric: true },
    { title: 'Breached', numeric: true },
    { title: 'At risk', numeric: true },
    { title: 'Good events, all in one pot', numeric: true },
    { title: 'Mean target', numeric: true },
  ];
  return (
    <ReportTable label={`By ${kind}`} columns={columns}>
      {groups
        .filter((group) => group.kind === kind)
        .map((group) => (
          <tr key={group.name}>
            <td>{group.name}</td>
            <td className={styles.number}>{group.objectives}</td>
            <td className={styles.number}>{group.breached}</td>
            <td className={styles.number}>{group.atRisk}</td>
            <td className={styles.number}>{uptimeText(group.pooledRatio)}</td>
            <td className={styles.number}>{uptimeText(group.targetRatio)}</td>
          </tr>
        ))}
    </ReportTable>
  );
}

const TIER_COLUMNS = [
  { title: 'Tier' },
  { title: 'Promised', numeric: true },
  { title: 'Uptime', numeric: true },
  { title: 'At stake', numeric: true },
  { title: 'Outcome' },
  ...SUPPORT_SEVERITIES.map((severity) => ({ title: `Answer to ${severity.toUpperCase()}` })),
];

/** What customers were promised, what they got, and what they are owed. */
export function AgreementsOfMonth({ tiers }: { tiers: readonly TierResult[] }) {
  const styles = useStyles2(tableStyles);
  if (tiers.length === 0) {
    return <p>No system of the catalog has tiers of customers.</p>;
  }
  return (
    <>
      <ReportTable label="Tiers and their agreements" columns={TIER_COLUMNS}>
        {tiers.map((tier) => (
          <tr key={`${tier.system}/${tier.tier}`}>
            <td>
              {tier.tierName} <span className={styles.secondary}>{tier.systemName}</span>
            </td>
            <td className={styles.number}>{uptimeText(tier.sla?.targetRatio)}</td>
            <td className={styles.number}>{customerUptimeText(tier)}</td>
            <td className={styles.number}>{stakeText(tier)}</td>
            <td>{outcomeText(tier)}</td>
            {SUPPORT_SEVERITIES.map((severity) => (
              <td key={severity} className={styles.secondary}>
                {supportText(tier, severity)}
              </td>
            ))}
          </tr>
        ))}
      </ReportTable>
      <p className={styles.secondary}>{ROUNDING_RULE}</p>
    </>
  );
}

function supportText({ sla }: TierResult, severity: string): string {
  const promise = supportPromise(sla, severity);
  switch (promise.kind) {
    case 'agreed':
      return promise.text;
    case 'not-agreed':
      return 'not agreed';
    case 'no-agreement':
      return NOTHING;
  }
}
