import { type Runbook } from '../../../../domain/runbook/types';
import {
  ask,
  compose,
  errorLines,
  investigate,
  metric,
  mitigate,
  on,
  slowestTrace,
  symptom,
  verify,
} from '../../runbookKit';
import { owned, recognition, started, undo, written } from './parts';

const model = { ...owned, service: 'ml_service', variables: { container: 'ml_service' } } as const;

export const businessRunbooks: readonly Runbook[] = [
  {
    ...owned,
    id: 'critical-stock',
    title: 'Stock below its minimum',
    service: 'agente_negocio',
    alerts: ['critical-stock'],
    severity: 'high',
    responseMinutes: 15,
    summary: 'Products of a category are below their minimum stock. Without an order they sell out.',
    steps: [
      symptom(),
      investigate('categories', 'Which categories, how many products?', {
        checks: [
          metric('agente_negocio.critical-stock', '>', 0, { by: ['categoria'], title: 'Products below their minimum' }),
        ],
      }),
      investigate('orders', 'Are they ordered?', {
        text: 'Stock falls because nothing arrives, or because nothing is ordered.',
        checks: [
          metric('agente_negocio.orders-per-hour', '<=', 0, { title: 'Orders in the last hour' }),
          metric('agente_negocio.error-ratio', '>', 0.05, { title: 'Failed requests of agente_negocio' }),
          errorLines(5),
        ],
        branches: [on('abnormal', 'system', 'The system does not order.')],
      }),
      investigate('arrivals', 'Do deliveries arrive?', {
        checks: [
          metric('agente_deposito.products-per-hour', '<=', 0, { title: 'Products booked in within an hour' }),
          ask('Did a supplier deliver less than ordered?'),
        ],
      }),
      mitigate('reorder', 'Order by hand', { text: 'Order what is missing from another supplier; tell the shops.' }),
      mitigate('system', 'Repair the ordering', { checks: [compose.logs], text: 'See the runbook "Requests fail".' }),
      verify(),
      written,
    ],
  },
  {
    ...model,
    id: 'ocr-timeouts',
    title: 'Invoice recognition times out',
    alerts: ['ocr-timeout-spike'],
    severity: 'high',
    responseMinutes: 15,
    summary: 'More than ten invoices an hour are not recognised in time. Deposits are not booked.',
    steps: [
      symptom(),
      investigate('service', 'Is the ML service out of CPU?', {
        checks: [...recognition, metric('ml_service.ocr-p95', '>', 10, { title: 'p95 of recognition' })],
        branches: [on('abnormal', 'hold-back', 'It has more to do than it can.')],
      }),
      investigate('effect', 'Do deposits wait?', {
        checks: [
          metric('agente_deposito.error-ratio', '>', 0.05, { title: 'Failed requests of agente_deposito' }),
          slowestTrace(5000),
          errorLines(3),
        ],
      }),
      investigate('deployments', 'Was something deployed?', {
        checks: [started],
        branches: [on('abnormal', 'rollback')],
      }),
      mitigate('hold-back', 'Hold back the batch', {
        text: 'Stop the bulk scan; single invoices first. Let the queue empty.',
      }),
      undo,
      verify(),
      written,
    ],
  },
  {
    ...model,
    id: 'model-quality',
    title: 'The models are off',
    alerts: ['ml-model-drift', 'inflation-anomaly'],
    severity: 'medium',
    summary:
      'A model drifts away from what it was trained for, or computes an inflation nobody expects. Prices and orders follow it.',
    steps: [
      symptom(),
      investigate('models', 'Which model, how far?', {
        checks: [
          metric('ml_service.drift', '>', 0.3, { by: ['model'], title: 'Drift' }),
          metric('ml_service.inflation-deviation', '>', 0.5, { title: 'Inflation off its usual course' }),
          metric('ml_service.prediction-accuracy', '<', 80, { title: 'Accuracy' }),
        ],
      }),
      investigate('data', 'Is it the data?', {
        checks: [ask('Did a price list arrive in another format or currency?'), started],
        branches: [on('abnormal', 'retrain', 'Wrong data reached the training window.')],
      }),
      mitigate('freeze', 'Stop following it', { text: 'Fix prices and order quantities at those of yesterday.' }),
      mitigate('retrain', 'Train it again', {
        text: 'Take the wrong data out, train again, compare with the old model before it goes live.',
      }),
      verify(),
      written,
    ],
  },
];
