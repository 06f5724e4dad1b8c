import { type Board, type BoardRow, type Panel, type PanelQuery, type Service, type System } from './types';

const QUERY_COLUMNS = 12;

/**
 * The dashboard of one service, made from its entry alone: golden signals, then its other signals, objectives, alerts.
 */
export function serviceBoard(system: System, service: Service): Board {
  const { traffic, errors, latency, saturation, where, splitBy } = service.golden ?? {};
  const by = splitBy === undefined ? undefined : [splitBy];
  const query = (signal: string): PanelQuery => ({ signal, where, by, legend: by && `{{${splitBy}}}` });
  const golden = [
    ['traffic', 'Traffic', traffic],
    ['errors', 'Errors', errors],
    ['latency', 'Latency', latency],
    ['saturation', 'Saturation', saturation],
  ].flatMap(([id, title, reference]) =>
    id && title && reference ? [timeseries(`golden-${id}`, title, [query(reference)])] : []
  );
  const named = new Set([traffic, errors, latency, saturation]);
  const others = Object.entries(service.signals ?? {})
    .map(([name, signal]) => ({ reference: `${service.id}.${name}`, name, signal }))
    .filter(({ reference }) => !named.has(reference))
    .map(({ reference, name, signal }) => timeseries(`signal-${name}`, signal.title, [{ signal: reference }]));
  const rows: BoardRow[] = [
    ...(golden.length > 0 ? [{ panels: golden }] : []),
    {
      panels: [
        {
          id: 'objectives',
          title: 'Objectives',
          kind: 'slo-attainment',
          service: service.id,
          columns: 14,
          heightPx: 260,
        },
        { id: 'alerts', title: 'Alerts now', kind: 'firing-alerts', service: service.id, columns: 10, heightPx: 260 },
      ],
    },
    ...(others.length > 0 ? [{ title: 'More signals', panels: others }] : []),
  ];
  return { id: `service-${service.id}`, title: service.name, page: 'services', rows };
}

function timeseries(id: string, title: string, queries: readonly PanelQuery[]): Panel {
  return { id, title, kind: 'timeseries', queries, columns: QUERY_COLUMNS };
}
