import type { MetricModel } from '../../model';
import { callCounters, callDurations, callDurationsByStatus } from '../../kit/metrics';
import { wholeAround } from '../../kit/rates';
import { INCIDENT } from './incidents';
import { agentOperations, type AgentOperation } from './operations';
import { edgeInstance, edgeJob } from './topology';

/** Seconds, as the shared instrumentation declares them; 2.0 is the p95 objective. */
const BUCKETS = [0.1, 0.5, 1, 2, 5, 10, 30, 60];

/** The tier is a label of the scrape target. */
const where = ({ tier }: AgentOperation) => ({ job: edgeJob(tier), instance: edgeInstance(tier) });

export const edgeMetrics: MetricModel[] = [
  {
    kind: 'counter',
    name: 'agent_executions_total',
    help: 'Agent executions by outcome',
    series: agentOperations.flatMap((entry) =>
      callCounters(entry.operation, where(entry), { agent_type: entry.agentType, status: 'success' }, [
        [{ agent_type: entry.agentType, status: 'failed', error_type: 'timeout' }, 0.55],
        [{ agent_type: entry.agentType, status: 'failed', error_type: 'dependency_error' }, 0.45],
      ])
    ),
  },
  {
    kind: 'histogram',
    name: 'agent_execution_duration_seconds',
    help: 'Duration of agent executions',
    bucketsLe: BUCKETS,
    series: agentOperations.flatMap((entry) =>
      callDurationsByStatus(
        entry.operation,
        where(entry),
        { agent_type: entry.agentType, status: 'success' },
        { agent_type: entry.agentType, status: 'failed' }
      )
    ),
  },
  {
    kind: 'counter',
    name: 'enis_agent_executions_total',
    help: 'Agent executions by outcome, shared instrumentation',
    series: agentOperations.flatMap((entry) =>
      callCounters(entry.operation, where(entry), { agent_type: entry.agentType, status: 'success' }, [
        [{ agent_type: entry.agentType, status: 'failed' }, 1],
      ])
    ),
  },
  {
    kind: 'histogram',
    name: 'enis_agent_execution_duration_seconds',
    help: 'Duration of agent executions, shared instrumentation',
    bucketsLe: BUCKETS,
    series: agentOperations.map((entry) =>
      callDurations(entry.operation, where(entry), { agent_type: entry.agentType })
    ),
  },
  {
    kind: 'gauge',
    name: 'agent_queue_depth',
    help: 'Executions waiting in the queue of an agent type',
    series: agentOperations.map((entry) => ({
      ...where(entry),
      labels: { agent_type: entry.agentType },
      value: wholeAround(
        `enis/queue/${entry.tier}/${entry.agentType}`,
        entry.tier === 'airgapped' ? 4 : 22,
        entry.tier === 'airgapped' ? 3 : 12,
        entry.tier === 'lite' && entry.agentType === 'document-analysis'
          ? [[INCIDENT.queueGrowth, 210]]
          : [[INCIDENT.providerDown, 14]]
      ),
    })),
  },
];
