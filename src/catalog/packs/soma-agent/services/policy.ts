import { type Signal } from '../../../../domain/signals/types';
import { calledSignals } from '../../calledSignals';

const calls = calledSignals({ span_kind: 'SPAN_KIND_CLIENT', span_name: { re: 'POST /v1/data/.+' } });

/** The policy engine, as the gateway and the tool executor count it. */
export const policySignals: Readonly<Record<string, Signal>> = {
  traffic: {
    kind: 'rate',
    title: 'Policy evaluations',
    description: 'By result: allow, deny or error. Counted by the gateway.',
    metric: 'policy_evaluations_total',
    unit: 'ops',
    direction: 'neutral',
    implements: ['SOMA-METRIC-06'],
  },
  'error-ratio': {
    kind: 'ratio',
    title: 'Evaluations without an answer',
    description: 'A denial is an answer; only errors count. The document gives no bound.',
    part: { metric: 'policy_evaluations_total', where: { result: 'error' } },
    total: { metric: 'policy_evaluations_total' },
    unit: 'percentunit',
    direction: 'lower-is-better',
  },
  'deny-ratio': {
    kind: 'ratio',
    title: 'Denied evaluations',
    part: { metric: 'policy_evaluations_total', where: { result: 'deny' } },
    total: { metric: 'policy_evaluations_total' },
    unit: 'percentunit',
    direction: 'neutral',
  },
  ...(calls['latency-p95'] ? { 'latency-p95': calls['latency-p95'] } : {}),
  blocks: {
    kind: 'rate',
    title: 'Blocked tool executions',
    description: 'Executions that a policy forbade, by tool and tenant. Counted by the tool executor.',
    metric: 'policy_blocked_total',
    unit: 'ops',
    direction: 'lower-is-better',
    thresholds: { warning: 10 },
    implements: ['SOMA-METRIC-19'],
  },
};
