import { portion, remainder, scaled, steady, times } from '../../kit/rates';
import type { MetricModel, Of } from '../../model';
import { failingTool, sandboxFailures } from './incidents';
import { tools } from './operations-worker';
import { tenants } from './metrics-worker';
import { stormBlocks } from './rates';

const job = 'tool-executor';
/** The tool and the tenant of the looping agent. */
export const stormTool = 'http_fetch';
export const stormTenant = 'umbrella';

/** Share of the failures of a tool by type: a sandbox without memory kills, otherwise inputs and timeouts fail. */
const outOfMemoryShare =
  (tool: string): Of<number> =>
  (tMs, world) =>
    tool === failingTool ? 0.1 + 0.85 * world.incident(sandboxFailures, tMs) : 0.1;
/** Mean duration in seconds of a lognormal latency in milliseconds. */
const meanSeconds = ({ median, sigma }: { median: number; sigma: number }) =>
  (median * Math.exp(sigma ** 2 / 2)) / 1_000;

/** Executions at one moment: arrivals times their mean duration (Little's law). */
const activeExecutions: Of<number> = (tMs, world) =>
  tools.reduce(
    (sum, { operation }) => sum + operation.ratePerSecond(tMs, world) * meanSeconds(operation.latencyMs(tMs, world)),
    0
  );

export const toolMetrics: MetricModel[] = [
  {
    kind: 'counter',
    name: 'tool_execution_total',
    help: 'Total tool executions',
    series: tools.flatMap(({ tool, operation }) => [
      {
        job,
        labels: { tool_name: tool, status: 'success' },
        ratePerSecond: remainder(operation.ratePerSecond, operation.errorRatio),
      },
      {
        job,
        labels: { tool_name: tool, status: 'failure' },
        ratePerSecond: portion(operation.ratePerSecond, operation.errorRatio),
      },
    ]),
  },
  {
    kind: 'histogram',
    name: 'tool_execution_duration_seconds',
    help: 'Tool execution duration',
    bucketsLe: [0.01, 0.1, 0.5, 1, 5, 10, 30],
    series: tools.map(({ tool, operation }) => ({
      job,
      labels: { tool_name: tool },
      ratePerSecond: operation.ratePerSecond,
      latency: scaled(operation.latencyMs, 0.001),
    })),
  },
  {
    kind: 'counter',
    name: 'tool_execution_failures_total',
    help: 'Tool execution failures',
    series: tools.flatMap(({ tool, operation }) => {
      const failed = portion(operation.ratePerSecond, operation.errorRatio);
      const outOfMemory = outOfMemoryShare(tool);
      return [
        {
          job,
          labels: { tool_name: tool, error_type: 'SandboxOutOfMemory' },
          ratePerSecond: portion(failed, outOfMemory),
        },
        {
          job,
          labels: { tool_name: tool, error_type: 'ToolInputError' },
          ratePerSecond: remainder(failed, outOfMemory),
        },
      ];
    }),
  },
  {
    kind: 'counter',
    name: 'policy_blocked_total',
    help: 'Policy-blocked tool executions',
    series: tools.flatMap(({ tool, share }) =>
      tenants.map(({ tenant, share: tenantShare }) => {
        const usual = steady(`soma-agent.blocked.${tool}.${tenant}`, 0.02 * share * tenantShare);
        const isStorm = tool === stormTool && tenant === stormTenant;
        return {
          job,
          labels: { tool_name: tool, tenant },
          ratePerSecond: ((tMs, world) => usual(tMs, world) + (isStorm ? stormBlocks(tMs, world) : 0)) as Of<number>,
        };
      })
    ),
  },
  {
    kind: 'gauge',
    name: 'sandbox_active_executions',
    help: 'Currently executing tools in sandbox',
    series: [
      {
        job,
        value: (tMs, world) =>
          Math.round(activeExecutions(tMs, world) + 0.6 + 0.6 * world.noise('soma-agent.sandbox', tMs, 60_000)),
      },
    ],
  },
  {
    kind: 'counter',
    name: 'resource_usage_cpu_seconds_total',
    help: 'CPU seconds consumed by tools',
    series: tools.map(({ tool, cpuSeconds, operation }) => ({
      job,
      labels: { tool_name: tool },
      ratePerSecond: times(operation.ratePerSecond, cpuSeconds),
    })),
  },
  {
    kind: 'histogram',
    name: 'resource_usage_memory_bytes',
    help: 'Memory usage by tools',
    bucketsLe: [1e6, 10e6, 50e6, 100e6, 500e6, 1e9],
    series: tools.map(({ tool, memoryBytes, operation }) => ({
      job,
      labels: { tool_name: tool },
      ratePerSecond: operation.ratePerSecond,
      latency: (tMs, world) => ({
        ...memoryBytes,
        median: memoryBytes.median * (tool === failingTool ? 1 + 3 * world.incident(sandboxFailures, tMs) : 1),
      }),
    })),
  },
];
