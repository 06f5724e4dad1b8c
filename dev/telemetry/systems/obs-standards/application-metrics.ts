import { buildInfo, callDurations } from '../../kit/metrics';
import { always, portion, times, traffic, wholeAround } from '../../kit/rates';
import type { CounterSeries, MetricModel, Of, SeriesBase } from '../../model';
import { INCIDENT, PAYMENT_VERSIONS } from './incidents';
import { queries, routes, type Query, type Route } from './operations';
import {
  checkoutsCompleted,
  checkoutsStarted,
  ordersCompleted,
  pageLoad,
  paymentAttempts,
  paymentFailures,
  registrations,
  revenuePerSecond,
  sessionsStarted,
} from './rates';
import { APPLICATION_JOB, instanceOf, SERVICES, type ServiceName } from './topology';

/** Seconds. 0.2 is not in the document, but it is the user-service objective and has to be an edge. */
const HTTP_BUCKETS = [0.005, 0.01, 0.025, 0.05, 0.075, 0.1, 0.2, 0.25, 0.5, 0.75, 1, 2.5, 5, 7.5, 10];
const DATABASE_BUCKETS = [0.001, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5];
const PAGE_BUCKETS = [0.25, 0.5, 1, 1.5, 2, 2.5, 4, 8];
const MIB = 1024 ** 2;
/** One user is one label value: as many as a demo can bear. */
const TRACKED_USERS = 40;

const where = (service: ServiceName): Pick<SeriesBase, 'job' | 'instance'> => ({
  job: APPLICATION_JOB,
  instance: instanceOf(service),
});
const allQueries: Query[] = Object.values(queries);

/** Answers by status code: good ones, the caller's mistakes, and server errors. */
function requestSeries({ service, method, endpoint, clientErrorRatio, operation }: Route): CounterSeries[] {
  const success = method === 'POST' ? '201' : '200';
  const failed = portion(operation.ratePerSecond, operation.errorRatio);
  const answered: Of<number> = (tMs, world) => operation.ratePerSecond(tMs, world) - failed(tMs, world);
  const series = (statusCode: string, ratePerSecond: Of<number>): CounterSeries => ({
    ...where(service),
    labels: { method, endpoint, status_code: statusCode },
    ratePerSecond,
  });
  return [
    series(success, times(answered, 1 - clientErrorRatio)),
    series(method === 'POST' ? '422' : '404', times(answered, clientErrorRatio)),
    series('500', times(failed, 0.7)),
    series('503', times(failed, 0.3)),
  ];
}

function errorSeries(service: ServiceName): CounterSeries[] {
  const mine = routes.filter((route) => route.service === service);
  const failed: Of<number> = (tMs, world) =>
    mine.reduce((sum, { operation }) => sum + portion(operation.ratePerSecond, operation.errorRatio)(tMs, world), 0);
  const kinds: ReadonlyArray<readonly [errorType: string, component: string, share: number]> = [
    ['http_error', 'api', 1],
    ['TimeoutError', 'client', 0.45],
    ['OperationalError', 'database', 0.2],
    ['ValueError', 'handler', 0.35],
  ];
  return kinds.map(([errorType, component, share]) => ({
    ...where(service),
    labels: { error_type: errorType, component },
    ratePerSecond: times(failed, share),
  }));
}

/** A user comes and goes: about one in three is active in an hour. */
function activity(user: number): Of<number> {
  return (tMs, world) => (world.noise(`obs/active/${user}`, tMs, 45 * 60_000) > 0.3 ? 0.02 : 0);
}

function counter(name: string, help: string, service: ServiceName, ratePerSecond: Of<number>): MetricModel {
  return { kind: 'counter', name, help, series: [{ ...where(service), ratePerSecond }] };
}

