import type { GaugeSeries, MetricModel, Of } from '../../model';
import { depositCrashLoop, memoryPressure, ocrOverload, slowDatabase } from './incidents';
import { MINUTE_MS } from '../../kit/time';

const MIB = 1024 * 1024;
const job = 'cadvisor';

interface Container {
  name: string;
  image: string;
  /** Share of one core without traffic and added at the daily peak. */
  idleCpu: number;
  peakCpu: number;
  limitMib: number;
  /** Share of the limit in use. */
  memoryShare: number;
  /** MB/s at the daily peak. */
  diskMb: number;
  networkMb: number;
}
const containers: Container[] = [
  {
    name: 'agente_deposito',
    image: 'mini-market/agente_deposito',
    idleCpu: 0.04,
    peakCpu: 0.22,
    limitMib: 512,
    memoryShare: 0.54,
    diskMb: 0.3,
    networkMb: 0.9,
  },
  {
    name: 'agente_negocio',
    image: 'mini-market/agente_negocio',
    idleCpu: 0.05,
    peakCpu: 0.27,
    limitMib: 768,
    memoryShare: 0.58,
    diskMb: 0.2,
    networkMb: 1.1,
  },
  {
    name: 'ml_service',
    image: 'mini-market/ml_service',
    idleCpu: 0.09,
    peakCpu: 0.46,
    limitMib: 2048,
    memoryShare: 0.63,
    diskMb: 0.6,
    networkMb: 0.7,
  },
  {
    name: 'dashboard',
    image: 'mini-market/dashboard',
    idleCpu: 0.03,
    peakCpu: 0.16,
    limitMib: 384,
    memoryShare: 0.47,
    diskMb: 0.1,
    networkMb: 1.6,
  },
  {
    name: 'postgres',
    image: 'postgres',
    idleCpu: 0.06,
    peakCpu: 0.3,
    limitMib: 2048,
    memoryShare: 0.66,
    diskMb: 4.2,
    networkMb: 1.4,
  },
  {
    name: 'redis',
    image: 'redis',
    idleCpu: 0.02,
    peakCpu: 0.07,
    limitMib: 512,
    memoryShare: 0.41,
    diskMb: 0.2,
    networkMb: 0.8,
  },
  {
    name: 'nginx',
    image: 'nginx',
    idleCpu: 0.01,
    peakCpu: 0.05,
    limitMib: 128,
    memoryShare: 0.29,
    diskMb: 0.1,
    networkMb: 1.9,
  },
];

function extraCpu(name: string): Of<number> {
  switch (name) {
    case 'ml_service':
      return (tMs, world) => 0.65 * world.incident(ocrOverload, tMs);
    case 'postgres':
      return (tMs, world) => 0.22 * world.incident(slowDatabase, tMs);
    default:
      return () => 0;
  }
}
/** Cores in use: never more than the one that a container may have. */
function cores({ name, idleCpu, peakCpu }: Container): Of<number> {
  const extra = extraCpu(name);
  return (tMs, world) =>
    Math.min(
      0.99,
      (idleCpu + peakCpu * world.daily(tMs)) * (1 + 0.1 * world.noise(`mini-market.cpu.${name}`, tMs)) +
        extra(tMs, world)
    );
}
function memoryBytes({ name, limitMib, memoryShare }: Container): Of<number> {
  return (tMs, world) => {
    const leak = name === 'agente_negocio' ? (0.94 - memoryShare) * world.incident(memoryPressure, tMs) : 0;
    const share = memoryShare + 0.04 * world.noise(`mini-market.memory.${name}`, tMs, 40 * MINUTE_MS) + leak;
    return Math.round(Math.min(0.995, share) * limitMib * MIB);
  };
}
function busy(key: string, peakMb: number): Of<number> {
  return (tMs, world) =>
    peakMb * 1e6 * world.daily(tMs) * (1 + 0.3 * world.noise(`mini-market.${key}`, tMs, 4 * MINUTE_MS));
}
/** Disk traffic of PostgreSQL grows with the table scans. */
function disk(container: Container, direction: 'reads' | 'writes'): Of<number> {
  const usual = busy(`${direction}.${container.name}`, container.diskMb * (direction === 'reads' ? 1 : 0.6));
  const scans = container.name === 'postgres' && direction === 'reads' ? 38e6 : 0;
  return (tMs, world) => usual(tMs, world) + scans * world.incident(slowDatabase, tMs);
}
/** While a container crashes it starts anew every minute. */
function startedAtSeconds({ name }: Container): Of<number> {
  return (tMs, world) => {
    const settled = Math.floor(tMs / (30 * 24 * 60 * MINUTE_MS)) * 30 * 24 * 60 * 60;
    const crashing = name === 'agente_deposito' && world.incident(depositCrashLoop, tMs) >= 0.5;
    return crashing ? Math.floor(tMs / MINUTE_MS) * 60 : settled;
  };
}

const perContainer = (value: (container: Container) => Of<number>): GaugeSeries[] =>
  containers.map((container) => ({ job, labels: labelsOf(container), value: value(container) }));
const countPerContainer = (rate: (container: Container) => Of<number>) =>
  containers.map((container) => ({ job, labels: labelsOf(container), ratePerSecond: rate(container) }));
const labelsOf = ({ name, image }: Container) => ({ name, image });

/** What cAdvisor says about the containers. */
export const containerMetrics: MetricModel[] = [
  {
    kind: 'counter',
    name: 'container_cpu_usage_seconds_total',
    help: 'CPU seconds used',
    series: countPerContainer(cores),
  },
  { kind: 'gauge', name: 'container_memory_usage_bytes', help: 'Memory in use', series: perContainer(memoryBytes) },
  {
    kind: 'gauge',
    name: 'container_spec_memory_limit_bytes',
    help: 'Memory limit',
    series: perContainer(
      ({ limitMib }) =>
        () =>
          limitMib * MIB
    ),
  },
  {
    kind: 'counter',
    name: 'container_fs_reads_bytes_total',
    help: 'Bytes read from disk',
    series: countPerContainer((container) => disk(container, 'reads')),
  },
  {
    kind: 'counter',
    name: 'container_fs_writes_bytes_total',
    help: 'Bytes written to disk',
    series: countPerContainer((container) => disk(container, 'writes')),
  },
  {
    kind: 'counter',
    name: 'container_network_transmit_bytes_total',
    help: 'Bytes sent',
    series: countPerContainer(({ name, networkMb }) => busy(`sent.${name}`, networkMb)),
  },
  {
    kind: 'counter',
    name: 'container_network_receive_bytes_total',
    help: 'Bytes received',
    series: countPerContainer(({ name, networkMb }) => busy(`received.${name}`, networkMb * 0.7)),
  },
  {
    kind: 'gauge',
    name: 'container_start_time_seconds',
    help: 'Start of the container, in seconds since the epoch',
    series: perContainer(startedAtSeconds),
  },
  {
    kind: 'counter',
    name: 'kube_pod_container_status_restarts_total',
    help: 'Restarts of the container, under the name that the restart alert asks for',
    series: containers.map(({ name }) => ({
      job,
      labels: { namespace: 'mini-market', pod: `${name}-0`, container: name },
      ratePerSecond: (tMs, world) => (name === 'agente_deposito' ? world.incident(depositCrashLoop, tMs) / 60 : 0),
    })),
  },
];
