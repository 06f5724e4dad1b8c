import { type Signal } from '../../../../domain/signals/types';
import { agentSignals } from './agent';

/** The agent of the business: orders, stock and revenue. */
export const agenteNegocioSignals: Readonly<Record<string, Signal>> = {
  ...agentSignals('agente_negocio'),
  orders: {
    kind: 'increase',
    title: 'Purchase orders generated',
    metric: 'negocio_ordenes_generadas_total',
    unit: 'short',
    direction: 'neutral',
    implements: ['MM-METRIC-06'],
  },
  'orders-per-hour': {
    kind: 'increase',
    title: 'Purchase orders per hour',
    metric: 'negocio_ordenes_generadas_total',
    window: '1h',
    unit: 'short',
    direction: 'neutral',
  },
  'critical-stock': {
    kind: 'gauge',
    title: 'Products with critical stock',
    description: 'Products below their minimum: the metric has compared them already, so one is one too many.',
    metric: 'negocio_stock_critico_productos',
    aggregation: 'sum',
    unit: 'short',
    direction: 'lower-is-better',
    thresholds: { warning: 1 },
    implements: ['MM-METRIC-08'],
  },
  'critical-stock-alerts': {
    kind: 'expression',
    title: 'Alerts firing',
    description: 'How many StockCritico alerts fire, one a category of goods.',
    expr: 'count(ALERTS{alertname="StockCritico", alertstate="firing", $where}) or vector(0)',
    metrics: ['ALERTS'],
    unit: 'short',
    direction: 'lower-is-better',
    thresholds: { warning: 1 },
  },
  'revenue-projected': {
    kind: 'gauge',
    title: 'Projected revenue',
    description: 'Of the running hour, in pesos. The document names no metric for revenue; this name is ours.',
    metric: 'negocio_revenue_proyectado',
    aggregation: 'sum',
    unit: 'short',
    direction: 'neutral',
  },
  'revenue-real': {
    kind: 'gauge',
    title: 'Real revenue',
    description: 'Of the running hour, in pesos. The document names no metric for revenue; this name is ours.',
    metric: 'negocio_revenue_real',
    aggregation: 'sum',
    unit: 'short',
    direction: 'higher-is-better',
  },
};
