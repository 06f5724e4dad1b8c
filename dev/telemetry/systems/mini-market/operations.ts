import { calling, type CallingOperation } from '../../kit/compose';
import { errorRatio, latency, steady, traffic } from '../../kit/rates';
import type { Latency, Of, OperationModel } from '../../model';
import { databaseDown, depositCrashLoop, ocrOverload, orderErrors, slowDatabase, cacheCold } from './incidents';
import type { Agent } from './targets';

/** Calls per second at the daily peak of what people and cash desks do. */
const kpiViews = traffic('mini-market.kpis', 6);
const stockQueries = traffic('mini-market.stock', 4);
const orders = traffic('mini-market.orders', 2.4);
const deposits = traffic('mini-market.deposits', 1.5);
const inflationRuns = steady('mini-market.inflation', 0.05);
/** What arrives at agente_deposito: nothing while it crashes at every start. */
const arriving =
  (...sent: Array<Of<number>>): Of<number> =>
  (tMs, world) =>
    world.incident(depositCrashLoop, tMs) >= 0.5 ? 0 : sent.reduce((sum, rate) => sum + rate(tMs, world), 0);
const stockReads = arriving(stockQueries, orders);
const storedDeposits = arriving(deposits);

const queryMs = latency(6, 0.5, [
  [slowDatabase, 230],
  [cacheCold, 3],
]);
const queryErrors = errorRatio(0.0003, [
  [slowDatabase, 0.02],
  [databaseDown, 0.95],
]);

function database(service: Agent, name: string, ratePerSecond: Of<number>): CallingOperation {
  return calling({ service, name, kind: 'client', ratePerSecond, ownMs: queryMs, ownErrorRatio: queryErrors });
}
function cache(service: Agent, ratePerSecond: Of<number>): CallingOperation {
  return calling({
    service,
    name: 'GET',
    kind: 'client',
    ratePerSecond,
    ownMs: latency(0.7, 0.4),
    ownErrorRatio: errorRatio(0.0001),
  });
}
/** The caller's side of a request between agents: some network time around the server's own. */
function request(from: Agent, to: OperationModel, ratePerSecond: Of<number>, ownErrorRatio = errorRatio(0.0002)) {
  return calling(
    { service: from, name: to.name, kind: 'client', ratePerSecond, ownMs: latency(1.4, 0.4), ownErrorRatio },
    [to]
  );
}
interface Endpoint {
  service: Agent;
  name: string;
  ratePerSecond: Of<number>;
  ownMs: Of<Latency>;
  ownErrorRatio?: Of<number>;
}
function endpoint({ ownErrorRatio = errorRatio(0.001), ...own }: Endpoint, calls: OperationModel[] = []) {
  return calling({ ...own, ownErrorRatio, kind: 'server' }, calls);
}

export const recognize = calling({
  service: 'ml_service',
  name: 'ocr.recognize',
  kind: 'internal',
  ratePerSecond: storedDeposits,
  ownMs: latency(165, 0.45, [[ocrOverload, 16]]),
  ownErrorRatio: errorRatio(0.0004, [[ocrOverload, 0.1]]),
});
export const predict = calling({
  service: 'ml_service',
  name: 'price.predict',
  kind: 'internal',
  ratePerSecond: orders,
  ownMs: latency(28, 0.35, [[ocrOverload, 6]]),
  ownErrorRatio: errorRatio(0.0005),
});
export const ocrInvoice = endpoint(
  { service: 'ml_service', name: 'POST /ocr/facturas', ratePerSecond: storedDeposits, ownMs: latency(9, 0.4) },
  [recognize]
);
export const predictPrice = endpoint(
  { service: 'ml_service', name: 'POST /predict/precio', ratePerSecond: orders, ownMs: latency(4, 0.4) },
  [predict]
);
export const dailyInflation = endpoint({
  service: 'ml_service',
  name: 'GET /inflacion/diaria',
  ratePerSecond: inflationRuns,
  ownMs: latency(35, 0.4),
});

export const cacheInDeposit = cache('agente_deposito', stockReads);
export const selectStock = database('agente_deposito', 'SELECT minimarket.stock', stockReads);
export const insertProducts = database('agente_deposito', 'INSERT minimarket.productos', storedDeposits);
export const readStock = endpoint(
  { service: 'agente_deposito', name: 'GET /stock/{sku}', ratePerSecond: stockReads, ownMs: latency(5, 0.45) },
  [cacheInDeposit, selectStock]
);
export const requestOcr = request('agente_deposito', ocrInvoice, storedDeposits);
export const depositProducts = endpoint(
  { service: 'agente_deposito', name: 'POST /productos', ratePerSecond: storedDeposits, ownMs: latency(12, 0.45) },
  [requestOcr, insertProducts]
);

export const cacheInBusiness = cache('agente_negocio', kpiViews);
export const selectOrders = database('agente_negocio', 'SELECT minimarket.ordenes', kpiViews);
export const insertOrder = database('agente_negocio', 'INSERT minimarket.ordenes', orders);
export const requestPrice = request('agente_negocio', predictPrice, orders);
const unreachable = errorRatio(0.0002, [[depositCrashLoop, 0.97]]);
export const requestStockForOrder = request('agente_negocio', readStock, orders, unreachable);
export const summarizeKpis = endpoint(
  { service: 'agente_negocio', name: 'GET /kpis/resumen', ratePerSecond: kpiViews, ownMs: latency(8, 0.45) },
  [cacheInBusiness, selectOrders]
);
export const createOrder = endpoint(
  {
    service: 'agente_negocio',
    name: 'POST /ordenes',
    ratePerSecond: orders,
    ownMs: latency(14, 0.45),
    ownErrorRatio: errorRatio(0.002, [[orderErrors, 0.48]]),
  },
  [requestPrice, requestStockForOrder, insertOrder]
);

export const requestKpis = request('dashboard', summarizeKpis, kpiViews);
export const requestStock = request('dashboard', readStock, stockQueries, unreachable);
export const requestOrder = request('dashboard', createOrder, orders);
export const requestDeposit = request('dashboard', depositProducts, deposits, unreachable);
export const showKpis = endpoint(
  { service: 'dashboard', name: 'GET /api/kpis', ratePerSecond: kpiViews, ownMs: latency(6, 0.4) },
  [requestKpis]
);
export const showStock = endpoint(
  { service: 'dashboard', name: 'GET /api/stock', ratePerSecond: stockQueries, ownMs: latency(5, 0.4) },
  [requestStock]
);
export const submitOrder = endpoint(
  { service: 'dashboard', name: 'POST /api/ordenes', ratePerSecond: orders, ownMs: latency(7, 0.4) },
  [requestOrder]
);
export const submitDeposit = endpoint(
  { service: 'dashboard', name: 'POST /api/depositos', ratePerSecond: deposits, ownMs: latency(8, 0.4) },
  [requestDeposit]
);

/** The HTTP endpoints of all agents: what `http_*` metrics count. */
export const endpoints: CallingOperation[] = [
  showKpis,
  showStock,
  submitOrder,
  submitDeposit,
  summarizeKpis,
  createOrder,
  readStock,
  depositProducts,
  ocrInvoice,
  predictPrice,
  dailyInflation,
];

/** HTTP status of a good answer: writing a deposit or an order creates something. */
export function successStatus(operation: OperationModel): number {
  return [depositProducts, createOrder, submitOrder, submitDeposit].some(({ name }) => name === operation.name)
    ? 201
    : 200;
}
