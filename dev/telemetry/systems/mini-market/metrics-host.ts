import { networkMetrics, nodeMetrics } from '../../kit/node';
import { around } from '../../kit/rates';
import type { MetricModel, Of } from '../../model';
import { diskFull, ocrOverload, orderErrors } from './incidents';
import { endpoints } from './operations';
import { agents, hostInstance, type Agent } from './targets';

const cpuShare: Of<number> = (tMs, world) =>
  (0.1 + 0.3 * world.daily(tMs)) * (1 + 0.1 * world.noise('mini-market.host-cpu', tMs)) +
  0.13 * world.incident(ocrOverload, tMs);

/** Lines a second of one agent. A failing order is retried and leaves its stack trace each time. */
function linesPerSecond(agent: Agent): Of<number> {
  const own = endpoints.filter(({ service }) => service === agent);
  return (tMs, world) => {
    const requests = own.reduce((sum, { ratePerSecond }) => sum + ratePerSecond(tMs, world), 0);
    const flood = agent === 'agente_negocio' ? 11 * world.incident(orderErrors, tMs) : 0;
    return 0.4 + 2.5 * requests * (1 + flood);
  };
}

/** The Docker host through node_exporter, and how much the agents on it log. */
export const hostMetrics: MetricModel[] = [
  ...networkMetrics({ key: 'mini-market', job: 'node', instances: [hostInstance] }),
  ...nodeMetrics({
    key: 'mini-market',
    job: 'node',
    instances: [hostInstance],
    cpuShare: () => cpuShare,
    memoryShare: () => around('mini-market.host-memory', 0.58, 0.05),
    diskShare: () => around('mini-market.host-disk', 0.62, 0.01, [[diskFull, 0.33]]),
  }),
  {
    kind: 'counter',
    name: 'log_lines_total',
    help: 'Log lines written, by service (the document names no metric for it)',
    series: agents.map((agent) => ({ job: agent, labels: { service: agent }, ratePerSecond: linesPerSecond(agent) })),
  },
];
