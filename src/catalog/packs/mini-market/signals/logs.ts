import { type Signal } from '../../../../domain/signals/types';

/** How much is logged, by service. The document has no metric for it; the name is ours. */
export const logSignals: Readonly<Record<string, Signal>> = {
  'log-lines': {
    kind: 'rate',
    title: 'Log lines',
    metric: 'log_lines_total',
    unit: 'cps',
    direction: 'neutral',
  },
  'log-volume-growth': {
    kind: 'expression',
    title: 'Log volume against its daily mean',
    description:
      'Lines per second now, divided by their mean of the last day. The document says "normal" and leaves open what that is. The mean is one of samples: a rate over a day would be too low for as long as less than a day is stored.',
    expr: 'sum by ($by) (rate(log_lines_total{$where}[$window])) / (avg_over_time(sum by ($by) (rate(log_lines_total{$where}[$window]))[1d:5m]) > 0)',
    metrics: ['log_lines_total'],
    unit: 'none',
    direction: 'lower-is-better',
    thresholds: { warning: 3 },
  },
};
