import { type Slo } from '../../../domain/slo/types';

const MONTH_DAYS = 30;

/** Targets of the two availability objectives; alerts on their budgets need them too. */
export const AVAILABILITY = {
  'user-service': { id: 'user-service-availability', targetRatio: 0.999, windowDays: MONTH_DAYS },
  'payment-service': { id: 'payment-service-availability', targetRatio: 0.9995, windowDays: MONTH_DAYS },
} as const;

function availability(service: keyof typeof AVAILABILITY, name: string, requirements: readonly string[]): Slo {
  const requests = { metric: 'http_requests_total', where: { service } };
  return {
    ...AVAILABILITY[service],
    title: `${name} availability`,
    description: 'Share of requests without a server error; 4xx are the caller’s mistakes and count as good.',
    service,
    sli: { kind: 'ratio', total: requests, bad: { ...requests, where: { service, status_code: { re: '5..' } } } },
    implements: requirements,
  };
}

/** The document bounds a percentile; the objective is the share of requests under the bound. */
function latency(
  service: string,
  title: string,
  thresholdSeconds: number,
  targetRatio: number,
  requirements: readonly string[]
): Slo {
  return {
    id: `${service}-latency`,
    title,
    service,
    sli: { kind: 'latency', histogram: 'http_request_duration_seconds', where: { service }, thresholdSeconds },
    targetRatio,
    windowDays: MONTH_DAYS,
    implements: requirements,
  };
}

/** Document 004, objectives of services and of the business. */
export const slos: readonly Slo[] = [
  availability('user-service', 'User service', ['OBS-SLO-02', 'OBS-SLI-01']),
  latency('user-service', 'User service, 95 % under 200 ms', 0.2, 0.95, ['OBS-SLO-03', 'OBS-SLI-02']),
  availability('payment-service', 'Payment service', ['OBS-SLO-05']),
  latency('payment-service', 'Payment service, 99 % under 500 ms', 0.5, 0.99, ['OBS-SLO-06', 'OBS-SLI-04']),
  {
    id: 'page-load-time',
    title: 'Web front end, 95 % of pages within 2 s',
    description: 'An objective of the business. The standard defines it and never evaluates it.',
    service: 'web-frontend',
    sli: { kind: 'latency', histogram: 'page_load_duration_seconds', thresholdSeconds: 2 },
    targetRatio: 0.95,
    windowDays: 1,
    implements: ['OBS-SLO-07', 'OBS-SLI-05'],
  },
];
