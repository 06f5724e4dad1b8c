import { sufferedFrom, untilFailure, type CallingOperation } from '../../kit/compose';
import type { Draw, FlowModel, SpanSpec, TraceSpec } from '../../model';
import { newTurn } from './flow-worker';
import { gatewayErrors, policySlow, postgresDown, redisDown } from './incidents';
import { routeOf } from './metrics-gateway';
import * as gateway from './operations-gateway';
import { canvasReads, delegations, newSessions, sessionReads, tracedPerMinute } from './rates';
import { policyAsked, queried, served, sessionLookedUp, type Turn } from './spans';

/** Share of the requests in which somebody added a span by hand. */
const manualSpanShare = 0.15;

/** The manual span of the tracing guide, inside the handler. */
function manualSpan(draw: Draw): SpanSpec[] {
  return draw.chance(manualSpanShare)
    ? [
        {
          service: 'gateway',
          name: 'my_operation',
          kind: 'internal',
          offsetMs: 0,
          durationMs: draw.between(0.3, 2.5),
          attributes: { 'custom.attribute': 'value' },
        },
      ]
    : [];
}

function finished(draw: Draw, operation: CallingOperation, root: SpanSpec): TraceSpec {
  return {
    root,
    observations: [
      { metric: 'http_request_duration_seconds', labels: routeOf(operation), value: root.durationMs / 1_000 },
    ],
    incidents: sufferedFrom(draw, root, {
      failing: [gatewayErrors, redisDown, postgresDown],
      slowing: [policySlow],
      slowAboveMs: 1_000,
    }),
  };
}
const selectSession = (draw: Draw) =>
  queried(draw, gateway.selectSession, 'SELECT id, tenant, persona_id FROM sessions WHERE id = $1');

export const readSessionFlow: FlowModel = {
  id: 'soma-agent-read-session',
  samplesPerMinute: tracedPerMinute(sessionReads),
  operations: [gateway.readSession, gateway.selectSession],
  build: (draw) => {
    const turn: Turn = newTurn(draw);
    const calls = untilFailure([
      () => sessionLookedUp(draw, turn),
      () => policyAsked(draw, turn),
      () => selectSession(draw),
    ]);
    const root = served(
      draw,
      gateway.readSession,
      [...calls, ...manualSpan(draw)],
      turn,
      `/v1/sessions/${turn.sessionId}`
    );
    return finished(draw, gateway.readSession, root);
  },
};

export const createSessionFlow: FlowModel = {
  id: 'soma-agent-create-session',
  samplesPerMinute: tracedPerMinute(newSessions),
  operations: [gateway.createSession],
  build: (draw) => {
    const turn = newTurn(draw);
    const calls = untilFailure([() => policyAsked(draw, turn), () => selectSession(draw)]);
    return finished(draw, gateway.createSession, served(draw, gateway.createSession, calls, turn, '/v1/sessions'));
  },
};

export const canvasFlow: FlowModel = {
  id: 'soma-agent-canvas',
  samplesPerMinute: tracedPerMinute(canvasReads),
  operations: [gateway.readCanvas, gateway.selectCanvas],
  build: (draw) => {
    const turn = newTurn(draw);
    const calls = [queried(draw, gateway.selectCanvas, 'SELECT content FROM canvases WHERE id = $1')];
    const path = `/v1/canvas/cnv-${draw.hex(8)}`;
    return finished(draw, gateway.readCanvas, served(draw, gateway.readCanvas, calls, turn, path));
  },
};

export const delegationFlow: FlowModel = {
  id: 'soma-agent-delegation',
  samplesPerMinute: tracedPerMinute(delegations),
  operations: [gateway.delegate],
  build: (draw) => {
    const turn = newTurn(draw);
    return finished(draw, gateway.delegate, served(draw, gateway.delegate, [], turn, '/v1/delegations'));
  },
};
