import { portion, remainder, scaled } from '../../kit/rates';
import type { CallingOperation } from '../../kit/compose';
import { DAY_MS } from '../../kit/time';
import type { CounterSeries, GaugeSeries, Labels, MetricModel, Of } from '../../model';
import { ollamaDown, podDown, slowSpecStore } from './incidents';
import {
  codeModels,
  compileErrors,
  endpoints,
  generateCode,
  generations,
  languages,
  startGeneration,
} from './operations';
import { fallingPod, pods, type Pod } from './targets';

const job = 'accelerapp';

/** The pods share the work evenly; alone, one takes all of it. */
function shareOf(pod: Pod): Of<number> {
  return (tMs, world) => {
    const isAlone = world.incident(podDown, tMs) >= 0.5;
    if (!isAlone) {
      return 0.5;
    }
    return pod === fallingPod ? 0 : 1;
  };
}
function perPod(labels: Labels, rate: Of<number>): CounterSeries[] {
  return pods.map((instance) => ({ job, instance, labels, ratePerSecond: portion(rate, shareOf(instance)) }));
}
function gaugePerPod(labels: Labels, value: Of<number>): GaugeSeries[] {
  return pods.map((instance) => ({ job, instance, labels, value }));
}
export function routeOf({ name }: CallingOperation): { method: string; endpoint: string } {
  const [method = '', endpoint = ''] = name.split(' ');
  return { method, endpoint };
}
export function successStatus(operation: CallingOperation): number {
  return operation === startGeneration ? 202 : 200;
}
const failed = ({ ratePerSecond, errorRatio }: CallingOperation) => portion(ratePerSecond, errorRatio);
const share = (rate: Of<number>, factor: number): Of<number> => portion(rate, () => factor);

/** Generations that fail, by reason; together the error ratio of the whole generation. */
const failedGenerations = failed(generateCode);
const compileFailures = portion(generations, compileErrors);
const modelFailures: Of<number> = (tMs, world) =>
  codeModels.reduce((sum, { client }) => sum + failed(client)(tMs, world), 0);
const otherFailures: Of<number> = (tMs, world) =>
  Math.max(0, failedGenerations(tMs, world) - compileFailures(tMs, world) - modelFailures(tMs, world));
export const failuresByReason: ReadonlyArray<readonly [reason: string, rate: Of<number>]> = [
  ['compile_error', compileFailures],
  ['llm_unavailable', modelFailures],
  ['spec_error', otherFailures],
];

/** 1 is healthy, 0 is failing. */
const checks: ReadonlyArray<readonly [check: string, failsIn: string | undefined]> = [
  ['database', slowSpecStore],
  ['llm', ollamaDown],
  ['storage', undefined],
];
const startedMs: Record<Pod, number> = { 'accelerapp-0:8080': 0, 'accelerapp-1:8080': 5.3 * 60 * 60 * 1_000 };

/** What the application says about itself. */
export const appMetrics: MetricModel[] = [
  {
    kind: 'gauge',
    name: 'accelerapp_uptime_seconds',
    help: 'Seconds since the process started',
    series: pods.map((instance) => ({
      job,
      instance,
      // Restarted every ten days.
      value: (tMs) => Math.floor(((tMs - startedMs[instance]) % (10 * DAY_MS)) / 1_000),
    })),
  },
  {
    kind: 'counter',
    name: 'accelerapp_requests_total',
    help: 'Requests answered, by method, endpoint and status',
    series: endpoints.flatMap((operation) => [
      ...perPod(
        { ...routeOf(operation), status: String(successStatus(operation)) },
        remainder(operation.ratePerSecond, operation.errorRatio)
      ),
      ...perPod({ ...routeOf(operation), status: '500' }, failed(operation)),
    ]),
  },
  {
    kind: 'counter',
    name: 'accelerapp_errors_total',
    help: 'Requests that failed, by endpoint and type of error',
    series: endpoints.flatMap((operation) => {
      const { endpoint } = routeOf(operation);
      return [
        ...perPod({ endpoint, error_type: 'internal' }, share(failed(operation), 0.8)),
        ...perPod({ endpoint, error_type: 'dependency' }, share(failed(operation), 0.2)),
      ];
    }),
  },
  {
    kind: 'histogram',
    name: 'accelerapp_request_duration_seconds',
    help: 'Time to answer a request',
    bucketsLe: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
    series: endpoints.flatMap((operation) =>
      pods.map((instance) => ({
        job,
        instance,
        labels: routeOf(operation),
        ratePerSecond: portion(operation.ratePerSecond, shareOf(instance)),
        latency: scaled(operation.latencyMs, 0.001),
      }))
    ),
  },
  {
    kind: 'counter',
    name: 'accelerapp_code_generation_total',
    help: 'Code generations started, by language',
    series: languages.flatMap(({ language, share: languageShare }) =>
      perPod({ language }, share(generations, languageShare))
    ),
  },
  {
    kind: 'counter',
    name: 'accelerapp_code_generation_failures_total',
    help: 'Code generations that failed, by reason',
    series: failuresByReason.flatMap(([reason, rate]) => perPod({ reason }, rate)),
  },
  {
    kind: 'gauge',
    name: 'accelerapp_health_check_status',
    help: 'Health checks: 1 healthy, 0 failing',
    series: checks.flatMap(([check, failsIn]) =>
      gaugePerPod({ check }, (tMs, world) => (failsIn && world.incident(failsIn, tMs) >= 0.9 ? 0 : 1))
    ),
  },
  {
    kind: 'gauge',
    name: 'accelerapp_generation_queue_length',
    help: 'Custom metric: generations that wait for a worker',
    series: gaugePerPod({}, (tMs, world) =>
      Math.max(0, Math.round(1.5 * generations(tMs, world) * (1 + world.noise('accelerapp.queue', tMs, 60_000))))
    ),
  },
  {
    kind: 'counter',
    name: 'accelerapp_llm_tokens_total',
    help: 'Custom metric: tokens of the code models, by type',
    series: [
      ...perPod({ type: 'input' }, (tMs, world) => 900 * (generations(tMs, world) - modelFailures(tMs, world))),
      ...perPod({ type: 'output' }, (tMs, world) => 1_400 * (generations(tMs, world) - modelFailures(tMs, world))),
    ],
  },
];
