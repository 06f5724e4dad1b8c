import { type DataFrame, FieldColorModeId, type FieldConfig, MappingType, ThresholdsMode } from '@grafana/data';
import { PanelBuilders } from '@grafana/scenes';
import {
  GraphThresholdsStyleMode,
  LegendDisplayMode,
  SortOrder,
  TooltipDisplayMode,
  VisibilityMode,
} from '@grafana/schema';
import { FixedSpan } from '../../../scenes/panel/FixedSpan';
import { burnRateThresholds, type BurnRateThreshold } from '../../../domain/slo/burnRateTiers';
import { calendarBudgetCurve, moments, rollingBudgetCurve, sliCurve, tierHistory } from '../../../domain/slo/history';
import { calendarPeriod } from '../../../domain/slo/calendar';
import { type TierCondition } from '../../../domain/slo/tierState';
import { type BudgetedSlo, type CalendarWindow } from '../../../domain/slo/types';
import { type History, type SloHistory } from '../../../scenes/reliability/SloHistory';
import { curveFrame, levelCurve } from './frames';
import { LivePanel } from './LivePanel';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const POINTS = 200;

const fixed = (fixedColor: string): FieldConfig => ({ color: { mode: FieldColorModeId.Fixed, fixedColor } });
const dashed: FieldConfig = { custom: { lineStyle: { fill: 'dash', dash: [6, 6] } } };
const LIMIT = { ...fixed('red'), ...dashed };

function lines(title: string, description: string, unit: string, calcs = ['lastNotNull']) {
  return PanelBuilders.timeseries()
    .setTitle(title)
    .setDescription(description)
    .setUnit(unit)
    .setColor({ mode: FieldColorModeId.PaletteClassic })
    .setCustomFieldConfig('lineWidth', 1)
    .setCustomFieldConfig('spanNulls', false)
    .setOption('legend', {
      displayMode: LegendDisplayMode.List,
      placement: 'bottom',
      showLegend: true,
      calcs,
    })
    .setOption('tooltip', { mode: TooltipDisplayMode.Multi, sort: SortOrder.None });
}

const plainLegend = { displayMode: LegendDisplayMode.List, placement: 'bottom' as const, showLegend: true, calcs: [] };

const stepOf = (spanMs: number, atLeastMs: number) => Math.max(atLeastMs, spanMs / POINTS);

/** Share of good events over the objective's window, against its target. */
export function sliPanel(slo: BudgetedSlo, history: SloHistory): LivePanel {
  const windowMs = slo.windowDays * DAY_MS;
  const sliceMs = Math.max(HOUR_MS, windowMs / 112);
  const panel = lines(
    'Indicator and target',
    `Share of good events, each point over ${Math.round(sliceMs / HOUR_MS)} h.`,
    'percentunit'
  )
    .setMax(1)
    .setDecimals(3)
    .setTimeRange(new FixedSpan(windowMs))
    .build();
  return new LivePanel(panel, history, ({ index, range }) => {
    const times = moments({ fromMs: range.toMs - windowMs, toMs: range.toMs }, stepOf(windowMs, 30 * 60_000));
    const curve = sliCurve(index, times, sliceMs);
    return [curveFrame('Good events', curve), curveFrame('Target', levelCurve(curve, slo.targetRatio), LIMIT)];
  });
}

/** What was left of the rolling budget. */
export function rollingBudgetPanel(slo: BudgetedSlo, history: SloHistory): LivePanel {
  const windowMs = slo.windowDays * DAY_MS;
  return budgetPanel(
    `Budget left, rolling ${slo.windowDays} days`,
    'At each moment, of the window that ends there. It need not begin at 100 %: what was bad before is still in the window.',
    windowMs,
    history,
    ({ index }, times) => rollingBudgetCurve(slo, index, times)
  );
}

/** What was left of the calendar period's budget. */
export function calendarBudgetPanel(slo: BudgetedSlo, history: SloHistory, calendar: CalendarWindow): LivePanel {
  const { startMs, label } = calendarPeriod(calendar, Date.now());
  return budgetPanel(
    `Budget left, ${label} (${calendar.timeZone})`,
    'Of the budget of the whole period, if its events go on to come as they came so far.',
    Math.max(HOUR_MS, Date.now() - startMs),
    history,
    ({ index, range }, times) => {
      const period = calendarPeriod(calendar, range.toMs);
      return calendarBudgetCurve(
        slo,
        index,
        times.filter((atMs) => atMs > period.startMs + 30 * 60_000),
        calendar
      );
    }
  );
}

