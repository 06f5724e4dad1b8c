import { escapeString, type Matchers } from '../promql/matchers';
import { signalQuery } from '../signals/query';
import { type Signal } from '../signals/types';
import { type AlikeServices, splitAlike } from './alike';

/** What is measured of every service. */
export const GOLDEN_COLUMNS = ['traffic', 'errors', 'latencyP50', 'latencyP95', 'latencyP99', 'saturation'] as const;
export type GoldenColumn = (typeof GOLDEN_COLUMNS)[number];

/** A service with the signals that say how it is. */
export interface GoldenService {
  system: string;
  service: string;
  signals: Partial<Record<'traffic' | 'errors' | 'latency' | 'saturation', Signal>>;
  where?: Matchers | undefined;
  /** The entry stands for many services, told apart by this label. */
  splitBy?: string | undefined;
}

/** Labels that tell the services of a joined answer apart; no metric has them by itself. */
export const ROW_LABELS = { system: 'wk_system', service: 'wk_service', split: 'wk_split' } as const;

/** The signal behind a column, with its quantile; `undefined` when the service does not have it. */
export function columnSignal({ signals }: GoldenService, column: GoldenColumn): Signal | undefined {
  switch (column) {
    case 'latencyP50':
      return atQuantile(signals.latency, 0.5);
    case 'latencyP95':
      // A latency that is no histogram has one figure only, and it stands here.
      return atQuantile(signals.latency, 0.95) ?? signals.latency;
    case 'latencyP99':
      return atQuantile(signals.latency, 0.99);
    default:
      return signals[column];
  }
}

function atQuantile(signal: Signal | undefined, quantile: number): Signal | undefined {
  return signal?.kind === 'quantile' ? { ...signal, quantile } : undefined;
}

/**
 * One expression a column, for all services at once: the number of queries does not grow with the number of services.
 * @returns series with the labels of `ROW_LABELS`; columns that no service has are absent.
 */
export function goldenExpressions(
  services: readonly GoldenService[],
  rateWindow: string
): Partial<Record<GoldenColumn, string>> {
  const result: Partial<Record<GoldenColumn, string>> = {};
  for (const column of GOLDEN_COLUMNS) {
    const measured = services.flatMap((service) => {
      const signal = columnSignal(service, column);
      return signal ? [{ service, signal }] : [];
    });
    const { alike, rest } = splitAlike(measured);
    const terms = [
      ...alike.map((group) => rowsOf(group, rateWindow)),
      ...rest.map(({ service, signal }) => rowOf(service, signal, rateWindow)),
    ];
    if (terms.length > 0) {
      result[column] = anyOf(terms);
    }
  }
  return result;
}

/**
 * `a or b or …`, as a balanced tree: each `or` compares its two sides, and a chain of a thousand would compare all that
 * came before with each next one (measured on a thousand services: 1.0 s instead of 2.5 s).
 */
function anyOf(terms: readonly string[]): string {
  if (terms.length <= 2) {
    return terms.join(' or ');
  }
  const middle = Math.ceil(terms.length / 2);
  return `(${anyOf(terms.slice(0, middle))}) or (${anyOf(terms.slice(middle))})`;
}

/** Rows of services that differ by one label: its value is the service's id. */
function rowsOf({ system, signal, label, services }: AlikeServices, rateWindow: string): string {
  const expr = signalQuery(signal, {
    filters: { system, [label]: { anyOf: services } },
    by: [label],
    rateWindow,
    rangeWindow: '1h',
  });
  return `label_replace(${labelled(expr, ROW_LABELS.system, system)}, "${ROW_LABELS.service}", "$1", "${label}", "(.*)")`;
}

function rowOf({ system, service, where, splitBy }: GoldenService, signal: Signal, rateWindow: string): string {
  const expr = signalQuery(signal, {
    filters: { system, ...where },
    by: splitBy === undefined ? [] : [splitBy],
    rateWindow,
    rangeWindow: '1h',
  });
  const named = labelled(labelled(expr, ROW_LABELS.system, system), ROW_LABELS.service, service);
  return splitBy === undefined ? named : `label_replace(${named}, "${ROW_LABELS.split}", "$1", "${splitBy}", "(.*)")`;
}

function labelled(expr: string, label: string, value: string): string {
  // A dollar sign in the replacement would stand for a group.
  return `label_replace(${expr}, "${label}", "${escapeString(value.replaceAll('$', '$$$$'))}", "", "")`;
}
