import type { DeployModel, IncidentModel } from '../../model';
import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/time';

/** Ids that rates, latencies and targets of this system refer to. */
export const INCIDENT = {
  paymentDeploy: 'obs-standards-payment-deploy-errors',
  slowPreferences: 'obs-standards-slow-preferences',
  orderErrors: 'obs-standards-order-lookup-errors',
  userBurn: 'obs-standards-user-burn-slow',
  nodeMemory: 'obs-standards-node-memory',
  nodeDisk: 'obs-standards-node-disk',
  userDown: 'obs-standards-user-instance-down',
  conversionDrop: 'obs-standards-conversion-drop',
  nodeCpu: 'obs-standards-node-cpu',
  slowOrders: 'obs-standards-slow-order-lookups',
} as const;

export const PAYMENT_VERSIONS = { before: '3.1.4', faulty: '3.2.0' } as const;
const DEPLOY_BEFORE_END_MS = 140 * MINUTE_MS;
const DEPLOY_LASTED_MS = 20 * MINUTE_MS;

export const incidents: IncidentModel[] = [
  {
    id: INCIDENT.paymentDeploy,
    kind: 'error-burst-after-deploy',
    service: 'payment-service',
    title: 'payment-service 3.2.0 fails one payment in twelve after its deploy; rolled back after 20 minutes',
    windows: [
      { startBeforeEndMs: DEPLOY_BEFORE_END_MS, durationMs: DEPLOY_LASTED_MS },
      { startBeforeEndMs: 12 * DAY_MS, durationMs: 100 * MINUTE_MS },
    ],
    alert: 'HighErrorRate',
    alsoAlerts: ['HighPaymentFailureRate', 'SLOErrorBudgetCritical'],
    deploys: { service: 'payment-service', version: PAYMENT_VERSIONS.faulty },
  },
  {
    id: INCIDENT.slowPreferences,
    kind: 'slow-dependency',
    service: 'user-service',
    title: 'Preference look-ups take four times as long as yesterday',
    windows: [{ startBeforeEndMs: 55 * MINUTE_MS }],
    rampMs: 3 * MINUTE_MS,
  },
  {
    id: INCIDENT.orderErrors,
    kind: 'budget-burn-medium',
    service: 'order-service',
    title: 'Order look-ups fail ten times as often as yesterday',
    windows: [{ startBeforeEndMs: 50 * MINUTE_MS }],
    rampMs: 2 * MINUTE_MS,
  },
  {
    id: INCIDENT.userBurn,
    kind: 'budget-burn-slow',
    service: 'user-service',
    title: 'user-service has spent its error budget a little too fast for ten days',
    windows: [{ startBeforeEndMs: 10 * DAY_MS }],
    rampMs: HOUR_MS,
  },
  {
    id: INCIDENT.nodeMemory,
    kind: 'resource-exhaustion',
    service: 'node-2',
    title: 'Memory of node-2 above 90 % until the leaking batch job was stopped',
    windows: [{ startBeforeEndMs: 260 * MINUTE_MS, durationMs: 40 * MINUTE_MS }],
    rampMs: 8 * MINUTE_MS,
    alert: 'HighMemoryUsage',
  },
  {
    id: INCIDENT.nodeDisk,
    kind: 'resource-exhaustion',
    service: 'node-3',
    title: 'Root disk of node-3 fills up and has passed 85 %',
    windows: [{ startBeforeEndMs: 5 * HOUR_MS }],
    rampMs: 3 * HOUR_MS,
    alert: 'DiskSpaceLow',
  },
  {
    id: INCIDENT.userDown,
    kind: 'target-down',
    service: 'user-service',
    title: 'Instance user-service-1 does not answer scrapes',
    windows: [{ startBeforeEndMs: 220 * MINUTE_MS, durationMs: 8 * MINUTE_MS }],
    rampMs: 1,
    alert: 'ServiceDown',
  },
  {
    id: INCIDENT.conversionDrop,
    kind: 'business-anomaly',
    service: 'web-frontend',
    title: 'Conversion falls below 2 % while a campaign sends the wrong visitors',
    windows: [{ startBeforeEndMs: 310 * MINUTE_MS, durationMs: 30 * MINUTE_MS }],
    rampMs: 3 * MINUTE_MS,
    alert: 'LowConversionRate',
  },
  {
    id: INCIDENT.nodeCpu,
    kind: 'resource-exhaustion',
    service: 'node-1',
    title: 'A batch job keeps the cores of node-1 busy for twenty minutes',
    windows: [{ startBeforeEndMs: 185 * MINUTE_MS, durationMs: 20 * MINUTE_MS }],
    rampMs: MINUTE_MS,
    alert: 'HighCPUUsage',
  },
  {
    id: INCIDENT.slowOrders,
    kind: 'slow-dependency',
    service: 'order-service',
    title: 'Order look-ups take most of a second while their index is built again',
    windows: [{ startBeforeEndMs: 100 * MINUTE_MS, durationMs: 14 * MINUTE_MS }],
    rampMs: MINUTE_MS,
    alert: 'HighLatency',
  },
];

const deployLog = (message: string, version: string) => ({
  schema: 'app-logs',
  service: 'payment-service',
  level: 'info' as const,
  message,
  fields: { fields: { action: 'deploy', version } },
});

export const deploys: DeployModel[] = [
  { service: 'user-service', version: '1.2.0', beforeEndMs: 40 * DAY_MS },
  { service: 'order-service', version: '2.7.1', beforeEndMs: 40 * DAY_MS },
  { service: 'web-frontend', version: '5.0.3', beforeEndMs: 4 * DAY_MS },
  { service: 'payment-service', version: PAYMENT_VERSIONS.before, beforeEndMs: 40 * DAY_MS },
  {
    service: 'payment-service',
    version: PAYMENT_VERSIONS.faulty,
    beforeEndMs: DEPLOY_BEFORE_END_MS,
    logs: [deployLog('Deployment finished', PAYMENT_VERSIONS.faulty)],
  },
  {
    service: 'payment-service',
    version: PAYMENT_VERSIONS.before,
    beforeEndMs: DEPLOY_BEFORE_END_MS - DEPLOY_LASTED_MS,
    logs: [deployLog('Deployment rolled back', PAYMENT_VERSIONS.before)],
  },
];
