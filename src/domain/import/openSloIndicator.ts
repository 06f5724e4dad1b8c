import { type FreeformSli, type LevelSli } from '../slo/types';
import { countedCounter, failuresOf, metricsOf, ratioOf, successesOf, withWindow } from './counting';
import { type Cursor } from './cursor';
import { titleOf } from './names';
import { used } from './sloth';

const PROMETHEUS_LIKE = /^(?:prometheus|mimir|thanos|cortex|victoriametrics|grafanamimir)$/i;
const OPERATORS: Readonly<Record<string, LevelSli['op']>> = { lt: '<', lte: '<=', gt: '>', gte: '>=' };

/** The indicator of an OpenSLO specification, v1: a ratio of counters, a ratio as it is, or a level against a bound. */
export function indicatorOf(spec: Cursor, objective: Cursor): FreeformSli | LevelSli | undefined {
  spec.warnUnknown(['ratioMetric', 'thresholdMetric', 'description']);
  if (spec.get('thresholdMetric').exists) {
    return levelOf(queryOf(spec.get('thresholdMetric')), objective);
  }
  const ratio = spec.get('ratioMetric');
  if (!ratio.exists) {
    spec.error('must have a ratioMetric or a thresholdMetric');
    return undefined;
  }
  ratio.warnUnknown(['counter', 'good', 'bad', 'total', 'raw', 'rawType']);
  return ratio.get('raw').exists
    ? rawRatio(ratio)
    : countedRatio({ good: ratio.get('good'), bad: ratio.get('bad'), total: ratio.get('total') }, queryOf, ratio);
}

/** Counters of events, wherever the version of OpenSLO keeps their queries. */
export function countedRatio(
  counters: { good: Cursor; bad: Cursor; total: Cursor },
  query: (metric: Cursor) => Cursor | undefined,
  owner: Cursor
): FreeformSli | undefined {
  const { good, bad, total } = counters;
  if (!total.exists || (!good.exists && !bad.exists)) {
    owner.error('must have a total, and good or bad');
    return undefined;
  }
  const counted = (metric: Cursor) => {
    const place = query(metric);
    return place && used(place, countedCounter);
  };
  const all = counted(total);
  const part = counted(bad.exists ? bad : good);
  if (all === undefined || part === undefined) {
    return undefined;
  }
  return bad.exists ? failuresOf(all, part) : successesOf(all, part);
}

function rawRatio(ratio: Cursor): FreeformSli | undefined {
  const query = queryOf(ratio.get('raw'));
  const text = query?.requiredText();
  if (query === undefined || text === undefined) {
    return undefined;
  }
  query.warn('is a ratio: it weighs every moment alike, however many events it had');
  const windowed = `(${withWindow(text)})`;
  return ratioOf(ratio.get('rawType').text() === 'failure' ? windowed : `(1 - ${windowed})`);
}

/** A measurement that has to stay on one side of the objective's bound. */
export function levelOf(query: Cursor | undefined, objective: Cursor): LevelSli | undefined {
  const expr = query?.requiredText();
  const op = readOperator(objective.get('op'));
  const bound = objective.get('value').number();
  if (!objective.get('value').exists) {
    objective.get('value').error('is missing: a threshold needs one');
  }
  if (expr === undefined || op === undefined || bound === undefined) {
    return undefined;
  }
  return {
    kind: 'level',
    signal: {
      kind: 'expression',
      title: titleOf(objective.get('displayName').text() ?? 'Measurement'),
      expr,
      metrics: metricsOf(expr),
      unit: 'short',
    },
    op,
    bound,
  };
}

function readOperator(op: Cursor): LevelSli['op'] | undefined {
  const text = op.requiredText();
  if (text !== undefined && OPERATORS[text] === undefined) {
    op.error('must be lt, lte, gt or gte');
  }
  return text === undefined ? undefined : OPERATORS[text];
}

function queryOf(metric: Cursor): Cursor | undefined {
  const source = metric.get('metricSource');
  if (!source.exists) {
    source.error('is missing');
    return undefined;
  }
  source.warnUnknown(['type', 'metricSourceRef', 'spec']);
  const type = source.get('type').text();
  if (type !== undefined && !PROMETHEUS_LIKE.test(type)) {
    source.get('type').error(`"${type}" cannot be asked: only Prometheus and what speaks its language`);
    return undefined;
  }
  return source.get('spec').get('query');
}
