import { type Signal } from '../../../../domain/signals/types';
import { agentSignals } from './agent';

/** The agent of the warehouse. */
export const agenteDepositoSignals: Readonly<Record<string, Signal>> = {
  ...agentSignals('agente_deposito'),
  'products-per-hour': {
    kind: 'increase',
    title: 'Products deposited per hour',
    description: 'Products taken into stock. The board says "deposited" and the metric "processed": the same products.',
    metric: 'deposito_productos_procesados_total',
    window: '1h',
    unit: 'short',
    direction: 'higher-is-better',
    implements: ['MM-METRIC-05'],
  },
};
