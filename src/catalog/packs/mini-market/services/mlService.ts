import { type Signal } from '../../../../domain/signals/types';
import { agentSignals } from './agent';

/** Expected inflation in percent a day: the document asks for a range and gives none. */
const EXPECTED_INFLATION = { centre: 0.5, within: 0.5 };

const recognition = (percent: number, requirements?: readonly string[]): Signal => ({
  kind: 'quantile',
  title: `OCR p${percent}`,
  description: 'Time to recognise one scanned document.',
  histogram: 'ocr_processing_duration_seconds',
  quantile: percent / 100,
  unit: 's',
  direction: 'lower-is-better',
  implements: requirements,
});

/** The agent of the models: recognition of invoices, prices, inflation. */
export const mlServiceSignals: Readonly<Record<string, Signal>> = {
  ...agentSignals('ml_service'),
  'ocr-p50': recognition(50),
  'ocr-p95': recognition(95, ['MM-METRIC-13']),
  'ocr-p99': recognition(99),
  'ocr-timeouts-per-hour': {
    kind: 'increase',
    title: 'OCR timeouts per hour',
    metric: 'ocr_timeout_events_total',
    window: '1h',
    unit: 'short',
    direction: 'lower-is-better',
    thresholds: { warning: 10 },
    implements: ['MM-METRIC-14'],
  },
  'prediction-accuracy': {
    kind: 'gauge',
    title: 'Accuracy of price predictions',
    metric: 'ml_prediction_accuracy_percent',
    aggregation: 'min',
    unit: 'percent',
    direction: 'higher-is-better',
    implements: ['MM-METRIC-15'],
  },
  drift: {
    kind: 'gauge',
    title: 'Drift score',
    description:
      'Distance of what a model sees from what it was trained on, 0 to 1. The document leaves its bound open; 0.3 is ours, to be set in your catalog.',
    metric: 'ml_model_drift_score',
    aggregation: 'max',
    unit: 'none',
    direction: 'lower-is-better',
    thresholds: { warning: 0.3 },
    implements: ['MM-METRIC-16'],
  },
  'drift-baseline': {
    kind: 'gauge',
    title: 'Drift score, 7-day mean',
    description: 'What is usual for the model. One score cannot be baseline and actual value at once.',
    metric: 'ml_model_drift_score',
    aggregation: 'max',
    averagedOver: '7d',
    unit: 'none',
    direction: 'neutral',
  },
  inflation: {
    kind: 'gauge',
    title: 'Calculated inflation',
    description:
      'Percent a day. Expected are 0 to 1: the document asks for a range and leaves it open, so set yours in your catalog.',
    metric: 'ml_inflacion_calculada_percent',
    aggregation: 'avg',
    unit: 'percent',
    direction: 'lower-is-better',
    thresholds: { warning: EXPECTED_INFLATION.centre + EXPECTED_INFLATION.within },
    implements: ['MM-METRIC-07'],
  },
  'inflation-deviation': {
    kind: 'expression',
    title: 'Calculated inflation, distance from what is expected',
    description: `Distance from ${EXPECTED_INFLATION.centre} % a day, so that one bound holds on both sides: more than ${EXPECTED_INFLATION.within} is below 0 or above 1.`,
    expr: `max by ($by) (abs(ml_inflacion_calculada_percent{$where} - ${EXPECTED_INFLATION.centre}))`,
    metrics: ['ml_inflacion_calculada_percent'],
    unit: 'percent',
    direction: 'lower-is-better',
    thresholds: { warning: EXPECTED_INFLATION.within },
  },
};
