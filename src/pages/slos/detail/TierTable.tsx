import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { Icon, PanelChrome, useStyles2 } from '@grafana/ui';
import { formatDuration, formatPercent } from '../../../domain/format/format';
import { durationMs } from '../../../domain/promql/duration';
import { detectionTimeMs } from '../../../domain/slo/budget';
import { budgetSpentAtAlert } from '../../../domain/slo/burnRateTiers';
import { firingTier, guarded, tierReason, type TierState } from '../../../domain/slo/tierState';
import { type BudgetedSlo } from '../../../domain/slo/types';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { type SloHistory } from '../../../scenes/reliability/SloHistory';
import { type SloStandings } from '../../../scenes/reliability/SloStandings';
import { burnText } from '../budgetWords';
import { CONDITION_LOOK } from '../BurnChips';
import { tableStyles } from '../tableStyles';

interface TierTableState extends SceneObjectState {
  slo: BudgetedSlo;
  standings: SceneObjectRef<SloStandings>;
  history: SceneObjectRef<SloHistory>;
}

/** Every burn-rate tier: both windows against the limit, by the same recorded ratios as the alerts. */
export class TierTable extends SceneObjectBase<TierTableState> {
  static Component = TierTableRenderer;
}

const FULL_OUTAGE_RATIO = 1;

function TierTableRenderer({ model }: SceneComponentProps<TierTable>) {
  const { slo, standings, history } = model.useState();
  const { value } = history.resolve().useState();
  const eventsIn = (window: string) =>
    value?.index.within(value.range.toMs - durationMs(window), value.range.toMs).totalEvents;
  return (
    <PanelChrome
      title="Burn-rate tiers"
      description="A tier fires while both of its windows burn faster than its limit. The long one says that it matters, the short one that it goes on."
    >
      <LiveBody live={standings.resolve()} what="burn rates" fillsPanel>
        {([standing]) => (
          <Tiers
            slo={slo}
            states={(standing?.tiers ?? []).map((state) =>
              guarded(state, eventsIn(state.tier.long), slo.minimumEvents)
            )}
          />
        )}
      </LiveBody>
    </PanelChrome>
  );
}

function Tiers({ slo, states }: { slo: BudgetedSlo; states: readonly TierState[] }) {
  const table = useStyles2(tableStyles);
  const styles = useStyles2(getStyles);
  const firing = firingTier(states);
  return (
    <div className={table.scroll} role="region" aria-label="Tiers, fastest first" tabIndex={0}>
      <p className={styles.verdict} role="status">
        {firing ? (
          <>
            <Icon name="fire" aria-hidden /> The pair {firing.tier.long} and {firing.tier.short} fires (
            {firing.tier.severity === 'critical' ? 'page' : 'ticket'}). {tierReason(firing)}
          </>
        ) : (
          'No pair of windows fires.'
        )}
      </p>
      <table className={table.table}>
        <thead>
          <tr>
            <th scope="col">Tier</th>
            <th scope="col" className={table.number}>
              Long
            </th>
            <th scope="col" className={table.number}>
              Short
            </th>
            <th scope="col" className={table.number}>
              Limit
            </th>
            <th scope="col">State</th>
            <th scope="col" className={table.number} title="Of the whole budget, when it fires at its limit">
              Spent by then
            </th>
            <th scope="col" className={table.number} title="When every event fails, all at once">
              Sees an outage in
            </th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => (
            <TierLine key={state.tier.id} state={state} windowDays={slo.windowDays} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function TierLine({ state, windowDays }: { state: TierState; windowDays: number }) {
  const table = useStyles2(tableStyles);
  const styles = useStyles2(getStyles);
  const { tier, condition, longBurn, shortBurn } = state;
  const { word, icon } = CONDITION_LOOK[condition];
  return (
    <tr>
      <td>{tier.severity === 'critical' ? 'Page' : 'Ticket'}</td>
      <td className={table.number}>
        {tier.long} {burnText(longBurn)}
      </td>
      <td className={table.number}>
        {tier.short} {burnText(shortBurn)}
      </td>
      <td
        className={table.number}
        title={`${formatPercent(tier.errorRatio, 2)} of bad events.${tier.adjusted ? ' Moved: the usual limit could never be reached, or would warn of a burn that never exhausts.' : ''}`}
      >
        {burnText(tier.factor)}
        {tier.adjusted && ' *'}
      </td>
      <td className={condition === 'firing' ? styles.firing : styles.state} title={tierReason(state)}>
        {icon && <Icon key={icon} name={icon} size="sm" aria-hidden />} {word}
      </td>
      <td className={table.number}>{formatPercent(budgetSpentAtAlert(tier, windowDays), 1)}</td>
      <td className={table.number}>{formatDuration(detectionTimeMs(tier, FULL_OUTAGE_RATIO))}</td>
    </tr>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  state: css({ whiteSpace: 'nowrap' }),
  verdict: css({ margin: 0, padding: theme.spacing(0.5, 1) }),
  firing: css({
    '&&': { color: theme.colors.error.text, whiteSpace: 'nowrap', fontWeight: theme.typography.fontWeightMedium },
  }),
});
