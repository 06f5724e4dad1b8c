import { type Runbook } from '../../../../domain/runbook/types';
import {
  compose,
  errorLines,
  failingTraces,
  investigate,
  link,
  metric,
  mitigate,
  on,
  slowestTrace,
  symptom,
  verify,
} from '../../runbookKit';
import { cache, database, owned, recognition, started, undo, written } from './parts';

const common = { ...owned, service: 'dashboard', variables: { container: '$service' } } as const;

const deployed = investigate('deployments', 'Was something deployed?', {
  checks: [started],
  branches: [on('abnormal', 'rollback', 'A service started within the last hour.')],
});

const treat = mitigate('dependency', 'Treat the dependency', {
  text: 'PostgreSQL: look for long queries and missing indexes, stop imports. Redis: let it warm up. ML service: hold back batches.',
  checks: [
    link('PostgreSQL', 'services', 'mini-market', 'postgres'),
    link('ML service', 'services', 'mini-market', 'ml_service'),
  ],
});

export const requestRunbooks: readonly Runbook[] = [
  {
    ...common,
    id: 'service-down',
    title: 'A service is down',
    alerts: ['service-down'],
    severity: 'critical',
    responseMinutes: 5,
    summary: 'A target has not answered a scrape for two minutes. It may be gone, or only its metrics.',
    steps: [
      symptom(),
      investigate('scope', 'Which one, and who else?', {
        checks: [
          metric('system.target-up', '<', 1, { by: ['job'], title: 'Targets that answer' }),
          metric('cadvisor.restarts-10m', '>', 2, { by: ['name'], title: 'Restarts of containers' }),
          metric('cadvisor.memory-share', '>', 0.95, { by: ['name'], title: 'Memory of its limit' }),
        ],
        branches: [on('abnormal', 'restart')],
      }),
      investigate('effect', 'Do users notice?', {
        checks: [metric('system.error-ratio', '>', 0.05, { by: ['job'], title: 'Failed requests' }), errorLines(5)],
      }),
      investigate('container', 'Why did it stop?', { checks: [compose.state, compose.logs, started] }),
      mitigate('restart', 'Start it again', {
        text: 'A container that is killed for its memory comes back only to be killed again: raise the limit first.',
        checks: [compose.restart],
      }),
      undo,
      verify([metric('system.target-up', '<', 1, { by: ['job'] })]),
      written,
    ],
  },
  {
    ...common,
    id: 'high-error-rate',
    title: 'Requests fail',
    alerts: ['high-error-rate'],
    severity: 'critical',
    responseMinutes: 5,
    summary: 'More than 5 % of the requests of a service have failed for five minutes.',
    steps: [
      symptom(),
      investigate('endpoints', 'Which service, which endpoint?', {
        checks: [
          metric('system.error-ratio', '>', 0.05, { by: ['job'], title: 'Error rate by service' }),
          metric('system.errors', '>', 0.02, { by: ['job', 'endpoint'], title: 'Errors by endpoint' }),
        ],
      }),
      deployed,
      investigate('evidence', 'What do the logs and traces say?', { checks: [errorLines(5), failingTraces()] }),
      investigate('dependencies', 'Are the dependencies well?', {
        checks: [...database, metric('redis.up', '<', 1, { title: 'Redis answers', blames: 'redis' }), ...recognition],
        branches: [on('abnormal', 'dependency')],
      }),
      treat,
      mitigate('restart', 'Restart it, as the last resort', { checks: [compose.restart] }),
      undo,
      verify(),
      written,
    ],
  },
  {
    ...common,
    id: 'slow-requests',
    title: 'Requests are slow',
    alerts: ['high-latency', 'slow-requests'],
    severity: 'high',
    responseMinutes: 15,
    summary: 'p95 of a service is above 500 ms, or p99 above 2 s. People wait at the till.',
    steps: [
      symptom(),
      investigate('services', 'Which service is the slow one?', {
        text: 'A slow service makes all slow that call it: the innermost is to blame.',
        checks: [metric('system.latency-p95', '>', 0.5, { by: ['job'], title: 'p95 by service' }), slowestTrace(3000)],
      }),
      investigate('dependencies', 'Does it wait for something?', {
        checks: [...database, ...cache, ...recognition],
        branches: [on('abnormal', 'dependency')],
      }),
      investigate('saturation', 'Is it out of resources?', {
        checks: [
          metric('cadvisor.cpu', '>', 0.8, { by: ['name'], title: 'CPU of containers' }),
          metric('postgres.connections-active', '>', 80, { title: 'Connections to PostgreSQL', blames: 'postgres' }),
        ],
      }),
      deployed,
      treat,
      undo,
      verify(),
      written,
    ],
  },
  {
    ...common,
    id: 'log-volume-spike',
    title: 'Three times as many log lines',
    alerts: ['log-volume-spike'],
    severity: 'medium',
    summary:
      'A service writes three times its usual number of lines: often errors in a loop, sometimes a forgotten debug level.',
    steps: [
      symptom(),
      investigate('errors', 'Are they errors?', {
        checks: [errorLines(5), metric('system.error-ratio', '>', 0.05, { by: ['job'], title: 'Failed requests' })],
        branches: [on('abnormal', 'errors-runbook', 'The lines are errors.')],
      }),
      investigate('debug', 'Is the debug level on?', {
        checks: [
          {
            kind: 'log',
            title: 'Debug lines',
            where: [{ field: 'level', anyOf: ['debug', 'DEBUG'] }],
            abnormal: { op: '>', value: 100 },
          },
          started,
        ],
        branches: [on('abnormal', 'quiet')],
      }),
      mitigate('errors-runbook', 'Treat the errors', {
        checks: [link('Requests fail', 'runbooks', 'mini-market', 'high-error-rate')],
      }),
      mitigate('quiet', 'Make it quiet', {
        text: 'Set the level back to info; watch the disk of the log store.',
        checks: [compose.restart],
      }),
      verify(),
      written,
    ],
  },
];
