import { type Signal } from '../../../../domain/signals/types';

const started = { metric: 'accelerapp_code_generation_total' };
const failed = { metric: 'accelerapp_code_generation_failures_total' };
const startedRate = `sum by ($by) (rate(${started.metric}{$where}[$window]))`;
const failedRate = `sum by ($by) (rate(${failed.metric}{$where}[$window]))`;

/** What the application is for: generations by language, failures by reason. */
export const generationSignals: Readonly<Record<string, Signal>> = {
  generations: {
    kind: 'rate',
    title: 'Code generations',
    ...started,
    unit: 'ops',
    direction: 'neutral',
    implements: ['ACC-METRIC-05'],
  },
  'generation-failures': {
    kind: 'rate',
    title: 'Failed code generations',
    ...failed,
    unit: 'ops',
    direction: 'lower-is-better',
    implements: ['ACC-METRIC-06'],
  },
  'generation-failure-ratio': {
    kind: 'ratio',
    title: 'Failure rate of code generation',
    part: failed,
    total: started,
    unit: 'percentunit',
    direction: 'lower-is-better',
    thresholds: { warning: 0.1 },
  },
  'generation-success-ratio': {
    kind: 'expression',
    title: 'Success rate of code generation',
    description: 'The other side of the failure rate, whose alert waits for 10 %.',
    // A failure is counted when the generation ends: for a moment there can be more of them than starts.
    expr: `clamp_min(1 - ((${failedRate}) or (${startedRate}) * 0) / ((${startedRate}) > 0), 0)`,
    metrics: [started.metric, failed.metric],
    unit: 'percentunit',
    direction: 'higher-is-better',
    thresholds: { warning: 0.9 },
  },
  'generation-queue': {
    kind: 'gauge',
    title: 'Waiting generations',
    description: 'A custom metric of the application: generations that wait for a worker.',
    metric: 'accelerapp_generation_queue_length',
    aggregation: 'sum',
    unit: 'short',
    direction: 'lower-is-better',
  },
  'llm-tokens': {
    kind: 'rate',
    title: 'Tokens of the code models',
    description: 'A custom metric of the application, by type (input, output).',
    metric: 'accelerapp_llm_tokens_total',
    unit: 'cps',
    direction: 'neutral',
  },
};
