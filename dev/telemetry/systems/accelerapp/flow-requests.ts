import { spanCalling, sufferedFrom, untilFailure, type CallingOperation } from '../../kit/compose';
import type { Draw, FlowModel, Of, SpanSpec, TraceSpec } from '../../model';
import { errorBurst, requestFlood, slowSpecStore } from './incidents';
import { type Request } from './logs';
import { routeOf } from './metrics-app';
import * as op from './operations';
import { correlated, customOperation, newRequest, served, stored } from './spans';

function finished(draw: Draw, operation: CallingOperation, root: SpanSpec): TraceSpec {
  return {
    root,
    observations: [
      { metric: 'accelerapp_request_duration_seconds', labels: routeOf(operation), value: root.durationMs / 1_000 },
    ],
    incidents: [
      ...sufferedFrom(draw, root, { failing: [errorBurst], slowing: [slowSpecStore], slowAboveMs: 1_000 }),
      // Every request of the flood belongs to it, however fast it is.
      ...(operation === op.listTemplates ? sufferedFrom(draw, root, { slowing: [requestFlood], slowAboveMs: 0 }) : []),
    ],
  };
}

/** A request whose handler makes `calls`; the path of its URL is drawn. */
function requestFlow(
  id: string,
  operation: CallingOperation,
  ratePerSecond: Of<number>,
  operations: CallingOperation[],
  calls: (draw: Draw, request: Request) => SpanSpec[],
  path: (draw: Draw) => string
): FlowModel {
  return {
    id: `accelerapp-${id}`,
    // A flood is sampled no more densely than a usual day.
    samplesPerMinute: (tMs, world) => Math.min(20, op.tracedPerMinute(ratePerSecond)(tMs, world)),
    operations: [operation, ...operations],
    build: (draw) => {
      const request = newRequest(draw);
      return finished(draw, operation, served(draw, operation, calls(draw, request), request, path(draw)));
    },
  };
}
const projectRead = (draw: Draw, request: Request) =>
  stored(draw, op.selectProject, 'SELECT spec FROM projects WHERE id = %s', request);

export const requestFlows: FlowModel[] = [
  requestFlow(
    'job',
    op.readJob,
    op.jobReads,
    [op.selectJob],
    (draw, request) => [stored(draw, op.selectJob, 'SELECT state, progress FROM jobs WHERE id = %s', request)],
    (draw) => `/api/v1/jobs/job-${draw.hex(8)}`
  ),
  requestFlow(
    'project',
    op.readProject,
    op.projectReads,
    [op.selectProject],
    (draw, request) => untilFailure([() => projectRead(draw, request), () => customOperation(draw, request)]),
    (draw) => `/api/v1/projects/prj-${draw.hex(8)}`
  ),
  requestFlow(
    'validation',
    op.validateSpec,
    op.validations,
    [op.parseSpec],
    (draw, request) =>
      untilFailure([
        () => projectRead(draw, request),
        () => spanCalling(draw, op.parseSpec, [], () => ({ attributes: correlated(request) })),
      ]),
    () => '/api/v1/validate'
  ),
  requestFlow(
    'templates',
    op.listTemplates,
    op.templateReads,
    [],
    () => [],
    () => '/api/v1/templates'
  ),
];
