import { type Labels, type Sample, type Series } from '../metrics/types';
import { boundWords, isBadWhenLow, isPast } from './bounds';
import { type Finding, type FormatValue, stated } from './findings';
import { type MetricQuestion } from './questions';
import { type Bound } from './types';

/** What the metrics store answered. */
export interface MetricAnswer {
  /** Values at the end of the range; not needed when the question is about the range. */
  now: readonly Sample[];
  /** The same, 24 hours before; needed for comparisons only. */
  yesterday?: readonly Sample[] | undefined;
  /** Values over the range; undefined when they could not be had. */
  series?: readonly Series[] | undefined;
  /** Metrics that the store does not know, when nothing came. */
  missingMetrics?: readonly string[] | undefined;
  /** What is missing from the answer. */
  remark?: string | undefined;
}

interface Judged {
  labels: Labels;
  value: number;
  /** What the bound is compared with: the value, or its multiple of yesterday's. */
  compared: number;
}

/**
 * Judges a measurement. The worst of several series decides. NaN (0/0: nothing happened) is no value, and without a
 * value there is no verdict: an idle service is neither healthy nor ill.
 */
export function judgeMetric(question: MetricQuestion, answer: MetricAnswer, format: FormatValue): Finding {
  const { abnormal, unit, title, only } = question;
  const series = answer.series?.filter(({ labels }) => isAbout(labels, only));
  const samples = samplesOf(question, answer.now, series).filter(({ labels }) => isAbout(labels, only));
  const text = (value: number) => valueText(value, unit, format);
  const bound = unit === 'bool' ? boolBound(abnormal) : boundWords(abnormal, text);
  const common = { unit, series, remark: answer.remark };
  const values = samples.filter(({ value }) => !Number.isNaN(value));
  if (values.length === 0) {
    return { ...common, verdict: 'no-data', statement: `${title}: ${silence(samples, answer)} (${bound}).` };
  }
  const judged = compared(values, question, answer.yesterday);
  const worst = worstOf(judged, question);
  if (!worst) {
    const [first] = values;
    const measured = text((first as Sample).value);
    return {
      ...common,
      verdict: 'no-data',
      measured: first?.value,
      statement: `${title} is ${measured}; there is no value of 24 hours ago to compare it with (${bound}).`,
    };
  }
  const isAbnormal = isPast(worst.compared, abnormal);
  const factor = abnormal.of === 'yesterday' ? `, ${round(worst.compared)} times yesterday’s` : '';
  const others = isAbnormal ? judged.filter(({ compared: value }) => isPast(value, abnormal)).length - 1 : 0;
  const also = others > 0 ? `, and ${others} more` : '';
  return {
    ...common,
    verdict: isAbnormal ? 'abnormal' : 'normal',
    measured: worst.value,
    threshold: abnormal.of === 'yesterday' ? undefined : abnormal.value,
    op: abnormal.op,
    subject: worst.labels,
    ...(isAbnormal && abnormal.of !== 'yesterday' && abnormalSince(series, worst.labels, question)),
    blames: isAbnormal ? question.blames : undefined,
    ...stated(`${title}${subjectWords(worst.labels, only)}: ${text(worst.value)}${factor}${also}`, bound),
  };
}

function isAbout(labels: Labels, only: Labels): boolean {
  // A series without the label is about everything, and so about this too.
  return Object.entries(only).every(([name, value]) => labels[name] === undefined || labels[name] === value);
}

function samplesOf(
  { reduce }: MetricQuestion,
  now: readonly Sample[],
  series: readonly Series[] | undefined
): readonly Sample[] {
  if (reduce === 'last') {
    return now;
  }
  return (series ?? []).map(({ labels, points }) => {
    const values = points.map(([, value]) => value).filter((value) => !Number.isNaN(value));
    return { labels, timeMs: points.at(-1)?.[0] ?? 0, value: values.length === 0 ? NaN : REDUCERS[reduce](values) };
  });
}

const REDUCERS = {
  max: (values: readonly number[]) => values.reduce((a, b) => Math.max(a, b)),
  min: (values: readonly number[]) => values.reduce((a, b) => Math.min(a, b)),
  mean: (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length,
};

function silence(samples: readonly Sample[], { missingMetrics = [] }: MetricAnswer): string {
  if (missingMetrics.length > 0) {
    return `the data source does not know ${missingMetrics.join(', ')}`;
  }
  return samples.length > 0
    ? 'nothing happened that could be measured'
    : 'no value; nothing happened, or nobody reports';
}

function compared(
  values: readonly Sample[],
  { abnormal }: MetricQuestion,
  yesterday: readonly Sample[] | undefined
): Judged[] {
  if (abnormal.of !== 'yesterday') {
    return values.map(({ labels, value }) => ({ labels, value, compared: value }));
  }
  const before = new Map(yesterday?.map(({ labels, value }) => [keyOf(labels), value]));
  return values.flatMap(({ labels, value }) => {
    const base = before.get(keyOf(labels));
    return base !== undefined && base > 0 ? [{ labels, value, compared: value / base }] : [];
  });
}

/** Labels as text, whatever their order. */
export function keyOf(labels: Labels): string {
  return JSON.stringify(Object.entries(labels).sort(([a], [b]) => a.localeCompare(b)));
}

function worstOf(judged: readonly Judged[], { abnormal }: MetricQuestion): Judged | undefined {
  const low = isBadWhenLow(abnormal);
  // Equality has no direction: what meets it is worst.
  const rank = ({ compared: value }: Judged) =>
    abnormal.op === '==' || abnormal.op === '!=' ? Number(isPast(value, abnormal)) : low ? -value : value;
  return judged.reduce<Judged | undefined>(
    (worst, one) => (!worst || rank(one) > rank(worst) ? one : worst),
    undefined
  );
}

/** Walks back from the newest point to where the abnormal stretch began. */
function abnormalSince(
  series: readonly Series[] | undefined,
  labels: Labels,
  { abnormal }: MetricQuestion
): Pick<Finding, 'sinceMs' | 'isSinceLeast'> {
  const points = series?.find((one) => keyOf(one.labels) === keyOf(labels))?.points ?? [];
  let since: number | undefined;
  for (let at = points.length - 1; at >= 0; at--) {
    const [timeMs, value] = points[at] as readonly [number, number];
    // One step without an event does not end an incident.
    if (!Number.isNaN(value) && !isPast(value, abnormal)) {
      break;
    }
    since = Number.isNaN(value) ? since : timeMs;
  }
  return { sinceMs: since, ...(since !== undefined && since === points[0]?.[0] && { isSinceLeast: true }) };
}

function subjectWords(labels: Labels, only: Labels): string {
  const own = Object.entries(labels).filter(([name, value]) => name !== 'system' && value !== '' && !(name in only));
  const named = Object.entries(only).map(([, value]) => value);
  const words = [...named, ...own.map(([name, value]) => (own.length > 1 ? `${name} ${value}` : value))];
  return words.length > 0 ? ` (${words.join(', ')})` : '';
}

function valueText(value: number, unit: string, format: FormatValue): string {
  if (value === Infinity) {
    return 'beyond measure (infinite)';
  }
  return unit === 'bool' ? (value === 1 ? 'yes' : value === 0 ? 'no' : String(value)) : format(value, unit);
}

/** Which of yes and no is the bad one. */
function boolBound(abnormal: Bound): string {
  return `abnormal when ${isPast(0, abnormal) ? 'no' : 'yes'}`;
}

function round(value: number): string {
  return String(Number(value.toPrecision(2)));
}
