import { findSignal } from './lookup';
import { type Panel, type PanelQuery, type Service, type System } from './types';
import { type Signal } from '../domain/signals/types';

const GOLDEN_COLUMNS = 8;
const GOLDEN_HEIGHT_PX = 312;
const OTHER_COLUMNS = 12;
const QUANTILES = [0.5, 0.99] as const;

/** The panels of one service, made from its entry alone. */
export interface ServicePanels {
  /** Rate, errors and duration: those of them that it has. */
  red: readonly Panel[];
  saturation: readonly Panel[];
  /** Its other signals. */
  others: readonly Panel[];
  /** The system with the signals that the panels refer to: further quantiles of the latency are made here. */
  system: System;
}

/** What to draw of a service: golden signals, then its other signals. */
export function servicePanels(system: System, service: Service): ServicePanels {
  const { traffic, errors, latency, saturation, where, splitBy } = service.golden ?? {};
  const by = splitBy === undefined ? undefined : [splitBy];
  const query = (signal: string, legend?: string): PanelQuery => ({
    signal,
    where,
    by,
    legend: by ? `{{${splitBy}}}` : legend,
  });
  const golden = (id: string, title: string, queries: readonly PanelQuery[]): Panel => ({
    ...timeseries(`golden-${id}`, title, queries),
    columns: GOLDEN_COLUMNS,
    heightPx: GOLDEN_HEIGHT_PX,
  });
  const further = latency !== undefined && !by ? furtherQuantiles(system, latency) : undefined;
  return {
    red: [
      ...(traffic ? [golden('traffic', 'Rate', [query(traffic)])] : []),
      ...(errors ? [golden('errors', 'Errors', [query(errors)])] : []),
      ...(latency
        ? [
            golden('latency', 'Duration', [
              // First: its bounds are the ones that are drawn.
              query(latency, further?.title),
              ...(further?.names ?? []).map(({ reference, title }) => query(reference, title)),
            ]),
          ]
        : []),
    ],
    saturation: saturation ? [golden('saturation', 'Saturation', [query(saturation)])] : [],
    others: Object.entries(service.signals ?? {})
      .filter(([name]) => ![traffic, errors, latency, saturation].includes(`${service.id}.${name}`))
      .map(([name, signal]) => timeseries(`signal-${name}`, signal.title, [{ signal: `${service.id}.${name}` }])),
    system: further?.system ?? system,
  };
}

/** The median and the 99th percentile beside the quantile that the catalog names. */
function furtherQuantiles(system: System, reference: string) {
  const signal = findSignal(system, reference);
  if (signal.kind !== 'quantile') {
    return undefined;
  }
  const made = QUANTILES.filter((quantile) => quantile !== signal.quantile).map((quantile) => ({
    title: quantileName(quantile),
    name: `${quantileName(quantile)}-of-latency`,
    signal: { ...signal, quantile, title: quantileName(quantile) } satisfies Signal,
  }));
  const signals = { ...system.signals, ...Object.fromEntries(made.map((one) => [one.name, one.signal])) };
  return {
    title: quantileName(signal.quantile),
    names: made.map(({ name, title }) => ({ reference: `system.${name}`, title })),
    system: { ...system, signals },
  };
}

function quantileName(quantile: number): string {
  return `p${Number((quantile * 100).toPrecision(6))}`;
}

function timeseries(id: string, title: string, queries: readonly PanelQuery[]): Panel {
  return { id, title, kind: 'timeseries', queries, columns: OTHER_COLUMNS };
}
