import { around, portion, scaled } from '../../kit/rates';
import { HOUR_MS } from '../../kit/time';
import type { MetricModel, Of } from '../../model';
import { modelDrift, ocrOverload } from './incidents';
import { recognize } from './operations';

const job = 'ml_service';
/** Share of the failed recognitions that ran into the timeout; under overload nearly all did. */
const timeoutShare: Of<number> = (tMs, world) => 0.5 + 0.45 * world.incident(ocrOverload, tMs);

/** Percent a day; slow noise, because it is calculated from a day of prices. */
const inflation: Of<number> = (tMs, world) =>
  0.34 + 0.05 * world.noise('mini-market.inflation', tMs, 6 * HOUR_MS) + 3.4 * world.incident(modelDrift, tMs);
const accuracy: Of<number> = (tMs, world) =>
  93 + 1.2 * world.noise('mini-market.accuracy', tMs, HOUR_MS) - 24 * world.incident(modelDrift, tMs);

/** Recognition of invoices and the models of ml_service. */
export const mlMetrics: MetricModel[] = [
  {
    kind: 'histogram',
    name: 'ocr_processing_duration_seconds',
    help: 'Time to recognize one scanned document',
    bucketsLe: [0.05, 0.1, 0.25, 0.5, 1, 2, 5, 10, 30],
    series: [{ job, ratePerSecond: recognize.ratePerSecond, latency: scaled(recognize.latencyMs, 0.001) }],
  },
  {
    kind: 'counter',
    name: 'ocr_timeout_events_total',
    help: 'Scanned documents that were given up after the timeout',
    series: [{ job, ratePerSecond: portion(portion(recognize.ratePerSecond, recognize.errorRatio), timeoutShare) }],
  },
  {
    kind: 'gauge',
    name: 'ml_inflacion_calculada_percent',
    help: 'Inflation calculated from the price history, in percent a day',
    series: [{ job, value: inflation }],
  },
  {
    kind: 'gauge',
    name: 'ml_prediction_accuracy_percent',
    help: 'Share of price predictions within the accepted error, in percent',
    series: [{ job, value: accuracy }],
  },
  {
    kind: 'gauge',
    name: 'ml_model_drift_score',
    help: 'Distance of the present input distribution from that of the training, 0 to 1',
    series: [
      { job, labels: { model: 'inflacion' }, value: around('mini-market.drift', 0.08, 0.03, [[modelDrift, 0.52]]) },
      { job, labels: { model: 'precios' }, value: around('mini-market.drift-price', 0.06, 0.02) },
    ],
  },
];
