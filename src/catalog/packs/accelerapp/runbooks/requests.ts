import { type Check, type Runbook } from '../../../../domain/runbook/types';
import {
  errorLines,
  failingTraces,
  investigate,
  kubernetes,
  link,
  metric,
  mitigate,
  on,
  slowCalls,
  symptom,
  verify,
} from '../../runbookKit';
import { common, dependencies, deployed, nodes, undo, written } from './parts';

/** Generations take long by nature; these are answers to requests. */
const slowRequests: Check = {
  kind: 'log',
  title: 'Requests over 1 s',
  where: [
    { field: 'logger', anyOf: ['accelerapp.api'] },
    { field: 'durationMs', atLeast: 1000 },
  ],
  abnormal: { op: '>', value: 10 },
};

export const requestRunbooks: readonly Runbook[] = [
  {
    ...common,
    id: 'code-generation-failures',
    title: 'Code generation fails',
    variables: { namespace: 'accelerapp', deployment: 'accelerapp-worker' },
    alerts: ['code-generation-failures'],
    severity: 'high',
    responseMinutes: 15,
    summary: 'More than 10 % of the generations fail. Users get no code, or code that does not compile.',
    steps: [
      symptom(),
      investigate('kinds', 'What fails?', {
        checks: [
          metric('accelerapp.generation-failures', '>', 0.02, { by: ['language'], title: 'Failures by language' }),
          metric('accelerapp.generation-queue', '>', 50, { title: 'Jobs that wait' }),
        ],
      }),
      deployed,
      investigate('models', 'Are the models well?', {
        checks: dependencies,
        branches: [on('abnormal', 'model')],
      }),
      investigate('evidence', 'What do the logs and traces say?', {
        checks: [errorLines(5, { service: 'accelerapp-worker' }), failingTraces({ service: 'accelerapp-worker' })],
      }),
      mitigate('model', 'Bring the models back', {
        checks: [link('Ollama is down', 'runbooks', 'accelerapp', 'llm-unavailable')],
      }),
      mitigate('switch-off', 'Switch the broken kind off', {
        text: 'Hide the language or template that fails until it is repaired.',
      }),
      undo,
      verify(),
      written,
    ],
  },
  {
    ...common,
    id: 'slow-responses',
    title: 'Responses are slow',
    alerts: ['slow-response-time'],
    severity: 'warning',
    summary: 'p95 of the responses is above 1 s.',
    steps: [
      symptom(),
      investigate('endpoints', 'Which endpoint?', {
        checks: [
          metric('accelerapp.latency-p95', '>', 1, { by: ['endpoint'], title: 'p95 by endpoint' }),
          slowRequests,
        ],
      }),
      investigate('database', 'Does it wait for its stores?', {
        checks: [
          slowCalls('p95 of reading projects', 'accelerapp', 'SELECT projects', 300, 'accelerapp'),
          slowCalls('p95 of reading jobs', 'accelerapp', 'SELECT jobs', 300, 'accelerapp'),
        ],
        branches: [on('abnormal', 'store', 'A store answers slowly.')],
      }),
      investigate('resources', 'Is it out of resources?', { checks: nodes, branches: [on('abnormal', 'scale')] }),
      deployed,
      mitigate('store', 'Relieve the store', {
        text: 'Look for backups, locks and long transactions; stop what can wait.',
      }),
      mitigate('scale', 'Add replicas', { checks: [kubernetes.scale(4)] }),
      undo,
      verify([metric('accelerapp.error-ratio', '>', 0.05)]),
      written,
    ],
  },
  {
    ...common,
    id: 'request-flood',
    title: 'Very many requests',
    alerts: ['high-request-rate'],
    severity: 'info',
    summary: 'More than 1,000 requests a second: a success, a broken client, or an attack.',
    steps: [
      symptom(),
      investigate('who', 'What is asked for, and by whom?', {
        checks: [
          metric('accelerapp.traffic', '>', 500, { by: ['endpoint'], title: 'Requests by endpoint' }),
          { kind: 'log', title: 'Refused requests', query: 'status_code:429', abnormal: { op: '>', value: 100 } },
        ],
      }),
      investigate('effect', 'Does it hurt?', {
        checks: [
          metric('accelerapp.error-ratio', '>', 0.05, { title: 'Failed requests' }),
          metric('accelerapp.latency-p95', '>', 1),
          ...nodes,
        ],
        branches: [on('abnormal', 'limit'), on('normal', 'verify', 'It copes.')],
      }),
      mitigate('limit', 'Limit or grow', {
        text: 'A broken client or an attack: limit its rate at the ingress. A success: add replicas.',
        checks: [kubernetes.scale(6)],
      }),
      verify(),
      written,
    ],
  },
];
