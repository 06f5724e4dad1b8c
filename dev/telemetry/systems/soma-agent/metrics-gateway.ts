import { scaled, times, portion, remainder, wholeAround } from '../../kit/rates';
import type { CallingOperation } from '../../kit/compose';
import type { CounterSeries, Labels, MetricModel, Of } from '../../model';
import { createSession, delegate, policyCheck, postMessage, readCanvas, readSession } from './operations-gateway';
import { chooseRoute } from './operations-worker';
import { messages, stormBlocks } from './rates';

/** FastAPI endpoints of all services that have some; the document defines them for the gateway. */
export const endpoints: CallingOperation[] = [
  postMessage,
  createSession,
  readSession,
  chooseRoute,
  readCanvas,
  delegate,
];
/** Requests with a session that is unknown or over. */
const unauthorizedShare = 0.015;

export function routeOf({ name }: CallingOperation): { method: string; endpoint: string } {
  const [method = '', endpoint = ''] = name.split(' ');
  return { method, endpoint };
}
export function successStatus(operation: CallingOperation): number {
  if (operation === postMessage || operation === delegate) {
    return 202;
  }
  return operation === createSession ? 201 : 200;
}

function requestCounters(operation: CallingOperation): CounterSeries[] {
  const { service: job, ratePerSecond, errorRatio } = operation;
  const answered = remainder(ratePerSecond, errorRatio);
  const failed = portion(ratePerSecond, errorRatio);
  const refusedShare = job === 'gateway' ? unauthorizedShare : 0;
  const series = (status: number, rate: Of<number>): CounterSeries => ({
    job,
    labels: { ...routeOf(operation), status: String(status) },
    ratePerSecond: rate,
  });
  return [
    series(successStatus(operation), times(answered, 1 - refusedShare)),
    ...(refusedShare > 0 ? [series(401, times(answered, refusedShare))] : []),
    series(500, times(failed, 0.7)),
    series(503, times(failed, 0.3)),
  ];
}

const job = 'gateway';
const counter = (name: string, help: string, series: ReadonlyArray<readonly [Labels, Of<number>]>): MetricModel => ({
  kind: 'counter',
  name,
  help,
  series: series.map(([labels, ratePerSecond]) => ({ job, labels, ratePerSecond })),
});
const logins: Of<number> = (tMs, world) => messages(tMs, world) + readSession.ratePerSecond(tMs, world);

export const gatewayMetrics: MetricModel[] = [
  {
    kind: 'counter',
    name: 'http_requests_total',
    help: 'Total HTTP requests',
    series: endpoints.flatMap(requestCounters),
  },
  {
    kind: 'histogram',
    name: 'http_request_duration_seconds',
    help: 'HTTP request duration',
    bucketsLe: [0.01, 0.05, 0.1, 0.5, 1, 2.5, 5, 10],
    series: endpoints.map((operation) => ({
      job: operation.service,
      labels: routeOf(operation),
      ratePerSecond: operation.ratePerSecond,
      latency: scaled(operation.latencyMs, 0.001),
    })),
  },
  {
    kind: 'gauge',
    name: 'websocket_connections_active',
    help: 'Active WebSocket connections',
    series: [
      {
        job,
        value: (tMs, world) =>
          Math.round(30 + 240 * world.daily(tMs) + wholeAround('soma-agent.ws', 0, 12, [], -12)(tMs, world)),
      },
    ],
  },
  counter('sessions_created_total', 'Total sessions created', [
    [{}, remainder(createSession.ratePerSecond, createSession.errorRatio)],
  ]),
  counter('auth_attempts_total', 'Authentication attempts', [
    [{ result: 'success' }, times(logins, 1 - unauthorizedShare)],
    [{ result: 'failure' }, times(logins, unauthorizedShare * 0.6)],
    [{ result: 'missing' }, times(logins, unauthorizedShare * 0.4)],
  ]),
  counter('policy_evaluations_total', 'Policy evaluations', [
    [{ result: 'allow' }, times(policyCheck.ratePerSecond, 0.99)],
    [{ result: 'deny' }, (tMs, world) => 0.01 * policyCheck.ratePerSecond(tMs, world) + stormBlocks(tMs, world)],
    [{ result: 'error' }, portion(policyCheck.ratePerSecond, policyCheck.errorRatio)],
  ]),
];
