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
    // The document asks for it at one of the two, and leaves it out at the other.
    alertAtBudgetSpentRatio: 0.5,
    implements: requirements,
  };
}

/** The document bounds a percentile; the objective is the share of requests under the bound. */
function latency(
  service: string,
  title: string,
  thresholdSeconds: number,
  targetRatio: number,
  requirements: readonly string[],
  more: Partial<Slo> = {}
): Slo {
  return {
    id: `${service}-latency`,
    title,
    service,
    sli: { kind: 'latency', histogram: 'http_request_duration_seconds', where: { service }, thresholdSeconds },
    targetRatio,
    windowDays: MONTH_DAYS,
    ...more,
    implements: requirements,
  };
}

/** Document 004, objectives of services and of the business. */
export const slos: readonly Slo[] = [
  availability('user-service', 'User service', ['OBS-SLO-01', 'OBS-SLO-02', 'OBS-SLO-09', 'OBS-SLI-01']),
  latency('user-service', 'User service, 95 % under 200 ms', 0.2, 0.95, ['OBS-SLO-03', 'OBS-SLI-02'], {
    alertAtBudgetSpentRatio: 0.9,
  }),
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
  {
    id: 'checkout-success',
    title: 'Checkout, 99.5 % of started ones completed',
    description:
      'An objective of the business. Completions follow starts, so that only long windows are exact; an abandoned cart counts as a failure, as in the document.',
    service: 'web-frontend',
    sli: {
      kind: 'good-ratio',
      total: { metric: 'checkout_started_total' },
      good: { metric: 'checkout_completed_total' },
    },
    targetRatio: 0.995,
    windowDays: 7,
    implements: ['OBS-SLO-08', 'OBS-SLI-06'],
  },
  {
    id: 'user-service-throughput',
    title: 'User service, at least 1,000 requests a second',
    description:
      'A level without an error budget, averaged over an hour: warning under 1,000, critical under 800. It measures demand, so that quiet hours fall below it.',
    service: 'user-service',
    sli: {
      kind: 'level',
      signal: {
        kind: 'rate',
        title: 'Requests',
        metric: 'http_requests_total',
        where: { service: 'user-service' },
        window: '1h',
        unit: 'reqps',
      },
      op: '>=',
      bound: 1000,
      criticalBound: 800,
    },
    windowDays: MONTH_DAYS,
    implements: ['OBS-SLO-04', 'OBS-SLI-03', 'OBS-BUDGET-08'],
  },
];
