import { type Slo } from '../../../domain/slo/types';

const AGENTS = [
  { id: 'dashboard', name: 'Dashboard' },
  { id: 'agente_negocio', name: 'Agente Negocio' },
  { id: 'agente_deposito', name: 'Agente Depósito' },
  { id: 'ml_service', name: 'ML Service' },
];
/** Seven days is the only window that the document names, for uptime. */
const WINDOW_DAYS = 7;

const success = ({ id, name }: (typeof AGENTS)[number]): Slo => ({
  id: `${id}-success`,
  title: `${name}, answered requests`,
  description:
    'Proposed: the document plans objectives and gives no values. Its alert allows 5 % of errors, and so does this.',
  service: id,
  sli: {
    kind: 'ratio',
    total: { metric: 'http_requests_total', where: { job: id } },
    bad: { metric: 'http_errors_total', where: { job: id } },
  },
  targetRatio: 0.95,
  windowDays: WINDOW_DAYS,
  implements: ['MM-SLO-01'],
});

const latency = ({ id, name }: (typeof AGENTS)[number]): Slo => ({
  id: `${id}-latency-p95`,
  title: `${name}, 95 % under 500 ms`,
  description: 'Proposed from the latency alert of the document.',
  service: id,
  sli: {
    kind: 'latency',
    histogram: 'http_request_duration_seconds',
    where: { job: id },
    thresholdSeconds: 0.5,
  },
  targetRatio: 0.95,
  windowDays: WINDOW_DAYS,
  implements: ['MM-SLO-01'],
});

function uptime(id: string, name: string, metric = 'up'): Slo {
  return {
    id: `${id}-uptime`,
    title: `${name}, uptime`,
    description: 'Indicator and window are the document’s; the target of 99 % is proposed.',
    service: id,
    sli: { kind: 'boolean', gauge: metric === 'up' ? { metric, where: { job: id } } : { metric } },
    targetRatio: 0.99,
    windowDays: WINDOW_DAYS,
    implements: ['MM-SLI-01'],
  };
}

/** Document 001 has no objectives; these start from its alerts. */
export const slos: readonly Slo[] = [
  ...AGENTS.map(success),
  ...AGENTS.map(latency),
  ...AGENTS.map(({ id, name }) => uptime(id, name)),
  uptime('postgres', 'PostgreSQL', 'postgres_up'),
  uptime('redis', 'Redis', 'redis_up'),
  uptime('nginx', 'nginx', 'nginx_up'),
];
