import { css, cx } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import {
  type SceneComponentProps,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
} from '@grafana/scenes';
import { LinkButton, useStyles2 } from '@grafana/ui';
import { type ReactNode, useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { isPage, pageUrl } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { formatDuration, formatPercent } from '../../domain/format/format';
import { ROWS } from '../../domain/tiers/questions';
import { type PartRow, type TierRow, tierRow, wholePart } from '../../domain/tiers/rows';
import { type Since, stateSince } from '../../domain/tiers/since';
import { ageInWords } from '../../domain/tiers/silence';
import { type TieredSystem, type WatchedTier } from '../../domain/tiers/types';
import { LiveBody } from '../../scenes/live/LiveBody';
import { type SloStandings } from '../../scenes/reliability/SloStandings';
import { joinedRows } from '../../scenes/tiers/joinedRows';
import { type TierReports } from '../../scenes/tiers/TierReports';
import { LastSeen } from './LastSeen';
import { agreement, budget, MeasureText, queue, success, traffic } from './measures';
import { Reasons } from './Reasons';

interface TierHeaderState extends SceneObjectState {
  catalogSystem: System;
  system: TieredSystem;
  tier: WatchedTier;
  /** The header of a part of the tier. */
  part?: string | undefined;
  reports: SceneObjectRef<TierReports>;
  standings: SceneObjectRef<SloStandings>;
}

/** State of a tier or a part, since when, what it is measured against, and where to go from here. */
export class TierHeader extends SceneObjectBase<TierHeaderState> {
  static Component = TierHeaderRenderer;
}

function TierHeaderRenderer({ model }: SceneComponentProps<TierHeader>) {
  const styles = useStyles2(getStyles);
  const { system, tier, part, catalogSystem, reports, standings } = model.useState();
  const live = useMemo(() => joinedRows(reports.resolve(), standings.resolve()), [reports, standings]);
  const timeZone = sceneGraph.getTimeRange(model).getTimeZone();
  return (
    <div className={styles.header}>
      <LiveBody live={live} what={part === undefined ? 'tier' : system.part.singular}>
        {({ report, attainmentOf }) => {
          const whole = tierRow(report, system, tier, attainmentOf, ROWS.whole);
          const ofPart = part === undefined ? undefined : wholePart(report, system, part);
          const row = ofPart ?? whole;
          const history = { ...row.history, budget: ofPart ? undefined : report.budget };
          const since = stateSince(row.health, history, system.signals, row.facts);
          return (
            <dl className={styles.facts}>
              <Fact title="State" isWide>
                <Reasons health={row.health} />
              </Fact>
              <Fact title="Since">
                <SinceText since={since} endMs={report.endMs} timeZone={timeZone} />
              </Fact>
              <Fact title="Last seen">
                <LastSeen facts={row.facts} endMs={report.endMs} timeZone={timeZone} />
                {tier.isImported && <div className={styles.words}>carried over by hand, so it comes late</div>}
              </Fact>
              <Fact title={`Success, ${formatDuration(report.rangeMs)}`}>
                <MeasureText measure={success(row, tier.objective?.targetRatio)} />
              </Fact>
              {ofPart ? <PartFacts row={ofPart} tier={tier} system={system} /> : <TierFacts row={whole} />}
              <Fact title="Executions">
                <MeasureText measure={traffic(row, system.signals, report.rangeMs)} />
              </Fact>
            </dl>
          );
        }}
      </LiveBody>
      <Links system={system} owner={ownerOf(catalogSystem, system.service)} objective={tier.objective?.id} />
    </div>
  );
}

function TierFacts({ row }: { row: TierRow }) {
  return (
    <>
      <Fact title="Error budget">
        <MeasureText measure={budget(row)} />
      </Fact>
      <Fact title="SLA, this month">
        <MeasureText measure={agreement(row)} />
      </Fact>
    </>
  );
}

function PartFacts({ row, tier, system }: { row: PartRow; tier: WatchedTier; system: TieredSystem }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <Fact title="Target">
        {tier.objective ? (
          <>
            {formatPercent(tier.objective.targetRatio, 3)}
            <div className={styles.words}>of the whole {tier.name} tier</div>
          </>
        ) : (
          'none'
        )}
      </Fact>
      <Fact title="Fullest queue">
        <MeasureText measure={queue(row, system.signals)} />
      </Fact>
    </>
  );
}

function SinceText({ since, endMs, timeZone }: { since: Since | undefined; endMs: number; timeZone: string }) {
  const styles = useStyles2(getStyles);
  if (!since) {
    return 'not known';
  }
  const at = dateTimeFormat(since.sinceMs, { timeZone, format: 'MMM D, HH:mm' });
  return (
    <time dateTime={new Date(since.sinceMs).toISOString()}>
      {since.atLeast ? 'more than ' : ''}
      {ageInWords(endMs - since.sinceMs)}
      <div className={styles.words}>{since.atLeast ? `before ${at}` : at}</div>
    </time>
  );
}

function ownerOf({ services, teams }: System, serviceId: string): string | undefined {
  const team = services.find(({ id }) => id === serviceId)?.team;
  return teams.find(({ id }) => id === team)?.name ?? team;
}

interface LinksProps {
  system: TieredSystem;
  owner: string | undefined;
  objective: string | undefined;
}

function Links({ system: { system, service }, owner, objective }: LinksProps) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const link = (name: string, text: string, params: readonly string[] = []) =>
    isPage(name) ? (
      <LinkButton size="sm" variant="secondary" fill="outline" href={pageUrl(name, params, search)}>
        {text}
      </LinkButton>
    ) : null;
  return (
    <div className={styles.links}>
      {owner !== undefined && <span className={styles.owner}>Owner: {owner}</span>}
      {link('services', 'Service', [system, service])}
      {link('alerts', 'Alerts')}
      {objective !== undefined && link('slos', 'Objective', [system, objective])}
    </div>
  );
}

function Fact({ title, children, isWide = false }: { title: string; children: ReactNode; isWide?: boolean }) {
  const styles = useStyles2(getStyles);
  return (
    <div className={cx(styles.fact, isWide && styles.wide)}>
      <dt className={styles.title}>{title}</dt>
      <dd>{children}</dd>
    </div>
  );
}

// All facts side by side on a usual screen.
const FACT_MIN_PX = 118;

const getStyles = (theme: GrafanaTheme2) => ({
  header: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), color: theme.colors.text.primary }),
  facts: css({
    display: 'grid',
    gridTemplateColumns: `repeat(auto-fit, minmax(${FACT_MIN_PX}px, 1fr))`,
    gap: theme.spacing(1, 2),
    fontVariantNumeric: 'tabular-nums',
    margin: 0,
  }),
  fact: css({ minWidth: 0, overflowWrap: 'anywhere', dd: { margin: 0 } }),
  wide: css({ gridColumn: 'span 2' }),
  title: css({
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightRegular,
  }),
  words: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  owner: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  links: css({ display: 'flex', gap: theme.spacing(1), alignItems: 'center' }),
});
