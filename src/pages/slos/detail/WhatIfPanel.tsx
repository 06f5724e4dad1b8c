import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { Button, PanelChrome, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useMemo, useState } from 'react';
import { StateBadge } from '../../../components/StateBadge';
import { countOf, formatDuration, formatPercent } from '../../../domain/format/format';
import { replay } from '../../../domain/slo/replay';
import { type BudgetedSlo } from '../../../domain/slo/types';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { type History, type SloHistory } from '../../../scenes/reliability/SloHistory';

interface WhatIfState extends SceneObjectState {
  slo: BudgetedSlo;
  history: SceneObjectRef<SloHistory>;
}

/** What another target or window would have meant for the events that were recorded. */
export class WhatIfPanel extends SceneObjectBase<WhatIfState> {
  static Component = WhatIfRenderer;
}

function WhatIfRenderer({ model }: SceneComponentProps<WhatIfPanel>) {
  const { slo, history } = model.useState();
  return (
    <PanelChrome
      title="What if"
      description="The recorded events against another target or window. Nothing is changed; the catalog says what holds."
    >
      <LiveBody live={history.resolve()} what="recorded events" fillsPanel>
        {(value) => <WhatIf slo={slo} history={value} />}
      </LiveBody>
    </PanelChrome>
  );
}

const WINDOWS = [7, 28, 30, 90];
/** Of the slider: one bad event in ten, to one in a hundred thousand. */
const FEWEST_NINES = 1;
const MOST_NINES = 5;
const NINES_STEP = 0.05;

const ninesOf = (targetRatio: number) => -Math.log10(1 - targetRatio);
/** To two digits of the budget, so that three nines are 99.9 % and not 99.8999. */
const targetOf = (nines: number) => 1 - Number((10 ** -nines).toPrecision(2));

function WhatIf({ slo, history }: { slo: BudgetedSlo; history: History }) {
  const styles = useStyles2(getStyles);
  const [targetRatio, setTargetRatio] = useState(slo.targetRatio);
  const [windowDays, setWindowDays] = useState(slo.windowDays);
  const { attainment, tiers } = useMemo(
    () => replay(slo, history.index, { targetRatio, windowDays }, history.range),
    [slo, history, targetRatio, windowDays]
  );
  const windows = [...new Set([...WINDOWS, slo.windowDays])].sort((a, b) => a - b);
  const isChanged = targetRatio !== slo.targetRatio || windowDays !== slo.windowDays;
  return (
    <div className={styles.body}>
      <label className={styles.control}>
        <span>Target {formatPercent(targetRatio, 4)}</span>
        <input
          type="range"
          aria-label="Target"
          aria-valuetext={formatPercent(targetRatio, 4)}
          min={FEWEST_NINES}
          max={MOST_NINES}
          step={NINES_STEP}
          value={ninesOf(targetRatio)}
          onChange={(event) => setTargetRatio(targetOf(Number(event.currentTarget.value)))}
        />
      </label>
      <RadioButtonGroup
        aria-label="Window"
        size="sm"
        options={windows.map((days) => ({ value: days, label: `${days} d` }))}
        value={windowDays}
        onChange={setWindowDays}
      />
      <p className={styles.answer} role="status">
        <StateBadge state={attainment.state} />{' '}
        {attainment.attainedRatio !== undefined && `${formatPercent(attainment.attainedRatio, 4)} attained`}
        {attainment.budgetRemainingRatio !== undefined &&
          `, ${formatPercent(attainment.budgetRemainingRatio, 1)} of the budget left`}
        {attainment.coverageRatio < 0.99 &&
          ` (counts exist for ${formatPercent(attainment.coverageRatio, 0)} of ${windowDays} days)`}
        .
      </p>
      <ul className={styles.list}>
        {tiers.map(({ tier, fired, firingMs }) => (
          <li key={tier.id}>
            {tier.severity === 'critical' ? 'Page' : 'Ticket'} {tier.long} + {tier.short} over {tier.factor}×:{' '}
            {fired === 0
              ? 'would not have fired in this time range'
              : `${countOf(fired, 'alert')} in this time range, ${formatDuration(firingMs)} in all`}
          </li>
        ))}
      </ul>
      {isChanged && (
        <Button
          size="sm"
          variant="secondary"
          icon="history"
          onClick={() => {
            setTargetRatio(slo.targetRatio);
            setWindowDays(slo.windowDays);
          }}
        >
          Back to the objective
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  body: css({
    display: 'flex',
    flexDirection: 'column',
    alignItems: 'flex-start',
    gap: theme.spacing(1),
    padding: theme.spacing(1),
    overflow: 'auto',
  }),
  control: css({
    display: 'flex',
    flexDirection: 'column',
    width: '100%',
    input: { width: '100%', accentColor: theme.colors.primary.main },
  }),
  answer: css({ margin: 0 }),
  list: css({
    margin: 0,
    paddingLeft: theme.spacing(2),
    fontSize: theme.typography.bodySmall.fontSize,
    color: theme.colors.text.secondary,
  }),
});
