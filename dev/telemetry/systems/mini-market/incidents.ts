import { DAY_MS, HOUR_MS, MINUTE_MS } from '../../kit/time';
import type { DeployModel, IncidentModel } from '../../model';

/** Ids of the incidents, as the rate and latency functions name them. */
export const slowDatabase = 'mini-market-slow-database';
export const orderErrors = 'mini-market-order-errors';
export const stockout = 'mini-market-stockout';
export const ocrOverload = 'mini-market-ocr-overload';
export const cacheCold = 'mini-market-cache-cold';
export const modelDrift = 'mini-market-model-drift';
export const depositCrashLoop = 'mini-market-deposit-crash-loop';
export const databaseDown = 'mini-market-database-down';
export const diskFull = 'mini-market-disk-full';
export const memoryPressure = 'mini-market-memory-pressure';

const brokenRelease = { service: 'agente_negocio', version: '2.4.1' };
const orderErrorsWindow = { startBeforeEndMs: 4.5 * HOUR_MS, durationMs: 25 * MINUTE_MS };

/** The first six are part of the history; the others wait for a live start. */
export const incidents: IncidentModel[] = [
  {
    id: slowDatabase,
    kind: 'slow-dependency',
    service: 'postgres',
    title: 'A missing index after a bulk price import makes every query of PostgreSQL wait for table scans.',
    windows: [
      { startBeforeEndMs: 100 * MINUTE_MS, durationMs: 35 * MINUTE_MS },
      { startBeforeEndMs: 12 * DAY_MS, durationMs: 50 * MINUTE_MS },
    ],
    rampMs: 2 * MINUTE_MS,
    alert: 'HighLatency',
    alsoAlerts: ['SlowRequests'],
  },
  {
    id: orderErrors,
    kind: 'error-burst-after-deploy',
    service: 'agente_negocio',
    title: 'Purchase orders fail after the deploy of agente_negocio 2.4.1: supplier payment terms are lost.',
    windows: [orderErrorsWindow, { startBeforeEndMs: 19 * DAY_MS, durationMs: 70 * MINUTE_MS }],
    alert: 'HighErrorRate',
    alsoAlerts: ['LogVolumeSpike'],
    deploys: brokenRelease,
  },
  {
    id: stockout,
    kind: 'business-anomaly',
    service: 'agente_negocio',
    title: 'A supplier delivered half of its pallets: drinks and dairy fall below their minimum stock.',
    windows: [{ startBeforeEndMs: 55 * MINUTE_MS }, { startBeforeEndMs: 8 * DAY_MS, durationMs: 6 * HOUR_MS }],
    rampMs: 10 * MINUTE_MS,
    alert: 'StockCritico',
  },
  {
    id: ocrOverload,
    kind: 'resource-exhaustion',
    service: 'ml_service',
    title: 'A batch of large scans keeps ml_service at full CPU; invoice recognition runs into its timeout.',
    windows: [{ startBeforeEndMs: 3 * HOUR_MS, durationMs: 30 * MINUTE_MS }],
    alert: 'OCRTimeoutSpike',
    alsoAlerts: ['CPUHigh', 'HighLatency', 'SlowRequests'],
  },
  {
    id: cacheCold,
    kind: 'slow-dependency',
    service: 'redis',
    title: 'Redis lost its keys in a restart; the hit rate falls and PostgreSQL answers instead.',
    windows: [{ startBeforeEndMs: 5.5 * HOUR_MS, durationMs: 20 * MINUTE_MS }],
    rampMs: 3 * MINUTE_MS,
    alert: 'CacheHitRateLow',
  },
  {
    id: modelDrift,
    kind: 'business-anomaly',
    service: 'ml_service',
    title: 'The inflation model drifts: a price list in the wrong currency reached its training window.',
    windows: [{ startBeforeEndMs: 15 * DAY_MS, durationMs: 9 * HOUR_MS }],
    rampMs: 10 * MINUTE_MS,
    alert: 'MLModelDrift',
    alsoAlerts: ['InflationAnomaly'],
  },
  {
    id: depositCrashLoop,
    kind: 'target-down',
    service: 'agente_deposito',
    title: 'agente_deposito is killed for lack of memory at every start and never becomes ready.',
    windows: [{ startBeforeEndMs: 23 * DAY_MS, durationMs: 15 * MINUTE_MS }],
    rampMs: 1_000,
    alert: 'ServiceDown',
    alsoAlerts: ['DeploymentIssue'],
  },
  {
    id: databaseDown,
    kind: 'target-down',
    service: 'postgres',
    title: 'PostgreSQL accepts no connections; the exporter still answers and says so.',
    windows: [],
    rampMs: 1_000,
    alert: 'DatabaseDown',
    alsoAlerts: ['HighErrorRate'],
  },
  {
    id: diskFull,
    kind: 'resource-exhaustion',
    service: 'host',
    title: 'Scanned invoices pile up on the data disk of the host.',
    windows: [],
    rampMs: 5 * MINUTE_MS,
    alert: 'DiskSpaceCritical',
  },
  {
    id: memoryPressure,
    kind: 'resource-exhaustion',
    service: 'agente_negocio',
    title: 'agente_negocio keeps every price history in memory and comes close to its limit.',
    windows: [],
    rampMs: 5 * MINUTE_MS,
    alert: 'MemoryPressure',
  },
];

const startUp = (service: string, version: string): NonNullable<DeployModel['logs']> => [
  { schema: 'mini-market', service, level: 'info', message: `Servicio iniciado, versión ${version}`, offsetMs: 3_000 },
];

export const deploys: DeployModel[] = [
  { service: 'agente_deposito', version: '1.9.3', beforeEndMs: 40 * DAY_MS },
  { service: 'agente_negocio', version: '2.4.0', beforeEndMs: 40 * DAY_MS },
  { service: 'ml_service', version: '3.1.0', beforeEndMs: 40 * DAY_MS },
  { service: 'dashboard', version: '1.12.0', beforeEndMs: 40 * DAY_MS },
  { service: 'dashboard', version: '1.12.1', beforeEndMs: 2 * DAY_MS },
  {
    ...brokenRelease,
    beforeEndMs: orderErrorsWindow.startBeforeEndMs + MINUTE_MS,
    logs: startUp(brokenRelease.service, brokenRelease.version),
  },
  {
    service: 'agente_negocio',
    version: '2.4.0',
    beforeEndMs: orderErrorsWindow.startBeforeEndMs - orderErrorsWindow.durationMs,
    logs: startUp('agente_negocio', '2.4.0'),
  },
];
