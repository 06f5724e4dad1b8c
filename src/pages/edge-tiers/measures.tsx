import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { SparkLine } from '../../components/SparkLine';
import { StateBadge } from '../../components/StateBadge';
import { formatDuration, formatPercent } from '../../domain/format/format';
import { type HealthState, stateOfValue } from '../../domain/health/states';
import { type Signal } from '../../domain/signals/types';
import { distanceToTarget } from '../../domain/tiers/distance';
import { type PartRow, reportsNow, type TierRow } from '../../domain/tiers/rows';
import { type TierSignals } from '../../domain/tiers/types';
import { formatMeasure, significant } from '../../domain/tiers/values';

/** A measurement as a cell shows it: the number, and what it means. */
export interface Measure {
  value: ReactNode;
  words?: ReactNode;
  state?: HealthState | undefined;
}

type Row = Pick<TierRow, 'facts' | 'history' | 'health'> | PartRow;

const NOT_KNOWN: Measure = { value: '–' };

/** Executions per second now, and in the time range. */
export function traffic(row: Row, { traffic: signal }: TierSignals, rangeMs: number): Measure {
  const { facts, history, health } = row;
  if (!signal) {
    return NOT_KNOWN;
  }
  const count = facts.rangeTraffic === undefined ? undefined : Math.round((facts.rangeTraffic * rangeMs) / 1000);
  return {
    value: (
      <>
        {history.traffic && <SparkLine points={history.traffic} widthPx={56} />}
        {reportsNow(health) ? formatMeasure(signal.unit, facts.traffic ?? 0) : '–'}
      </>
    ),
    words: count === undefined ? undefined : `${count.toLocaleString()} in ${formatDuration(rangeMs)}`,
  };
}

/** Share of executions that succeeded in the time range, against the target. */
export function success({ facts, health }: Row, targetRatio: number | undefined): Measure {
  if (facts.rangeErrorRatio === undefined) {
    return NOT_KNOWN;
  }
  const attained = 1 - facts.rangeErrorRatio;
  return {
    value: formatPercent(attained, 3),
    words: (reportsNow(health) ? '' : 'until it fell silent; ') + against(attained, targetRatio),
    state: targetRatio !== undefined && attained < targetRatio ? 'warning' : undefined,
  };
}

const against = (attained: number, targetRatio: number | undefined) =>
  targetRatio === undefined ? 'no target' : distanceToTarget(attained, targetRatio);

/** A quantile of the duration now; p95 has bounds. */
export function latency(row: Row, { latency: signal }: TierSignals, quantile: 'P50' | 'P95' | 'P99'): Measure {
  const value = row.facts[`latency${quantile}`];
  if (!signal || value === undefined || !reportsNow(row.health)) {
    return NOT_KNOWN;
  }
  return {
    value: formatMeasure(signal.unit, value),
    state: quantile === 'P95' ? trouble(signal, value) : undefined,
  };
}

/** The fullest queue, as a share of what a queue may hold. */
export function queue(row: Row, { queue: signal }: TierSignals): Measure {
  const depth = row.facts.fullestQueue;
  if (!signal || depth === undefined || !reportsNow(row.health)) {
    return NOT_KNOWN;
  }
  const capacity = signal.thresholds?.critical;
  return {
    value: capacity ? `${significant(depth)} of ${significant(capacity)}` : significant(depth),
    words: capacity ? `${formatPercent(depth / capacity, 0)} used` : undefined,
    state: trouble(signal, depth),
  };
}

/** Share of executions that fail now. */
export function failures(row: Row, { errors: signal }: TierSignals): Measure {
  const value = row.facts.errorRatio;
  if (!signal || value === undefined || !reportsNow(row.health)) {
    return NOT_KNOWN;
  }
  return {
    value: (
      <>
        {row.history.errors && <SparkLine points={row.history.errors} widthPx={56} />}
        {formatPercent(value)}
      </>
    ),
    state: trouble(signal, value),
  };
}

function trouble(signal: Signal, value: number): HealthState | undefined {
  const state = stateOfValue(value, signal.thresholds ?? {}, signal.direction);
  return state === 'ok' ? undefined : state;
}

/** What is left of the error budget. */
export function budget({ standing }: TierRow): Measure {
  if (!standing) {
    return { value: '–', words: 'no objective' };
  }
  const { objective, attainment, burnRate } = standing;
  const { attainedRatio, budgetRemainingRatio, state } = attainment;
  const burn = burnRate === undefined ? '' : `; burn rate ${significant(burnRate)} in the last hour`;
  return {
    value: budgetRemainingRatio === undefined ? '–' : leftWords(budgetRemainingRatio),
    words:
      attainedRatio === undefined
        ? 'nothing recorded'
        : `${formatPercent(attainedRatio, 3)} in ${objective.windowDays} days, target ${formatPercent(objective.targetRatio, 3)}${burn}`,
    state: state === 'ok' ? undefined : state,
  };
}

function leftWords(ratio: number): string {
  return ratio < 0 ? `${formatPercent(-ratio, 0)} overspent` : `${formatPercent(ratio, 0)} left`;
}

/** The agreement with customers in the month so far. */
export function agreement({ agreement: standing }: TierRow): Measure {
  return {
    value: standing.attainedRatio === undefined ? '–' : formatPercent(standing.attainedRatio, 3),
    words: standing.words,
    state: standing.state === 'ok' || standing.state === 'not-configured' ? undefined : standing.state,
  };
}

/** A number with its state before it and its words below. */
export function MeasureText({ measure: { value, words, state } }: { measure: Measure }) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <span className={styles.value}>
        {state && <StateBadge state={state} compact />}
        {value}
      </span>
      {words !== undefined && <div className={styles.words}>{words}</div>}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  value: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(0.5) }),
  words: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
});
