import { type Sample } from '../metrics/types';
import { formatPercent } from '../format/format';
import { goldenExpressions, type GoldenService, ROW_LABELS } from '../services/golden';

const STEP_SECONDS = 60;
const RATE_WINDOW = '5m';

/** Share of failed requests of a service during an incident, 0..1. */
export interface ServiceErrors {
  system: string;
  service: string;
  meanRatio: number;
  worstRatio?: number | undefined;
}

/**
 * What to ask about the errors of services between two times (Unix milliseconds), at the end of that time: two questions,
 * whatever the number of services.
 * @returns undefined when no service has a ratio of errors.
 */
export function errorQueries(
  services: readonly GoldenService[],
  { startMs, endMs }: { startMs: number; endMs: number }
): { mean: string; worst: string } | undefined {
  const { errors } = goldenExpressions(services, RATE_WINDOW);
  const seconds = Math.max(STEP_SECONDS, Math.round((endMs - startMs) / 1000));
  const over = (aggregation: string) => `${aggregation}((${errors})[${seconds}s:${STEP_SECONDS}s])`;
  return errors === undefined ? undefined : { mean: over('avg_over_time'), worst: over('max_over_time') };
}

/** Puts the answers to `errorQueries` together; the worst service first. Idle services have no value and are left out. */
export function serviceErrors(mean: readonly Sample[], worst: readonly Sample[]): ServiceErrors[] {
  const keyOf = ({ labels }: Sample) => JSON.stringify([labels[ROW_LABELS.system], labels[ROW_LABELS.service]]);
  const peaks = new Map(worst.map((sample) => [keyOf(sample), sample.value]));
  return mean
    .filter(({ value }) => Number.isFinite(value))
    .map((sample) => ({
      system: sample.labels[ROW_LABELS.system] ?? '',
      service: sample.labels[ROW_LABELS.service] ?? '',
      meanRatio: sample.value,
      worstRatio: peaks.get(keyOf(sample)),
    }))
    .sort((a, b) => b.meanRatio - a.meanRatio);
}

/** `12 % of its requests failed, 34 % at the worst moment`. */
export function errorsInWords({ meanRatio, worstRatio }: ServiceErrors): string {
  const worst =
    worstRatio === undefined || !Number.isFinite(worstRatio) || worstRatio === 0
      ? ''
      : `, ${formatPercent(worstRatio, 1)} at the worst moment`;
  return `${formatPercent(meanRatio, 1)} of its requests failed${worst}`;
}
