import { type Runbook } from '../../../../domain/runbook/types';
import {
  command,
  compose,
  errorLines,
  failedCalls,
  investigate,
  metric,
  mitigate,
  on,
  symptom,
  verify,
} from '../../runbookKit';
import { database, owned, started, undo, written } from './parts';

export const platformRunbooks: readonly Runbook[] = [
  {
    ...owned,
    id: 'database-down',
    title: 'PostgreSQL is down',
    service: 'postgres',
    alerts: ['database-down'],
    severity: 'critical',
    responseMinutes: 5,
    variables: { container: 'postgres' },
    summary: 'PostgreSQL accepts no connections. Orders, stock and deposits cannot be read or written.',
    steps: [
      symptom(),
      investigate('calls', 'Do the services notice?', {
        checks: [
          failedCalls('Failed queries of agente_negocio', 'agente_negocio', '(SELECT|INSERT) .+', 'postgres'),
          failedCalls('Failed queries of agente_deposito', 'agente_deposito', '(SELECT|INSERT) .+', 'postgres'),
          metric('system.error-ratio', '>', 0.05, { by: ['job'], title: 'Failed requests' }),
        ],
      }),
      investigate('why', 'Why did it stop?', {
        checks: [
          metric('node.disk-used', '>', 0.9, { by: ['mountpoint'], title: 'Disk' }),
          metric('postgres.memory', '>', 0.95),
          metric('postgres.connections-active', '>', 95, { title: 'Connections' }),
          compose.state,
          compose.logs,
        ],
        branches: [on('abnormal', 'room', 'It has no room left.')],
      }),
      mitigate('room', 'Make room', {
        text: 'Free disk or memory before you start it: PostgreSQL on a full disk does not recover.',
        checks: [command('docker system df')],
      }),
      mitigate('start', 'Start it', {
        checks: [compose.restart, command('docker compose exec $container pg_isready')],
      }),
      verify(database),
      written,
    ],
  },
  {
    ...owned,
    id: 'disk-full',
    title: 'The disk is almost full',
    service: 'node',
    alerts: ['disk-space-critical'],
    severity: 'critical',
    responseMinutes: 5,
    summary: 'More than 90 % of a disk are used. A full disk stops PostgreSQL and loses scans.',
    steps: [
      symptom(),
      investigate('growth', 'How fast does it fill?', {
        checks: [
          metric('node.disk-used', '>', 0.9, { by: ['mountpoint'], narrowBy: ['instance'], title: 'Used' }),
          metric('cadvisor.disk-written', '>', 50_000_000, { by: ['name'], title: 'Who writes' }),
          metric('system.log-volume-growth', '>', 3, {
            by: ['service'],
            title: 'Log lines against their usual number',
          }),
          command('du -xh $mountpoint --max-depth=2 | sort -h | tail -20'),
        ],
      }),
      mitigate('free', 'Free space', {
        text: 'Old scans and images first; never files of PostgreSQL.',
        checks: [
          command('docker image prune', 'Removes images that nothing uses: going back to them takes a download.'),
        ],
      }),
      verify([metric('postgres.up', '<', 1)]),
      written,
    ],
  },
  {
    ...owned,
    id: 'container-resources',
    title: 'A container is out of memory or CPU',
    service: 'cadvisor',
    alerts: ['memory-pressure', 'cpu-high'],
    severity: 'high',
    responseMinutes: 15,
    summary: 'A container uses more than 85 % of its memory, or more than 80 % of its CPU. Next it is killed, or slow.',
    variables: { container: '$service' },
    steps: [
      symptom(),
      investigate('which', 'Which one, and since when?', {
        checks: [
          metric('cadvisor.memory-share', '>', 0.85, { by: ['name'], title: 'Memory' }),
          metric('cadvisor.cpu', '>', 0.8, { by: ['name'], title: 'CPU' }),
          metric('cadvisor.restarts-10m', '>', 2, { by: ['name'], title: 'Restarts' }),
        ],
      }),
      investigate('load', 'More work, or a leak?', {
        checks: [
          metric('system.requests', '>', 100, { by: ['job'], title: 'Requests' }),
          metric('ml_service.ocr-timeouts-per-hour', '>', 10, { title: 'Timeouts of invoice recognition' }),
          started,
        ],
      }),
      mitigate('relieve', 'Give it room, or less to do', {
        checks: [
          command('docker update --memory 2g --memory-swap 2g $name', 'Takes the memory from the other containers.'),
          compose.restart,
        ],
      }),
      undo,
      verify([metric('system.latency-p95', '>', 0.5, { by: ['job'] })]),
      written,
    ],
  },
  {
    ...owned,
    id: 'cache-hit-rate-low',
    title: 'The cache misses',
    service: 'redis',
    alerts: ['cache-hit-rate-low'],
    severity: 'high',
    responseMinutes: 15,
    variables: { container: 'redis' },
    summary: 'Redis answers fewer than 70 % of the look-ups. PostgreSQL does the rest, and everything gets slower.',
    steps: [
      symptom(),
      investigate('redis', 'Did Redis lose its keys?', {
        checks: [
          metric('redis.up', '<', 1),
          metric('redis.misses', '>', 2, { title: 'Misses' }),
          metric('redis.memory', '>', 0.9),
          metric('cadvisor.restarts-10m', '>', 0, {
            by: ['name'],
            where: { name: 'redis' },
            title: 'Restarts of Redis',
          }),
          command('docker compose exec $container redis-cli info stats | grep -E "evicted|expired|keyspace"'),
        ],
      }),
      investigate('effect', 'Does the database cope?', {
        checks: [...database, metric('system.latency-p95', '>', 0.5, { by: ['job'], title: 'p95 by service' })],
        branches: [on('abnormal', 'protect', 'PostgreSQL cannot carry what the cache does not.')],
      }),
      mitigate('warm', 'Let it warm up', {
        text: 'Ten to twenty minutes of traffic fill it again. Do not restart it now.',
      }),
      mitigate('protect', 'Protect the database', {
        text: 'Hold back batch jobs and price imports until the hit rate is back.',
      }),
      verify(),
      written,
    ],
  },
  {
    ...owned,
    id: 'deployment-issue',
    title: 'A container restarts again and again',
    service: 'cadvisor',
    alerts: ['deployment-issue'],
    severity: 'medium',
    variables: { container: '$service' },
    summary: 'More than five restarts in ten minutes: it does not survive its own start.',
    steps: [
      symptom(),
      investigate('which', 'Which one, and why?', {
        checks: [
          metric('cadvisor.restarts-10m', '>', 5, { by: ['name'], title: 'Restarts' }),
          metric('cadvisor.memory-share', '>', 0.95, { by: ['name'], title: 'Memory of its limit' }),
          started,
          compose.state,
          compose.logs,
        ],
      }),
      investigate('effect', 'Do users notice?', {
        checks: [
          metric('system.target-up', '<', 1, { by: ['job'], title: 'Targets that answer' }),
          errorLines(5, { schema: 'mini-market' }),
        ],
        branches: [on('abnormal', 'rollback', 'It is missed.')],
      }),
      mitigate('limit', 'Raise its limit, if memory is what it lacks', {
        checks: [
          command('docker update --memory 2g --memory-swap 2g $name', 'Takes the memory from the other containers.'),
        ],
      }),
      undo,
      verify(),
      written,
    ],
  },
];
