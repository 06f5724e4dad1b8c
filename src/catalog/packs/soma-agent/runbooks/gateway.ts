import { type Runbook } from '../../../../domain/runbook/types';
import {
  command,
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
import { deployed, owned, policyEngine, restart, stores, undo, written } from './parts';

const common = { ...owned, service: 'gateway', variables: { container: '$service' } } as const;

const treat = mitigate('dependency', 'Treat the dependency', {
  text: 'The gateway is a victim. Go on with the runbook of what step "Are the dependencies well?" names.',
  checks: [link('All runbooks', 'runbooks')],
});

export const gatewayRunbooks: readonly Runbook[] = [
  {
    ...common,
    id: 'gateway-errors',
    title: 'Gateway answers with errors',
    alerts: ['high-gateway-error-rate'],
    severity: 'critical',
    responseMinutes: 5,
    summary: 'More than 1 % of the requests to the gateway fail. Users see errors instead of answers.',
    steps: [
      symptom(),
      investigate('endpoints', 'Which endpoint, which instance?', {
        checks: [
          metric('gateway.error-ratio', '>', 0.01, { by: ['endpoint'], title: 'Error rate by endpoint' }),
          metric('gateway.traffic', '<=', 0, { title: 'Requests arrive' }),
        ],
      }),
      deployed,
      investigate('evidence', 'What do the logs and traces say?', { checks: [errorLines(5), failingTraces()] }),
      investigate('dependencies', 'Are the dependencies well?', {
        checks: [...stores, ...policyEngine],
        branches: [on('abnormal', 'dependency')],
      }),
      treat,
      restart,
      undo,
      verify([metric('gateway.latency-p95', '>', 2.5)]),
      written,
    ],
  },
  {
    ...common,
    id: 'gateway-latency',
    title: 'Gateway is slow',
    alerts: ['high-gateway-latency'],
    severity: 'warning',
    summary: 'p95 of the gateway is above 2.5 s. Every message waits for it.',
    steps: [
      symptom(),
      investigate('endpoints', 'Which endpoint?', {
        checks: [
          metric('gateway.latency-p95', '>', 2.5, { by: ['endpoint'], title: 'p95 by endpoint' }),
          slowestTrace(15000),
        ],
      }),
      investigate('dependencies', 'What does it wait for?', {
        checks: [...policyEngine, ...stores],
        branches: [on('abnormal', 'dependency')],
      }),
      investigate('load', 'Is it more than usual?', {
        checks: [
          metric('gateway.traffic', '>', 200, { title: 'Requests' }),
          metric('gateway.websocket-connections', '>', 5000, { title: 'Open WebSockets' }),
        ],
        branches: [on('abnormal', 'scale')],
      }),
      deployed,
      treat,
      mitigate('scale', 'Add an instance', {
        checks: [
          command('docker compose up -d --scale $container=2', 'More instances, more load on what is behind them.'),
        ],
      }),
      undo,
      verify(),
      written,
    ],
  },
  {
    ...common,
    id: 'service-down',
    title: 'A service is down',
    alerts: ['service-down'],
    severity: 'critical',
    responseMinutes: 5,
    summary: 'A service of the application does not answer scrapes: it has crashed, hangs, or cannot be reached.',
    steps: [
      symptom(),
      investigate('scope', 'Which one, and who else?', {
        checks: [
          metric('system.application-up', '<', 1, { by: ['job'], title: 'Services that answer' }),
          metric('system.http-error-ratio', '>', 0.01, { by: ['job'], title: 'Failed requests by service' }),
          metric('kafka.lag', '>', 1000, { by: ['group'], title: 'Work that waits' }),
        ],
      }),
      deployed,
      investigate('why', 'Why did it stop?', { checks: [errorLines(5), ...stores, compose.state, compose.logs] }),
      mitigate('restart', 'Start it again', { checks: [compose.restart] }),
      undo,
      verify([metric('kafka.lag', '>', 1000, { by: ['group'] })]),
      written,
    ],
  },
];
