import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import {
  type SceneComponentProps,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
} from '@grafana/scenes';
import { Alert, LinkButton, PanelChrome, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { ConditionMessage } from '../../components/ConditionMessage';
import { formatPercent } from '../../domain/format/format';
import { type Sla } from '../../domain/sla/types';
import { ROWS } from '../../domain/tiers/questions';
import { reportsNow, tierRow } from '../../domain/tiers/rows';
import { type TieredSystem, type WatchedTier } from '../../domain/tiers/types';
import { LiveBody } from '../../scenes/live/LiveBody';
import { SloTable } from '../../scenes/reliability/SloTable';
import { type SloStandings } from '../../scenes/reliability/SloStandings';
import { joinedRows } from '../../scenes/tiers/joinedRows';
import { type TierReports } from '../../scenes/tiers/TierReports';
import { agreement, MeasureText } from './measures';

interface ObjectivePanelState extends SceneObjectState {
  system: TieredSystem;
  tier: WatchedTier;
  reports: SceneObjectRef<TierReports>;
  standings: SceneObjectRef<SloStandings>;
}

/** What was promised about a tier, to ourselves and to customers, and how that stands. */
export class ObjectivePanel extends SceneObjectBase<ObjectivePanelState> {
  static Component = ObjectivePanelRenderer;
}

function ObjectivePanelRenderer({ model }: SceneComponentProps<ObjectivePanel>) {
  const { system, tier, reports, standings } = model.useState();
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const live = useMemo(() => joinedRows(reports.resolve(), standings.resolve()), [reports, standings]);
  const own = standings.resolve().useState().value ?? [];
  const timeZone = sceneGraph.getTimeRange(model).getTimeZone();
  const link = tier.objective && (
    <LinkButton
      size="sm"
      variant="secondary"
      fill="text"
      href={pageUrl('slos', [system.system, tier.objective.id], search)}
    >
      Open objective
    </LinkButton>
  );
  return (
    <PanelChrome title="Objective and agreement" actions={link}>
      <LiveBody live={live} what="objectives" fillsPanel>
        {({ report, attainmentOf }) => {
          const row = tierRow(report, system, tier, attainmentOf, ROWS.whole);
          const { lastSeenMs } = row.facts;
          return (
            <div className={styles.scroll}>
              {!reportsNow(row.health) && (
                <Alert severity="warning" title="Counted until it fell silent" topSpacing={0} bottomSpacing={1}>
                  {lastSeenMs !== undefined && `At ${dateTimeFormat(lastSeenMs, { timeZone })}. `}
                  What happened since is in none of these numbers.
                </Alert>
              )}
              {own.length > 0 ? (
                <div>
                  <SloTable standings={own} />
                </div>
              ) : (
                <ConditionMessage icon="cog" title="No objective">
                  The catalog has none for this tier.
                </ConditionMessage>
              )}
              <h3 className={styles.title}>Agreement with customers, this month</h3>
              <MeasureText measure={agreement(row)} />
              {tier.agreement && <Promises agreement={tier.agreement} />}
            </div>
          );
        }}
      </LiveBody>
    </PanelChrome>
  );
}

function Promises({ agreement: { credits = [], support = [] } }: { agreement: Sla }) {
  const styles = useStyles2(getStyles);
  return (
    <dl className={styles.promises}>
      {credits.map(({ atLeastRatio, belowRatio, feeRatio }) => (
        <div key={belowRatio}>
          <dt>
            {atLeastRatio > 0 ? `${formatPercent(atLeastRatio)} to ` : ''}under {formatPercent(belowRatio)}
          </dt>
          <dd>credit of {formatPercent(feeRatio, 0)} of the fee</dd>
        </div>
      ))}
      {support.map(({ severity, text }) => (
        <div key={severity}>
          <dt>Response, {severity.toUpperCase()}</dt>
          <dd>{text}</dd>
        </div>
      ))}
    </dl>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ display: 'flex', flexDirection: 'column', overflow: 'auto', flexGrow: 1, minHeight: 0 }),
  title: css({
    margin: theme.spacing(1.5, 0, 0.5),
    fontSize: theme.typography.bodySmall.fontSize,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  promises: css({
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(150px, 1fr))',
    gap: theme.spacing(0.5, 2),
    margin: theme.spacing(1, 0, 0),
    fontSize: theme.typography.bodySmall.fontSize,
    dt: { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
    dd: { margin: 0 },
  }),
});
