import { sufferedFrom, untilFailure } from '../../kit/compose';
import type { Draw, FlowModel, ObservationSpec, SpanSpec } from '../../model';
import { databaseDown, depositCrashLoop, slowDatabase } from './incidents';
import * as op from './operations';
import { lookedUp, queried, requested, served } from './spans';

const categories = ['almacen', 'bebidas', 'lacteos', 'frescos', 'limpieza'] as const;
/** Root spans above this are slow enough to be blamed on a slow dependency. */
const slowAboveMs = 500;

/** Exemplar of the request's own latency histogram. */
export function latencyOf(root: SpanSpec): ObservationSpec {
  const [method = '', endpoint = ''] = root.name.split(' ');
  return { metric: 'http_request_duration_seconds', labels: { method, endpoint }, value: root.durationMs / 1_000 };
}

export function skuOf(draw: Draw): string {
  return `SKU-${draw.int(1000, 4999)}`;
}

/** Server span of agente_deposito answering for the stock of one product. */
export function stockRead(draw: Draw, requestId: string, sku: string): SpanSpec {
  const calls = untilFailure([
    () => lookedUp(draw, op.cacheInDeposit, `producto:${sku}`),
    () => queried(draw, op.selectStock, 'SELECT cantidad, minimo FROM stock WHERE sku = $1'),
  ]);
  return served(draw, op.readStock, calls, {
    requestId,
    path: `/stock/${sku}`,
    done: 'Stock consultado',
    failedText: 'no se pudo leer el stock',
    attributes: { 'mini_market.sku': sku },
    fields: { sku },
  });
}

export const kpiFlow: FlowModel = {
  id: 'mini-market-kpis',
  samplesPerMinute: (tMs, world) => 1.6 * world.daily(tMs),
  operations: [op.showKpis, op.requestKpis, op.summarizeKpis, op.cacheInBusiness, op.selectOrders],
  build: (draw) => {
    const requestId = draw.uuid();
    const category = draw.pick(categories);
    const summary = () =>
      served(
        draw,
        op.summarizeKpis,
        untilFailure([
          () => lookedUp(draw, op.cacheInBusiness, `kpis:${category}`),
          () => queried(draw, op.selectOrders, 'SELECT sum(total), count(*) FROM ordenes WHERE categoria = $1'),
        ]),
        {
          requestId,
          path: '/kpis/resumen',
          done: 'Resumen de KPIs calculado',
          failedText: 'no se pudo calcular el resumen de KPIs',
          fields: { categoria: category },
        }
      );
    const root = served(draw, op.showKpis, [requested(draw, op.requestKpis, 'agente_negocio', summary)], {
      requestId,
      path: '/api/kpis',
      done: 'KPIs mostrados',
      failedText: 'el panel de KPIs quedó sin datos',
      attributes: { 'mini_market.categoria': category },
    });
    const incidents = sufferedFrom(draw, root, {
      failing: [databaseDown],
      slowing: [slowDatabase],
      slowAboveMs,
    });
    return { root, observations: [latencyOf(root)], incidents };
  },
};

export const stockFlow: FlowModel = {
  id: 'mini-market-stock',
  samplesPerMinute: (tMs, world) => 1.4 * world.daily(tMs),
  operations: [op.showStock, op.requestStock, op.readStock, op.cacheInDeposit, op.selectStock],
  build: (draw) => {
    const requestId = draw.uuid();
    const sku = skuOf(draw);
    const client = requested(draw, op.requestStock, 'agente_deposito', () => stockRead(draw, requestId, sku));
    const root = served(draw, op.showStock, [client], {
      requestId,
      path: '/api/stock',
      done: 'Stock mostrado',
      failedText: 'agente_deposito no respondió',
      attributes: { 'mini_market.sku': sku },
      fields: { sku },
    });
    const incidents = sufferedFrom(draw, root, {
      failing: [depositCrashLoop, databaseDown],
      slowing: [slowDatabase],
      slowAboveMs,
    });
    return { root, observations: [latencyOf(root)], incidents };
  },
};
