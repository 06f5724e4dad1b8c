import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { LinkButton, Stack, TextLink, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { isPage, pageUrl, runbookUrl } from '../../../app/navigation';
import { type System } from '../../../catalog/types';
import { StateBadge } from '../../../components/StateBadge';
import { formatDuration, formatPercent } from '../../../domain/format/format';
import { attainment } from '../../../domain/slo/attainment';
import { budgetOutageMs } from '../../../domain/slo/budget';
import { indexCounts } from '../../../domain/slo/counts';
import { methodText, promise } from '../../../domain/slo/definition';
import { exclusionsOf, withoutExcluded } from '../../../domain/slo/maintenance';
import { type SloStanding } from '../../../domain/slo/standing';
import { hasBudget, type Slo } from '../../../domain/slo/types';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { type History, type SloHistory } from '../../../scenes/reliability/SloHistory';
import { type SloStandings } from '../../../scenes/reliability/SloStandings';
import { attainedText, exhaustionText, targetText } from '../budgetWords';
import { objectiveNames } from '../objectiveRows';

const DAY_MS = 86_400_000;

interface SloHeaderState extends SceneObjectState {
  system: System;
  slo: Slo;
  standings: SceneObjectRef<SloStandings>;
  history: SceneObjectRef<SloHistory>;
}

/** What is promised, how it stands, whose it is, and where to look next. */
export class SloHeader extends SceneObjectBase<SloHeaderState> {
  static Component = SloHeaderRenderer;
}

function SloHeaderRenderer({ model }: SceneComponentProps<SloHeader>) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { system, slo, standings, history } = model.useState();
  const { value } = history.resolve().useState();
  return (
    <div className={styles.header}>
      <p className={styles.promise}>{promise(slo)}</p>
      {slo.description && <p className={styles.secondary}>{slo.description}</p>}
      <div className={styles.line}>
        <LiveBody live={standings.resolve()} what="objective">
          {([standing]) =>
            standing && (
              <>
                <Facts system={system} standing={standing} />
                {value && <WithoutMaintenance system={system} slo={slo} history={value} />}
              </>
            )
          }
        </LiveBody>
        <Stack gap={1} wrap="wrap">
          {nextLinks(system, slo, search).map(({ title, href, icon }) => (
            <LinkButton key={title} variant="secondary" size="sm" icon={icon} href={href}>
              {title}
            </LinkButton>
          ))}
        </Stack>
      </div>
    </div>
  );
}

function Facts({ system, standing }: { system: System; standing: SloStanding }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { slo, attainment } = standing;
  const { serviceName, team, tierName } = objectiveNames([system], system.id, slo);
  const exhaustion = exhaustionText(standing.exhaustion);
  return (
    <>
      <dl className={styles.facts}>
        <Fact title="State">
          <StateBadge state={attainment.state} /> {attainment.reason}
        </Fact>
        <Fact title={hasBudget(slo) ? 'Attained' : 'Now'}>
          {attainedText(standing)} <span className={styles.secondary}>target {targetText(slo)}</span>
        </Fact>
        {hasBudget(slo) ? (
          <>
            <Fact title="Budget left">
              {attainment.budgetRemainingRatio === undefined ? '–' : formatPercent(attainment.budgetRemainingRatio, 1)}{' '}
              <span className={styles.secondary} title="Under even traffic: one complete outage of this length.">
                of {formatDuration(budgetOutageMs(slo.windowDays, slo.targetRatio))} of full outage
              </span>
            </Fact>
            <Fact title="Exhausted">
              {exhaustion.text} <span className={styles.secondary}>{exhaustion.title}</span>
            </Fact>
          </>
        ) : (
          attainment.attainedRatio !== undefined && (
            <Fact title="Held">
              {formatPercent(attainment.attainedRatio, 2)}{' '}
              <span className={styles.secondary}>of the recorded time</span>
            </Fact>
          )
        )}
        <Fact title="Service">
          <TextLink href={pageUrl('services', [system.id, slo.service], search)}>{serviceName}</TextLink>
        </Fact>
        <Fact title="Owner">{[team, system.name, tierName && `${tierName} tier`].filter(Boolean).join(' · ')}</Fact>
      </dl>
      <p className={styles.secondary}>{methodText(slo, attainment.coverageRatio)}</p>
    </>
  );
}

/** The figure without announced work, beside the raw one; nothing when there was none. */
function WithoutMaintenance({ system, slo, history }: { system: System; slo: Slo; history: History }) {
  const styles = useStyles2(getStyles);
  const { index, range } = history;
  const window = { fromMs: range.toMs - slo.windowDays * DAY_MS, toMs: range.toMs };
  const exclusions = exclusionsOf(system.maintenance, slo.service, window);
  if (exclusions.length === 0 || !hasBudget(slo)) {
    return null;
  }
  const sums = indexCounts(withoutExcluded(index.counts, exclusions)).within(window.fromMs, window.toMs);
  const { attainedRatio, budgetRemainingRatio } = attainment(slo, { ...sums, coverageRatio: 1 });
  return (
    <p className={styles.secondary}>
      Without announced work ({exclusions.map(({ reason }) => reason).join(', ')}):{' '}
      {attainedRatio === undefined ? '–' : formatPercent(attainedRatio, 3)} attained,{' '}
      {budgetRemainingRatio === undefined ? '–' : formatPercent(budgetRemainingRatio, 1)} of the budget left.
    </p>
  );
}

function Fact({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <div>
      <dt className={styles.secondary}>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

interface NextLink {
  title: string;
  href: string;
  icon: IconName;
}

/** The objective's runbook, or that of its service; slow traces, log lines and alerts of the service. */
function nextLinks(system: System, slo: Slo, search: string): NextLink[] {
  const service = (tab: string) => pageUrl('services', [system.id, slo.service, tab], search);
  const runbook =
    system.runbooks?.find(({ id }) => id === slo.runbook) ??
    system.runbooks?.find((one) => one.service === slo.service);
  return [
    ...(runbook && isPage('runbooks')
      ? [
          {
            title: 'Runbook',
            href: runbookUrl(system.id, runbook.id, { labels: { service: slo.service, slo: slo.id } }, search),
            icon: 'book-open' as const,
          },
        ]
      : []),
    { title: 'Slow traces', href: service('operations'), icon: 'gf-traces' },
    { title: 'Log lines', href: service('logs'), icon: 'gf-logs' },
    { title: 'Alerts', href: service('alerts'), icon: 'bell' },
  ];
}

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5), width: '100%' }),
  promise: css({ margin: 0, overflowWrap: 'anywhere' }),
  line: css({
    display: 'flex',
    flexWrap: 'wrap',
    justifyContent: 'space-between',
    alignItems: 'flex-start',
    gap: theme.spacing(1, 4),
  }),
  facts: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1, 4), margin: 0 }),
  secondary: css({
    margin: 0,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
});
