import { isLabelName } from '../promql/matchers';

/** What a runbook was opened for. Nothing of it is there when it was opened from the list. */
export interface Opened {
  /** Name of the alert. */
  alert?: string | undefined;
  /** The alert's labels, without its name. */
  labels: Readonly<Record<string, string>>;
  /** When it began, Unix milliseconds. */
  startMs?: number | undefined;
}

/** URL key of a link that also runs the checks, which only read. */
export const RUN_URL_KEY = 'run';

const ALERT = 'alert';
const START = 'start';
const LABEL = 'label-';
const LATEST_MS = 8.64e15;

/** The query string by which a link tells a runbook what it is opened for, without `?`. */
export function openedQuery({ alert, labels, startMs }: Opened): string {
  const query = new URLSearchParams();
  if (alert) {
    query.set(ALERT, alert);
  }
  if (startMs !== undefined) {
    query.set(START, String(Math.round(startMs)));
  }
  for (const name of Object.keys(labels).sort()) {
    const value = labels[name];
    // Two underscores begin what only machines need.
    if (name !== 'alertname' && !name.startsWith('__') && isLabelName(name) && value) {
      query.set(`${LABEL}${name}`, value);
    }
  }
  return query.toString();
}

/** Reads what `openedQuery` wrote; what is not to be understood is left out. */
export function readOpened(search: string): Opened {
  const query = new URLSearchParams(search);
  const labels: Record<string, string> = {};
  for (const [key, value] of query) {
    const name = key.startsWith(LABEL) ? key.slice(LABEL.length) : '';
    if (isLabelName(name) && value !== '') {
      labels[name] = value;
    }
  }
  const start = query.get(START);
  const startMs = start === null || start.trim() === '' ? NaN : Number(start);
  return {
    alert: query.get(ALERT) || undefined,
    labels,
    startMs: Number.isFinite(startMs) && startMs >= 0 && startMs <= LATEST_MS ? startMs : undefined,
  };
}

/**
 * The same query string as a Prometheus annotation template, which Prometheus fills in when the alert fires. It knows no
 * start time: the page asks for it.
 * @param labels label names that the alert's series have.
 */
export function openedQueryTemplate(alert: string, labels: readonly string[]): string {
  const parts = [...new Set(labels)]
    .filter((name) => isLabelName(name) && name !== 'alertname')
    .sort()
    .map((name) => `${LABEL}${name}={{ $labels.${name} | urlquery }}`);
  return [`${ALERT}=${encodeURIComponent(alert)}`, ...parts].join('&');
}
