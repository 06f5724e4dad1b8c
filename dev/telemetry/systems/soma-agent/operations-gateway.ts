import { calling, type CallingOperation } from '../../kit/compose';
import { errorRatio, latency } from '../../kit/rates';
import type { Of } from '../../model';
import { gatewayErrors, kafkaDown, policySlow, postgresDown, redisDown } from './incidents';
import { canvasReads, conversations, delegations, messages, newSessions, sessionReads } from './rates';
import type { ServiceName } from './targets';

const allRequests: Of<number> = (tMs, world) =>
  messages(tMs, world) + newSessions(tMs, world) + sessionReads(tMs, world);

/** Client span of a statement to PostgreSQL (asyncpg). */
export function statement(service: ServiceName, name: string, ratePerSecond: Of<number>): CallingOperation {
  return calling({
    service,
    name,
    kind: 'client',
    ratePerSecond,
    ownMs: latency(5, 0.5),
    ownErrorRatio: errorRatio(0.0002, [[postgresDown, 0.97]]),
  });
}
/** Producer span of an event on its way to a Kafka topic. */
export function publication(service: ServiceName, topic: string, ratePerSecond: Of<number>): CallingOperation {
  return calling({
    service,
    name: `${topic} publish`,
    kind: 'producer',
    ratePerSecond,
    ownMs: latency(3, 0.4),
    ownErrorRatio: errorRatio(0.0001, [[kafkaDown, 0.97]]),
  });
}

const fromSessions: Of<number> = (tMs, world) => messages(tMs, world) + sessionReads(tMs, world);
export const sessionCache = calling({
  service: 'gateway',
  name: 'GET',
  kind: 'client',
  ratePerSecond: fromSessions,
  ownMs: latency(0.6, 0.4),
  ownErrorRatio: errorRatio(0.0001, [[redisDown, 0.97]]),
});
export const policyCheck = calling({
  service: 'gateway',
  name: 'POST /v1/data/soma/allow',
  kind: 'client',
  ratePerSecond: allRequests,
  ownMs: latency(4, 0.5, [[policySlow, 900]]),
  ownErrorRatio: errorRatio(0.0001),
});
export const selectSession = statement('gateway', 'SELECT sessions', (tMs, world) =>
  [newSessions, sessionReads].reduce((sum, rate) => sum + rate(tMs, world), 0)
);
export const publishInbound = publication('gateway', 'conversation.inbound', messages);

const releaseErrors = (peak: number) => errorRatio(0.0006, [[gatewayErrors, peak]]);
export const postMessage = calling(
  {
    service: 'gateway',
    name: 'POST /v1/sessions/{session_id}/messages',
    kind: 'server',
    ratePerSecond: messages,
    ownMs: latency(7, 0.45),
    ownErrorRatio: releaseErrors(0.16),
  },
  [sessionCache, policyCheck, publishInbound]
);
export const createSession = calling(
  {
    service: 'gateway',
    name: 'POST /v1/sessions',
    kind: 'server',
    ratePerSecond: newSessions,
    ownMs: latency(9, 0.45),
    ownErrorRatio: releaseErrors(0.02),
  },
  [policyCheck, selectSession]
);
export const readSession = calling(
  {
    service: 'gateway',
    name: 'GET /v1/sessions/{session_id}',
    kind: 'server',
    ratePerSecond: sessionReads,
    ownMs: latency(5, 0.45),
    ownErrorRatio: releaseErrors(0.09),
  },
  [sessionCache, policyCheck, selectSession]
);
/** The answer on its way back to the browser, over the open WebSocket. */
export const deliverOutbound = calling({
  service: 'gateway',
  name: 'conversation.outbound process',
  kind: 'consumer',
  ratePerSecond: conversations,
  ownMs: latency(4, 0.4),
  ownErrorRatio: errorRatio(0.0005),
});

export const selectCanvas = statement('canvas-service', 'SELECT canvases', canvasReads);
export const readCanvas = calling(
  {
    service: 'canvas-service',
    name: 'GET /v1/canvas/{canvas_id}',
    kind: 'server',
    ratePerSecond: canvasReads,
    ownMs: latency(11, 0.5),
    ownErrorRatio: errorRatio(0.0008),
  },
  [selectCanvas]
);
export const delegate = calling({
  service: 'delegation-gateway',
  name: 'POST /v1/delegations',
  kind: 'server',
  ratePerSecond: delegations,
  ownMs: latency(38, 0.5),
  ownErrorRatio: errorRatio(0.001),
});
