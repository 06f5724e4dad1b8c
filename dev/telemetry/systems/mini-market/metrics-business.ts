import { remainder, times } from '../../kit/rates';
import { HOUR_MS } from '../../kit/time';
import type { MetricModel, Of } from '../../model';
import { orderErrors, stockout } from './incidents';
import { createOrder, depositProducts } from './operations';

/** Share of the deposited products, and how many of them a stockout leaves below their minimum. */
const categories = [
  { categoria: 'almacen', share: 0.38, criticalInStockout: 0 },
  { categoria: 'bebidas', share: 0.24, criticalInStockout: 9 },
  { categoria: 'lacteos', share: 0.18, criticalInStockout: 6 },
  { categoria: 'frescos', share: 0.12, criticalInStockout: 2 },
  { categoria: 'limpieza', share: 0.08, criticalInStockout: 0 },
];
/** Lines of an average delivery note. */
const productsPerDeposit = 11;
const projectedPerHourAtPeak = 820_000;

const storedDeposits = remainder(depositProducts.ratePerSecond, depositProducts.errorRatio);
const placedOrders = remainder(createOrder.ratePerSecond, createOrder.errorRatio);

const projected: Of<number> = (tMs, world) => projectedPerHourAtPeak * world.daily(tMs);
const sold: Of<number> = (tMs, world) =>
  projected(tMs, world) *
  (0.98 + 0.05 * world.noise('mini-market.revenue', tMs, HOUR_MS)) *
  (1 - 0.22 * world.incident(stockout, tMs)) *
  (1 - 0.12 * world.incident(orderErrors, tMs));

/** Goods, orders and revenue. */
export const businessMetrics: MetricModel[] = [
  {
    kind: 'counter',
    name: 'deposito_productos_procesados_total',
    help: 'Products taken into stock, by category',
    series: categories.map(({ categoria, share }) => ({
      job: 'agente_deposito',
      labels: { categoria },
      ratePerSecond: times(storedDeposits, productsPerDeposit * share),
    })),
  },
  {
    kind: 'counter',
    name: 'negocio_ordenes_generadas_total',
    help: 'Purchase orders generated, by what started them',
    series: [
      { job: 'agente_negocio', labels: { tipo: 'automatica' }, ratePerSecond: times(placedOrders, 0.8) },
      { job: 'agente_negocio', labels: { tipo: 'manual' }, ratePerSecond: times(placedOrders, 0.2) },
    ],
  },
  {
    kind: 'gauge',
    name: 'negocio_stock_critico_productos',
    help: 'Products below their minimum stock, by category',
    series: categories.map(({ categoria, criticalInStockout }) => ({
      job: 'agente_negocio',
      labels: { categoria },
      value: (tMs, world) => Math.round(criticalInStockout * world.incident(stockout, tMs)),
    })),
  },
  {
    kind: 'gauge',
    name: 'negocio_revenue_proyectado',
    help: 'Projected revenue of the running hour in pesos (the document names no metric for it)',
    series: [{ job: 'agente_negocio', value: projected }],
  },
  {
    kind: 'gauge',
    name: 'negocio_revenue_real',
    help: 'Revenue of the running hour in pesos (the document names no metric for it)',
    series: [{ job: 'agente_negocio', value: sold }],
  },
];
