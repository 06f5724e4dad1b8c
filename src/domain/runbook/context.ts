import { type Exemplar, type Sample } from '../metrics/types';
import { isPast } from './bounds';
import { type Finding, type FormatValue, type FoundTrace } from './findings';
import { keyOf } from './judgeMetric';
import { type MetricQuestion } from './questions';

const MOST_TRACES = 5;
/** How many milliseconds a unit of a duration has. */
const MILLISECONDS: Readonly<Record<string, number>> = { ms: 1, s: 1000 };
/** Labels that say what was done, best first; the rest says where it was counted. */
const DOING = ['span_name', 'operation', 'endpoint', 'route', 'handler', 'path'];

/** `24 hours before: 45 ms`; undefined when the series that decided had no value then. */
export function dayBeforeWords(finding: Finding, before: readonly Sample[], format: FormatValue): string | undefined {
  const { subject = {}, unit } = finding;
  const same = before.find(({ labels, value }) => keyOf(labels) === keyOf(subject) && Number.isFinite(value));
  return same && unit !== undefined ? `24 hours before: ${format(same.value, unit)}` : undefined;
}

/** The worst requests behind a histogram of durations, each once; none for other measurements. */
export function exemplarTraces({ unit, abnormal }: MetricQuestion, exemplars: readonly Exemplar[]): FoundTrace[] {
  const toMs = MILLISECONDS[unit];
  if (toMs === undefined || abnormal.of === 'yesterday') {
    return [];
  }
  const seen = new Set<string>();
  return exemplars
    .filter(({ value }) => isPast(value, abnormal))
    .sort((a, b) => b.value - a.value)
    .flatMap(({ traceId, timeMs, value, labels }) => {
      if (traceId === undefined || seen.has(traceId)) {
        return [];
      }
      seen.add(traceId);
      const doing = DOING.map((name) => labels[name]).find(Boolean);
      const who = labels['service_name'] ?? labels['service'] ?? labels['job'];
      return [
        {
          traceId,
          startTimeMs: timeMs,
          durationMs: value * toMs,
          remark: [who, doing].filter(Boolean).join(': ') || undefined,
        },
      ];
    })
    .slice(0, MOST_TRACES);
}
