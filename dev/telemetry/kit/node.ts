import type { MetricModel, Of } from '../model';
import { steady } from './rates';

const GIB = 1024 ** 3;
const CORES = 2;
/** Share of the busy time by mode. */
const BUSY_MODES = [
  ['user', 0.6],
  ['system', 0.3],
  ['iowait', 0.1],
] as const;
const FILESYSTEMS = [
  { device: '/dev/nvme0n1p1', mountpoint: '/', fstype: 'ext4', sizeBytes: 100 * GIB, factor: 1 },
  { device: '/dev/nvme1n1', mountpoint: '/var/lib/data', fstype: 'xfs', sizeBytes: 500 * GIB, factor: 0.85 },
] as const;

const NETWORK = [
  { name: 'node_network_receive_bytes_total', help: 'Bytes received by the device', perSecond: 2_400_000 },
  { name: 'node_network_transmit_bytes_total', help: 'Bytes sent by the device', perSecond: 3_100_000 },
  { name: 'node_network_receive_errs_total', help: 'Receive errors of the device', perSecond: 0 },
] as const;

export interface NodeFleet {
  /** Keeps the noise of two systems apart. */
  key: string;
  job: string;
  instances: readonly string[];
  /** Busy share of all cores, used share of memory and of the root disk, each 0..1. */
  cpuShare(instance: string): Of<number>;
  memoryShare(instance: string): Of<number>;
  diskShare(instance: string): Of<number>;
}

/** The node exporter's CPU, memory and file system metrics of some machines with 2 cores and 32 GiB. */
export function nodeMetrics({ job, instances, cpuShare, memoryShare, diskShare }: NodeFleet): MetricModel[] {
  const clamp = (share: number): number => Math.min(0.995, Math.max(0.005, share));
  const cores = Array.from({ length: CORES }, (_, core) => String(core));
  return [
    {
      kind: 'counter',
      name: 'node_cpu_seconds_total',
      help: 'Seconds the CPUs spent in each mode',
      series: instances.flatMap((instance) =>
        cores.flatMap((cpu) => [
          {
            job,
            instance,
            labels: { cpu, mode: 'idle' },
            ratePerSecond: (tMs, world) => 1 - clamp(cpuShare(instance)(tMs, world)),
          },
          ...BUSY_MODES.map(([mode, share]) => ({
            job,
            instance,
            labels: { cpu, mode },
            ratePerSecond: ((tMs, world) => clamp(cpuShare(instance)(tMs, world)) * share) as Of<number>,
          })),
        ])
      ),
    },
    {
      kind: 'gauge',
      name: 'node_memory_MemTotal_bytes',
      help: 'Memory of the machine',
      series: instances.map((instance) => ({ job, instance, value: () => 32 * GIB })),
    },
    {
      kind: 'gauge',
      name: 'node_memory_MemAvailable_bytes',
      help: 'Memory available for new work',
      series: instances.map((instance) => ({
        job,
        instance,
        value: (tMs, world) => Math.round(32 * GIB * (1 - clamp(memoryShare(instance)(tMs, world)))),
      })),
    },
    {
      kind: 'gauge',
      name: 'node_filesystem_size_bytes',
      help: 'Size of the file system',
      series: instances.flatMap((instance) =>
        FILESYSTEMS.map(({ device, mountpoint, fstype, sizeBytes }) => ({
          job,
          instance,
          labels: { device, mountpoint, fstype },
          value: () => sizeBytes,
        }))
      ),
    },
    {
      kind: 'gauge',
      name: 'node_filesystem_avail_bytes',
      help: 'Space left for users without privileges',
      series: instances.flatMap((instance) =>
        FILESYSTEMS.map(({ device, mountpoint, fstype, sizeBytes, factor }) => ({
          job,
          instance,
          labels: { device, mountpoint, fstype },
          value: ((tMs, world) =>
            Math.round(sizeBytes * (1 - clamp(diskShare(instance)(tMs, world) * factor)))) as Of<number>,
        }))
      ),
    },
  ];
}

/** The node exporter's network counters of the same machines, one interface each. */
export function networkMetrics({ key, job, instances }: Pick<NodeFleet, 'key' | 'job' | 'instances'>): MetricModel[] {
  return NETWORK.map(({ name, help, perSecond }) => ({
    kind: 'counter',
    name,
    help,
    series: instances.map((instance) => ({
      job,
      instance,
      labels: { device: 'eth0' },
      ratePerSecond: steady(`${key}/${name}/${instance}`, perSecond, 0.3),
    })),
  }));
}
