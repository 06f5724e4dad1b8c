import { callCounters, callDurations } from '../kit/metrics';
import { always, errorRatio, latency, traffic } from '../kit/rates';
import { spanOf } from '../kit/spans';
import { MINUTE_MS } from '../kit/time';
import type { Of, OperationModel, SystemModel } from '../model';

/** End of the shop's first backfill: a Wednesday, 15:00 UTC. */
export const SHOP_ANCHOR_MS = Date.UTC(2025, 9, 15, 15);

const SECONDS = [0.05, 0.1, 0.5, 1];

/** A system that is small enough to reckon by hand: 10 requests a second, unless told otherwise. */
export function shop(requestsPerSecond: Of<number> = always(10)): SystemModel {
  const buy: OperationModel = {
    service: 'shop',
    name: 'POST /buy',
    kind: 'server',
    ratePerSecond: requestsPerSecond,
    errorRatio: errorRatio(0, [['enis-burst', 0.5]]),
    latencyMs: latency(100, 0.5),
  };
  const where = { job: 'shop' };
  return {
    id: 'enis',
    services: [{ name: 'shop' }],
    targets: [
      { job: 'shop', instance: 'shop-0', labels: { zone: 'a' } },
      { job: 'edge', instance: 'edge-0', up: (tMs, world) => world.incident('enis-silent', tMs) < 0.5 },
    ],
    metrics: [
      {
        kind: 'counter',
        name: 'requests_total',
        help: 'Requests',
        series: callCounters(buy, where, { status: '200' }, [[{ status: '500' }, 1]]),
      },
      {
        kind: 'histogram',
        name: 'duration_seconds',
        help: 'Durations',
        bucketsLe: SECONDS,
        series: [callDurations(buy, where, {})],
      },
      {
        kind: 'summary',
        name: 'size_bytes',
        help: 'Sizes',
        quantiles: [0.5, 0.95],
        series: [{ ...where, ratePerSecond: always(2), latency: latency(1_000, 0.5) }],
      },
      { kind: 'gauge', name: 'queue', help: 'Queue', series: [{ job: 'edge', value: traffic('queue', 20) }] },
      {
        kind: 'gauge',
        name: 'build_info',
        help: 'Version',
        series: [
          {
            ...where,
            labels: { version: '2' },
            value: always(1),
            present: (tMs, world) => world.version('shop', tMs) === '2',
          },
        ],
      },
    ],
    flows: [
      {
        id: 'buy',
        samplesPerMinute: always(4),
        operations: [buy],
        build: (draw) => {
          const outcome = draw.operation(buy);
          const root = spanOf(buy, outcome, {
            logs: [{ schema: 'shop', service: 'shop', level: outcome.failed ? 'error' : 'info', message: 'bought' }],
          });
          return {
            root,
            observations: [{ metric: 'duration_seconds', labels: {}, value: outcome.durationMs / 1_000 }],
            incidents: outcome.failed ? ['enis-burst'] : [],
          };
        },
      },
    ],
    logSchemas: [
      {
        id: 'shop',
        indexPattern: 'shop-*',
        indexName: () => 'shop-logs',
        properties: { msg: { type: 'text' } },
        render: ({ message, level, traceId = '' }) => ({ msg: message, level, trace: traceId }),
      },
    ],
    logStreams: [
      {
        id: 'beat',
        perMinute: always(2),
        build: () => ({ schema: 'shop', service: 'shop', level: 'info', message: 'beat' }),
      },
    ],
    incidents: [
      {
        id: 'enis-burst',
        kind: 'error-burst-after-deploy',
        service: 'shop',
        title: 'Half of the purchases fail',
        windows: [{ startBeforeEndMs: 10 * MINUTE_MS, durationMs: 5 * MINUTE_MS }],
        rampMs: 1,
      },
      { id: 'enis-silent', kind: 'silent', service: 'edge', title: 'Silent', windows: [], rampMs: 1 },
    ],
    deploys: [
      {
        service: 'shop',
        version: '2',
        beforeEndMs: 3 * MINUTE_MS,
        logs: [{ schema: 'shop', service: 'shop', level: 'info', message: 'deployed' }],
      },
    ],
  };
}