/** The service is a label of the target, and so of every series. */
export const applicationMetrics: MetricModel[] = [
  { kind: 'counter', name: 'http_requests_total', help: 'HTTP requests', series: routes.flatMap(requestSeries) },
  {
    kind: 'histogram',
    name: 'http_request_duration_seconds',
    help: 'Duration of HTTP requests',
    bucketsLe: HTTP_BUCKETS,
    series: routes.map(({ service, method, endpoint, operation }) =>
      callDurations(operation, where(service), { method, endpoint })
    ),
  },
  {
    kind: 'counter',
    name: 'database_operations_total',
    help: 'Database operations',
    series: allQueries.flatMap(({ service, operation, table, model }) =>
      (['success', 'error'] as const).map((status) => ({
        ...where(service),
        labels: { operation, table, status },
        ratePerSecond: portion(model.ratePerSecond, (tMs, world) => {
          const failed = model.errorRatio(tMs, world);
          return status === 'error' ? failed : 1 - failed;
        }),
      }))
    ),
  },
  {
    kind: 'histogram',
    name: 'database_operation_duration_seconds',
    help: 'Duration of database operations',
    bucketsLe: DATABASE_BUCKETS,
    series: allQueries.map(({ service, operation, table, model }) =>
      callDurations(model, where(service), { operation, table })
    ),
  },
  {
    kind: 'counter',
    name: 'application_errors_total',
    help: 'Application errors by type and component',
    series: SERVICES.flatMap(errorSeries),
  },
  {
    kind: 'counter',
    name: 'user_registrations_total',
    help: 'Registered users by source',
    series: (
      [
        ['web', 0.6],
        ['mobile', 0.3],
        ['partner', 0.1],
      ] as const
    ).map(([source, share]) => ({
      ...where('user-service'),
      labels: { source },
      ratePerSecond: times(registrations, share),
    })),
  },
  {
    kind: 'gauge',
    name: 'active_sessions_current',
    help: 'Sessions that are open',
    series: (['user-service', 'web-frontend'] as const).map((service) => ({
      ...where(service),
      value: (tMs, world) => Math.round(traffic(`obs/open-sessions/${service}`, 5_400)(tMs, world)),
    })),
  },
  {
    kind: 'counter',
    name: 'order_value_total',
    help: 'Value of completed orders by currency',
    series: (
      [
        ['USD', 0.7],
        ['EUR', 0.3],
      ] as const
    ).map(([currency, share]) => ({
      ...where('order-service'),
      labels: { currency },
      ratePerSecond: times(revenuePerSecond, share),
    })),
  },
  {
    kind: 'gauge',
    name: 'process_memory_usage_bytes',
    help: 'Memory used by the process',
    series: SERVICES.map((service) => ({
      ...where(service),
      value: wholeAround(
        `obs/memory/${service}`,
        410 * MIB,
        40 * MIB,
        service === 'payment-service' ? [[INCIDENT.paymentDeploy, 260 * MIB]] : []
      ),
    })),
  },
  {
    kind: 'counter',
    name: 'user_activity_total',
    help: 'Actions of tracked users',
    series: Array.from({ length: TRACKED_USERS }, (_, user) => ({
      ...where('user-service'),
      labels: { user: `user-${10_000 + user}` },
      ratePerSecond: activity(user),
    })),
  },
  counter('orders_completed_total', 'Orders that were completed', 'order-service', ordersCompleted),
  counter('sessions_started_total', 'Sessions that were started', 'web-frontend', sessionsStarted),
  counter('payment_attempts_total', 'Payments that were tried', 'payment-service', paymentAttempts),
  counter('payment_failures_total', 'Payments that failed', 'payment-service', paymentFailures),
  counter('checkout_started_total', 'Checkouts that were started', 'web-frontend', checkoutsStarted),
  counter('checkout_completed_total', 'Checkouts that were completed', 'web-frontend', checkoutsCompleted),
  {
    kind: 'histogram',
    name: 'page_load_duration_seconds',
    help: 'Time until a page is usable',
    bucketsLe: PAGE_BUCKETS,
    series: (
      [
        ['/', 50],
        ['/product', 30],
        ['/checkout', 6],
      ] as const
    ).map(([page, rate]) => ({
      ...where('web-frontend'),
      labels: { page },
      ratePerSecond: traffic(`obs/page${page}`, rate),
      latency: pageLoad,
    })),
  },
  {
    kind: 'gauge',
    name: 'app_build_info',
    help: 'Running version by service; a change of the label is a deploy',
    series: [
      ...buildInfo(where('payment-service'), 'payment-service', Object.values(PAYMENT_VERSIONS)),
      { ...where('user-service'), labels: { version: '1.2.0' }, value: always(1) },
      { ...where('order-service'), labels: { version: '2.7.1' }, value: always(1) },
      { ...where('web-frontend'), labels: { version: '5.0.3' }, value: always(1) },
    ],
  },
];
