import { getValueFormat, formattedValueToString } from '@grafana/data';
import { formatDuration, formatPercent } from '../../domain/format/format';
import { type Exhaustion, type SloStanding } from '../../domain/slo/standing';
import { hasBudget, type Slo } from '../../domain/slo/types';

const UPTIME_DECIMALS = 3;

/** A measurement in its signal's unit. */
export function levelText({ sli }: Slo, value: number): string {
  return sli.kind === 'level' ? formattedValueToString(getValueFormat(sli.signal.unit)(value)) : String(value);
}

/** What has been attained: a share of good events, or the present value of a level. */
export function attainedText({ slo, attainment }: Pick<SloStanding, 'slo' | 'attainment'>): string {
  if (!hasBudget(slo)) {
    return attainment.level === undefined ? '–' : levelText(slo, attainment.level);
  }
  return attainment.attainedRatio === undefined ? '–' : formatPercent(attainment.attainedRatio, UPTIME_DECIMALS);
}

/** What it is held against. */
export function targetText(slo: Slo): string {
  if (hasBudget(slo)) {
    return formatPercent(slo.targetRatio, UPTIME_DECIMALS);
  }
  return slo.sli.kind === 'level' ? `${slo.sli.op} ${levelText(slo, slo.sli.bound)}` : '–';
}

/** When the budget is gone, and what that rests on. */
export function exhaustionText(exhaustion: Exhaustion | undefined): { text: string; title: string } {
  if (!exhaustion) {
    return { text: '–', title: 'Without a measured burn rate nobody can tell.' };
  }
  const { inMs, burn, window } = exhaustion;
  const title = `At the burn rate of the last ${window}: ${burnText(burn)}.`;
  if (inMs === 0) {
    return { text: 'gone', title };
  }
  return Number.isFinite(inMs) ? { text: `in ${formatDuration(inMs)}`, title } : { text: 'not in sight', title };
}

/** `14.4×`. */
export function burnText(burn: number | undefined): string {
  if (burn === undefined) {
    return '–';
  }
  return `${burn >= 100 ? burn.toFixed(0) : Number(burn.toFixed(1))}×`;
}
