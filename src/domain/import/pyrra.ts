import { escapeString } from '../promql/matchers';
import { type FreeformSli, type Slo } from '../slo/types';
import { countedCounter, failuresOf, metricsOf, ratioOf, successesOf } from './counting';
import { type Cursor } from './cursor';
import { daysOf, idOf, titleOf } from './names';
import { used } from './sloth';
import { percentTarget } from './target';
import { type ImportedObjective, type ImportOptions } from './types';

const KINDS = ['ratio', 'latency', 'latencyNative', 'bool_gauge'] as const;

export function isPyrra(document: Cursor): boolean {
  return document.keys().includes('apiVersion') && /^pyrra\.dev\//.test(document.get('apiVersion').text() ?? '');
}

/** The objective of a Pyrra `ServiceLevelObjective`. */
export function readPyrra(document: Cursor, options: ImportOptions): ImportedObjective[] {
  document.warnUnknown(['apiVersion', 'kind', 'metadata', 'spec', 'status']);
  const metadata = document.get('metadata');
  const spec = document.get('spec');
  spec.warnUnknown(['target', 'window', 'description', 'indicator', 'alerting', 'ServiceLevelIndicator']);
  const name = metadata.get('name').requiredText();
  const targetRatio = percentTarget(spec.get('target'));
  const windowDays = readWindow(spec.get('window'));
  const sli = readIndicator(spec.get('indicator'), { name: name ?? '', windowDays: windowDays ?? 28 }, options);
  const alerting = readAlerting(spec.get('alerting'));
  if (name === undefined || targetRatio === undefined || windowDays === undefined || sli === undefined) {
    return [];
  }
  const labels = metadata.get('labels');
  const label = (key: string) => (labels.keys().includes(key) ? labels.get(key).text() : undefined);
  const serviceName = label('pyrra.dev/service') ?? label('service') ?? name;
  const description = spec.get('description').text();
  return [
    {
      format: 'pyrra',
      line: document.position.line,
      serviceName,
      team: label('pyrra.dev/team') ?? label('team'),
      slo: {
        id: idOf(name),
        title: titleOf(name),
        ...(description ? { description } : {}),
        service: idOf(serviceName),
        sli,
        targetRatio,
        windowDays,
        ...alerting,
      },
    },
  ];
}

function readWindow(window: Cursor): number | undefined {
  const text = window.requiredText();
  const days = text === undefined ? undefined : daysOf(text);
  if (text !== undefined && days === undefined) {
    window.error('must be whole days, such as 28d or 4w');
  }
  return days;
}

function readAlerting(alerting: Cursor): Pick<Slo, 'burnRateTiers'> {
  alerting.warnUnknown(['disabled', 'name', 'burnrates', 'absent']);
  const isOff = alerting.get('disabled').flag() || alerting.get('burnrates').text() === 'false';
  return isOff ? { burnRateTiers: [] } : {};
}

function readIndicator(indicator: Cursor, slo: RecordedSlo, { measure }: ImportOptions): FreeformSli | undefined {
  const kind = KINDS.find((one) => indicator.get(one).exists);
  if (kind === undefined) {
    indicator.error(`must be one of ${KINDS.join(', ')}`);
    return undefined;
  }
  indicator.warnUnknown([kind]);
  const own = indicator.get(kind);
  if (own.get('grouping').items().length > 0) {
    own.get('grouping').warn('is left out: the objective is about all groups together');
  }
  if (measure === 'recordings') {
    return recordedRatio(own, kind, slo);
  }
  switch (kind) {
    case 'ratio': {
      own.warnUnknown(['errors', 'total', 'grouping']);
      const [total, bad] = [counter(own, 'total'), counter(own, 'errors')];
      return total && bad ? failuresOf(total, bad) : undefined;
    }
    case 'latency': {
      own.warnUnknown(['success', 'total', 'grouping']);
      const [total, good] = [counter(own, 'total'), counter(own, 'success')];
      return total && good ? successesOf(total, good) : undefined;
    }
    case 'latencyNative':
      return nativeLatency(own);
    case 'bool_gauge': {
      own.warnUnknown(['metric', 'grouping']);
      const metric = own.get('metric').requiredText();
      const total = `sum(count_over_time(${metric}[$window]))`;
      return metric ? failuresOf(total, `${total} - sum(sum_over_time(${metric}[$window]))`) : undefined;
    }
  }
}

function counter(indicator: Cursor, key: string): string | undefined {
  return used(indicator.get(key).get('metric'), countedCounter);
}

const SECONDS: Readonly<Record<string, number>> = { ms: 0.001, s: 1, m: 60 };

function nativeLatency(indicator: Cursor): FreeformSli | undefined {
  indicator.warnUnknown(['latency', 'total', 'grouping']);
  const metric = indicator.get('total').get('metric').requiredText();
  const latency = indicator.get('latency').requiredText();
  const match = /^(\d+(?:\.\d+)?)(ms|s|m)$/.exec(latency ?? '');
  if (latency !== undefined && !match) {
    indicator.get('latency').error('must be a duration, such as 250ms or 1s');
  }
  if (metric === undefined || !match) {
    return undefined;
  }
  const seconds = Number((Number(match[1]) * (SECONDS[match[2] ?? ''] ?? 1)).toPrecision(12));
  const histogram = `sum(increase(${metric}[$window]))`;
  const total = `histogram_count(${histogram})`;
  return {
    kind: 'freeform',
    total,
    bad: `${total} * (1 - histogram_fraction(0, ${seconds}, ${histogram})) and ${total} > 0`,
    metrics: metricsOf(total),
  };
}

interface RecordedSlo {
  name: string;
  windowDays: number;
}

/**
 * Pyrra calls it a burn rate and means a ratio of errors. It scales its windows with the period and rounds them to
 * minutes, so only the shortest is read; longer ones are counted from it.
 */
function recordedRatio(
  indicator: Cursor,
  kind: (typeof KINDS)[number],
  { name, windowDays }: RecordedSlo
): FreeformSli | undefined {
  const metric = kind === 'bool_gauge' ? indicator.get('metric') : indicator.get('total').get('metric');
  const base = /^[a-zA-Z_:][a-zA-Z0-9_:]*/.exec(metric.requiredText() ?? '')?.[0];
  if (base === undefined) {
    return undefined;
  }
  const recorded = base.replace(/_(?:total|count|bucket)$/, '');
  const shortMinutes = Math.max(1, Math.round((5 * windowDays) / 28));
  return ratioOf(`max(${recorded}:burnrate${shortMinutes}m{slo="${escapeString(name)}"})`);
}
