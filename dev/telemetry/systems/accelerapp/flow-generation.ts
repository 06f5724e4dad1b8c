import { kafka, pythonException } from '../../kit/attributes';
import { spanCalling, sufferedFrom, untilFailure } from '../../kit/compose';
import type { Draw, FlowModel, SpanSpec } from '../../model';
import { codegenFailures, errorBurst, ollamaDown, slowSpecStore } from './incidents';
import { line, toolchainLogger, type Request } from './logs';
import { routeOf } from './metrics-app';
import * as op from './operations';
import { correlated, newRequest, served, stored } from './spans';

const compileError = pythonException(
  'CompilationError',
  'generated code does not compile: 3 errors',
  '/app/src/accelerapp/codegen/verify.py',
  92,
  'check'
);
const noModel = pythonException(
  'requests.exceptions.ConnectionError',
  'Failed to establish a connection to ollama:11434',
  '/app/src/accelerapp/llm/ollama_provider.py',
  57,
  'generate'
);
const badSpec = pythonException(
  'SpecificationError',
  "peripheral 'i2c2' is not defined for this device",
  '/app/src/accelerapp/core/spec.py',
  204,
  'validate'
);
const worker = 'accelerapp-worker';

function modelAsked(draw: Draw, request: Request): SpanSpec {
  const { model, server, client } = draw.weighted(op.codeModels.map((one) => [one, one.share] as const));
  const isGone = draw.world.incident(ollamaDown, draw.tMs) >= 0.5;
  const usage = {
    'gen_ai.usage.input_tokens': draw.int(400, 1_600),
    'gen_ai.usage.output_tokens': draw.int(500, 2_600),
  };
  const answer = isGone
    ? []
    : [
        spanCalling(draw, server, [], ({ failed }) => ({
          attributes: correlated(request, {
            'http.request.method': 'POST',
            'http.route': '/api/generate',
            'http.response.status_code': failed ? 500 : 200,
            'gen_ai.request.model': model,
          }),
        })),
      ];
  return spanCalling(draw, client, answer, ({ failed, byItself, durationMs }) => ({
    attributes: correlated(request, {
      'gen_ai.operation.name': 'chat',
      'gen_ai.provider.name': 'ollama',
      'gen_ai.request.model': model,
      'server.address': 'ollama',
      ...(failed ? {} : usage),
    }),
    ...(byItself ? { exception: noModel } : {}),
    logs: [
      failed
        ? line(worker, 'error', 'Model call failed', request, { logger: 'accelerapp.llm', model }, durationMs)
        : line(
            worker,
            'info',
            'Model call finished',
            request,
            { logger: 'accelerapp.llm', model, duration_ms: Math.round(durationMs) },
            durationMs
          ),
    ],
  }));
}

function compiled(draw: Draw, request: Request, language: string): SpanSpec {
  // Drawn by language, so that the broken templates hit theirs alone; over all languages the ratio is the declared one.
  const isBroken = language === op.brokenLanguage && draw.world.incident(codegenFailures, draw.tMs) > 0;
  const ratio = isBroken ? 0.92 * draw.world.incident(codegenFailures, draw.tMs) : 0.004;
  const operation = { ...op.compileCheck, ownErrorRatio: () => ratio };
  return spanCalling(draw, operation, [], ({ failed, durationMs }) => ({
    attributes: correlated(request, { 'accelerapp.language': language, 'process.exit.code': failed ? 1 : 0 }),
    ...(failed ? { exception: compileError } : {}),
    logs: [
      line(
        worker,
        failed ? 'error' : 'debug',
        failed ? 'error: expected one of `;` or `}`, found `pin`' : 'compiler finished without errors',
        request,
        { logger: toolchainLogger, language },
        durationMs * 0.9
      ),
    ],
  }));
}

function generated(draw: Draw, request: Request, language: string): SpanSpec {
  const calls = untilFailure([
    () =>
      spanCalling(draw, op.readSpec, [], ({ failed }) => ({
        attributes: correlated(request),
        ...(failed ? { exception: badSpec } : {}),
      })),
    () => modelAsked(draw, request),
    () =>
      spanCalling(draw, op.renderTemplates, [], () => ({
        attributes: correlated(request, { 'accelerapp.files': draw.int(4, 38) }),
      })),
    () => compiled(draw, request, language),
    () => stored(draw, op.insertArtifacts, 'INSERT INTO artifacts (job_id, path, digest) VALUES (%s, %s, %s)', request),
  ]);
  return spanCalling(draw, op.generateCode, calls, ({ failed, durationMs }) => ({
    attributes: correlated(request, { 'accelerapp.language': language }),
    logs: [
      failed
        ? line(
            worker,
            'error',
            'Code generation failed',
            request,
            { logger: 'accelerapp.codegen', language },
            durationMs
          )
        : line(
            worker,
            'info',
            'Code generation finished',
            request,
            { logger: 'accelerapp.codegen', language, duration_ms: Math.round(durationMs) },
            durationMs
          ),
    ],
  }));
}

/** The job on its way through the queue to the worker, who takes it up a little later. */
function queued(draw: Draw, request: Request, language: string): SpanSpec {
  const topic = 'generation.jobs';
  const publication = spanCalling(draw, op.publishJob, [], () => ({
    attributes: correlated(request, kafka('publish', topic)),
  }));
  if (publication.status === 'error') {
    return publication;
  }
  const job = spanCalling(draw, op.processJob, [generated(draw, request, language)], () => ({
    attributes: correlated(request, kafka('process', topic, { 'messaging.consumer.group.name': worker })),
  }));
  return {
    ...publication,
    children: [{ ...job, offsetMs: publication.durationMs + draw.between(30, 900), linksParent: true }],
  };
}

function hasFailed(span: SpanSpec): boolean {
  return span.status === 'error' || (span.children ?? []).some(hasFailed);
}

/** From the request that is accepted at once to the code that a worker generates, checks and stores. */
export const generationFlow: FlowModel = {
  id: 'accelerapp-generation',
  samplesPerMinute: op.tracedPerMinute(op.generations),
  operations: [
    op.startGeneration,
    op.insertJob,
    op.publishJob,
    op.processJob,
    op.generateCode,
    op.readSpec,
    ...op.codeModels.flatMap(({ server, client }) => [client, server]),
    op.renderTemplates,
    op.compileCheck,
    op.insertArtifacts,
  ],
  build: (draw) => {
    const request = newRequest(draw);
    const language = draw.weighted(op.languages.map((one) => [one.language, one.share] as const));
    const calls = untilFailure([
      () => stored(draw, op.insertJob, 'INSERT INTO jobs (id, project_id, state) VALUES (%s, %s, %s)', request),
      () => queued(draw, request, language),
    ]);
    const root = served(draw, op.startGeneration, calls, request, '/api/v1/generate');
    const whole: SpanSpec = hasFailed(root) ? { ...root, status: 'error' } : root;
    return {
      root,
      observations: [
        {
          metric: 'accelerapp_request_duration_seconds',
          labels: routeOf(op.startGeneration),
          value: root.durationMs / 1_000,
        },
      ],
      incidents: sufferedFrom(draw, whole, {
        failing: [codegenFailures, ollamaDown, errorBurst],
        slowing: [slowSpecStore],
        slowAboveMs: 1_000,
      }),
    };
  },
};
