import { moneyText, mostAtStake, shownUptime } from '../../sla/credits';
import { formatPercent } from '../../format/format';
import { type ObjectiveResult, type TierResult } from './types';

/** Percentages of uptime are told to three decimals, budgets to one. */
const UPTIME_DECIMALS = 3;
const BUDGET_DECIMALS = 1;

export const NOTHING = '–';

export function uptimeText(ratio: number | undefined): string {
  return ratio === undefined ? NOTHING : formatPercent(ratio, UPTIME_DECIMALS);
}

export function budgetText(ratio: number | undefined): string {
  return ratio === undefined ? NOTHING : formatPercent(ratio, BUDGET_DECIMALS);
}

/** A tier's uptime as customers are told it. */
export function customerUptimeText({ attainedRatio }: TierResult): string {
  return attainedRatio === undefined ? NOTHING : uptimeText(shownUptime(attainedRatio));
}

/** The most that a bad month can cost, in money where the fee is known. */
export function stakeText({ sla }: TierResult): string {
  const stake = mostAtStake(sla);
  if (!stake) {
    return NOTHING;
  }
  return stake.money ? `up to ${moneyText(stake.money)}` : `up to ${formatPercent(stake.feeRatio, 0)} of the fee`;
}

/** What a month's uptime means for customers, in words. */
export function outcomeText({ outcome, sla }: TierResult): string {
  switch (outcome.kind) {
    case 'no-agreement':
      return 'no SLA';
    case 'not-measured':
      return 'not measured';
    case 'kept':
      return 'kept';
    case 'missed':
      if (!outcome.credit) {
        return sla?.credits ? 'missed, outside every agreed band' : 'missed, no credits agreed';
      }
      return `missed, credit ${formatPercent(outcome.credit.feeRatio, 0)} of the monthly fee${outcome.due ? `: ${moneyText(outcome.due)}` : ''}`;
  }
}

/** `2026-11-12 13:00–14:30 UTC`, in the report's time zone. */
export function spanText(fromMs: number, toMs: number, timeZone: string): string {
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'short' });
  const [from, to] = [day.format(fromMs), day.format(toMs)];
  const sameDay = from.slice(0, 10) === to.slice(0, 10);
  return `${from}–${sameDay ? to.slice(11) : to}`;
}

/** What the objective is measured against, in words. */
export function targetText({ slo }: Pick<ObjectiveResult, 'slo'>): string {
  if (slo.sli.kind === 'level' && slo.targetRatio === undefined) {
    return `${slo.sli.op} ${slo.sli.bound} (level)`;
  }
  return uptimeText(slo.targetRatio);
}
