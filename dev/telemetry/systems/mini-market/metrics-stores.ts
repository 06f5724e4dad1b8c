import { around, times, wholeAround } from '../../kit/rates';
import type { CounterSeries, MetricModel, Of } from '../../model';
import { cacheCold, databaseDown, slowDatabase } from './incidents';
import { cacheInBusiness, cacheInDeposit, endpoints } from './operations';

const databaseUp: Of<number> = (tMs, world) => (world.incident(databaseDown, tMs) >= 0.5 ? 0 : 1);
const whileUp =
  (value: Of<number>): Of<number> =>
  (tMs, world) =>
    databaseUp(tMs, world) * value(tMs, world);

const hitRate = around('mini-market.hit-rate', 92, 2.5, [[cacheCold, -40]]);
const lookups: Of<number> = (tMs, world) =>
  cacheInBusiness.ratePerSecond(tMs, world) + cacheInDeposit.ratePerSecond(tMs, world);
const hits: Of<number> = (tMs, world) => (lookups(tMs, world) * hitRate(tMs, world)) / 100;
const misses: Of<number> = (tMs, world) => lookups(tMs, world) - hits(tMs, world);

const entering = endpoints.filter(({ service }) => service === 'dashboard');
const pageRequests: Of<number> = (tMs, world) =>
  entering.reduce((sum, { ratePerSecond }) => sum + ratePerSecond(tMs, world), 0);
const one = (job: string, ratePerSecond: Of<number>): CounterSeries[] => [{ job, ratePerSecond }];

/** PostgreSQL, Redis and nginx through their exporters. */
export const storeMetrics: MetricModel[] = [
  {
    kind: 'gauge',
    name: 'postgres_up',
    help: 'Whether PostgreSQL accepts connections',
    series: [{ job: 'postgres', value: databaseUp }],
  },
  {
    kind: 'gauge',
    name: 'postgres_connections_active',
    help: 'Connections of PostgreSQL that run a statement',
    series: [{ job: 'postgres', value: whileUp(wholeAround('mini-market.pg-active', 9, 3, [[slowDatabase, 74]])) }],
  },
  {
    kind: 'gauge',
    name: 'postgres_connections_idle',
    help: 'Open connections of PostgreSQL without a statement (the document names no metric for it)',
    series: [{ job: 'postgres', value: whileUp(wholeAround('mini-market.pg-idle', 31, 5, [[slowDatabase, -26]])) }],
  },
  {
    kind: 'gauge',
    name: 'redis_up',
    help: 'Whether Redis answers',
    series: [{ job: 'redis', value: () => 1 }],
  },
  {
    kind: 'gauge',
    name: 'redis_cache_hit_rate',
    help: 'Share of look-ups that Redis answers, in percent (0 to 100)',
    series: [{ job: 'redis', value: hitRate }],
  },
  { kind: 'counter', name: 'redis_keyspace_hits_total', help: 'Look-ups that found a key', series: one('redis', hits) },
  {
    kind: 'counter',
    name: 'redis_keyspace_misses_total',
    help: 'Look-ups that found no key',
    series: one('redis', misses),
  },
  { kind: 'gauge', name: 'nginx_up', help: 'Whether nginx answers', series: [{ job: 'nginx', value: () => 1 }] },
  {
    kind: 'counter',
    name: 'nginx_http_requests_total',
    help: 'Requests that nginx has passed on',
    series: one('nginx', times(pageRequests, 1.15)),
  },
];