function budgetPanel(
  title: string,
  description: string,
  spanMs: number,
  history: SloHistory,
  curveOf: (history: History, times: readonly number[]) => ReturnType<typeof rollingBudgetCurve>
): LivePanel {
  const panel = lines(title, description, 'percentunit')
    .setDecimals(1)
    .setCustomFieldConfig('axisSoftMin', 0)
    .setCustomFieldConfig('axisSoftMax', 1)
    .setCustomFieldConfig('fillOpacity', 10)
    .setThresholds({
      mode: ThresholdsMode.Absolute,
      steps: [
        { value: -Infinity, color: 'red' },
        { value: 0, color: 'green' },
      ],
    })
    .setCustomFieldConfig('thresholdsStyle', { mode: GraphThresholdsStyleMode.Dashed })
    .setTimeRange(new FixedSpan(spanMs))
    .build();
  return new LivePanel(panel, history, (value) => {
    const { toMs } = value.range;
    const times = moments({ fromMs: toMs - spanMs, toMs }, stepOf(spanMs, 30 * 60_000));
    return [curveFrame('Budget left', curveOf(value, times), fixed('blue'))];
  });
}

/** Burn rate of one tier in both of its windows, against its limit. */
export function tierPanel(slo: BudgetedSlo, tier: BurnRateThreshold, history: SloHistory): LivePanel {
  const panel = lines(
    `${tier.severity === 'critical' ? 'Page' : 'Ticket'}: ${tier.long} and ${tier.short} over ${tier.factor}×`,
    `It fires while both lines are over ${tier.factor}×, that is over ${(tier.errorRatio * 100).toPrecision(3)} % of bad events.`,
    'short',
    // The numbers stand in the table above.
    []
  )
    .setDecimals(1)
    .setCustomFieldConfig('axisSoftMin', 0)
    .setCustomFieldConfig('axisSoftMax', tier.factor)
    .build();
  return new LivePanel(panel, history, ({ index, range }) => {
    const times = moments(range, stepOf(range.toMs - range.fromMs, index.counts.stepMs));
    const states = tierHistory({ ...slo, burnRateTiers: [tier] }, index, times)[0]?.states ?? [];
    const curve = (pick: 'longBurn' | 'shortBurn') =>
      times.map((atMs, at) => [atMs, states[at]?.[pick] ?? Number.NaN] as const);
    const long = curve('longBurn');
    return [
      curveFrame(`Last ${tier.long}`, long, fixed('blue')),
      curveFrame(`Last ${tier.short}`, curve('shortBurn'), fixed('orange')),
      curveFrame('Limit', levelCurve(long, tier.factor), LIMIT),
    ];
  });
}

const LEVELS: Readonly<Record<TierCondition, number | null>> = {
  quiet: 0,
  'short-only': 1,
  'long-only': 2,
  'too-few-events': 2,
  firing: 3,
  'no-traffic': null,
  'no-data': null,
};

const WORDS = {
  '0': { text: 'Quiet', color: 'green', index: 0 },
  '1': { text: 'Short window only', color: 'yellow', index: 1 },
  '2': { text: 'Long window only', color: 'orange', index: 2 },
  '3': { text: 'Firing', color: 'red', index: 3 },
};

/** The states of all tiers as bands, and under them the alerts that really fired. */
export function bandsPanel(slo: BudgetedSlo, history: SloHistory): LivePanel {
  const panel = PanelBuilders.statetimeline()
    .setTitle('Alert states')
    .setDescription(
      'Each tier by its two windows, reckoned from the recorded counts; below, the alerts that the rules fired.'
    )
    .setMappings([{ type: MappingType.ValueToText, options: WORDS }])
    .setColor({ mode: FieldColorModeId.Thresholds })
    .setOption('mergeValues', true)
    // The colours are too strong to write on; the legend names them.
    .setOption('showValue', VisibilityMode.Never)
    .setOption('legend', plainLegend)
    .build();
  return new LivePanel(panel, history, ({ index, range, alerts }) => {
    const times = moments(range, stepOf(range.toMs - range.fromMs, index.counts.stepMs));
    const tiers = burnRateThresholds(slo);
    const reckoned = tierHistory(slo, index, times).map(({ states }, at): DataFrame => {
      const tier = tiers[at];
      return curveFrame(
        `${tier?.long ?? ''} + ${tier?.short ?? ''}`,
        states.map(({ condition }, moment) => [times[moment] ?? 0, LEVELS[condition] ?? Number.NaN] as const)
      );
    });
    const fired = (alerts ?? []).map(({ labels, points }) =>
      curveFrame(
        `Alert ${labels['burn'] ?? labels['alertname'] ?? ''}`,
        points.map(([atMs]) => [atMs, 3] as const)
      )
    );
    return [...reckoned, ...fired];
  });
}

/** How many events there were, and how many were bad. */
export function eventsPanel(history: SloHistory): LivePanel {
  const panel = lines(
    'Events and bad events',
    'Counted every five minutes; the same counts as everything else here.',
    'short'
  )
    .setCustomFieldConfig('axisSoftMin', 0)
    .build();
  return new LivePanel(panel, history, ({ index, range }) => {
    const slices = index.counts.slices.filter(({ endMs }) => endMs > range.fromMs && endMs <= range.toMs);
    return [
      curveFrame(
        'Events',
        slices.map(({ endMs, totalEvents }) => [endMs, totalEvents] as const),
        fixed('blue')
      ),
      curveFrame(
        'Bad events',
        slices.map(({ endMs, badEvents }) => [endMs, badEvents] as const),
        fixed('red')
      ),
    ];
  });
}
