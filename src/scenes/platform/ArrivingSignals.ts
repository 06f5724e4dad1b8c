import { goldenService } from '../../catalog/golden';
import { type Service, type System } from '../../catalog/types';
import { elasticsearch, prometheus } from '../../datasources';
import { type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { fieldNames } from '../../domain/logs/fields';
import { logLucene } from '../../domain/logs/logQuery';
import { type Sample } from '../../domain/metrics/types';
import { renderSelector } from '../../domain/promql/matchers';
import { GOLDEN_COLUMNS, type GoldenColumn, goldenExpressions, ROW_LABELS } from '../../domain/services/golden';
import { type ExpectedSignals, type ServiceSignals, serviceSignals } from '../../domain/stack/serviceSignals';
import { LiveData } from '../live/LiveData';
import { logsDataSource, metricsDataSource } from '../variables/dataSources';

const WINDOW = '15m';
const WINDOW_MS = 15 * 60_000;
const MOST_SERVICES = 500;
const COLUMN_WORDS: Readonly<Partial<Record<GoldenColumn, string>>> = {
  traffic: 'traffic',
  errors: 'errors',
  latencyP95: 'latency',
  saturation: 'saturation',
};

/** What arrives of each service of a system: one question for each kind of telemetry, whatever the number of services. */
export class ArrivingSignals extends LiveData<ServiceSignals[]> {
  constructor(private readonly system: System) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<ServiceSignals[]>> {
    const { system } = this;
    const services = system.services.filter(({ kind }) => kind !== 'monitoring');
    const golden = services.map((service) => goldenService(system, service));
    const columns = goldenExpressions(golden, '5m');
    const where = { system: system.id };
    const spans = renderSelector({ metric: 'traces_span_metrics_calls_total', where });
    const [answers, lines] = await Promise.all([
      prometheus.instants({
        dataSourceUid: metricsDataSource(this).uid,
        expressions: {
          ...columns,
          spans: `sum by (service_name) (rate(${spans}[${WINDOW}]))`,
          resources: renderSelector({ metric: 'target_info', where }),
        } as Record<string, string>,
        range,
        signal,
      }),
      this.linesBySchema(range, signal),
    ]);
    const samples = (key: string) => {
      const answer = answers[key];
      return answer?.ok ? answer.value : undefined;
    };
    return success(
      serviceSignals(
        services.map((service) => expectedOf(system, service, columns)),
        {
          golden: columnsByService(GOLDEN_COLUMNS, samples),
          spans: byName(samples('spans'), ({ value }) => value),
          resources: byName(samples('resources'), (sample) => sample),
          lines,
        }
      )
    );
  }

  private async linesBySchema(range: TimeWindow, signal: AbortSignal) {
    const { uid: dataSourceUid } = logsDataSource(this);
    const used = new Set(this.system.services.flatMap(({ logs }) => (logs ? [logs.schema] : [])));
    const found = new Map<string, ReadonlyMap<string, number>>();
    await Promise.all(
      (this.system.logSchemas ?? []).map(async (schema) => {
        const [field] = fieldNames(schema.fields, 'service');
        if (!dataSourceUid || !used.has(schema.id) || field === undefined) {
          return;
        }
        const rows = await elasticsearch.table({
          dataSourceUid,
          query: logLucene(schema, { where: [] }),
          groupBy: [{ field, size: MOST_SERVICES }],
          measure: [{ kind: 'count' }],
          range: { fromMs: range.toMs - WINDOW_MS, toMs: range.toMs },
          signal,
        });
        if (rows.ok) {
          const counts = rows.value.map(({ group, values }) => [group[field] ?? '', values['count'] ?? 0] as const);
          found.set(schema.id, new Map(counts));
        }
      })
    );
    return found;
  }
}

function expectedOf(system: System, service: Service, asked: Partial<Record<GoldenColumn, string>>): ExpectedSignals {
  const { signals } = goldenService(system, service);
  const has: Partial<Record<GoldenColumn, unknown>> = { ...signals, latencyP95: signals.latency };
  const golden = Object.entries(COLUMN_WORDS).filter(([column]) => {
    const name = column as GoldenColumn;
    return has[name] !== undefined && asked[name] !== undefined;
  });
  return {
    id: service.id,
    name: service.name,
    isServing: service.kind === 'application' || service.kind === 'platform' || service.kind === 'edge',
    golden: Object.fromEntries(golden),
    traced: service.traces?.service,
    logged: loggedOf(system, service),
  };
}

/** Which lines are a service's; undefined when that cannot be told from the field that names services. */
function loggedOf({ logSchemas }: System, { logs }: Service): ExpectedSignals['logged'] {
  const schema = logSchemas?.find(({ id }) => id === logs?.schema);
  if (!logs || !schema) {
    return undefined;
  }
  const [only, ...more] = Object.entries(logs.where ?? {});
  if (only === undefined) {
    return { schema: schema.id };
  }
  const [field, value] = only;
  const names = ['service', ...fieldNames(schema.fields, 'service')];
  return more.length === 0 && names.includes(field) ? { schema: schema.id, value } : undefined;
}

function columnsByService(columns: readonly GoldenColumn[], samples: (key: string) => readonly Sample[] | undefined) {
  const found = new Map<string, Set<string>>();
  let isAnswered = false;
  for (const column of columns) {
    const answer = samples(column);
    isAnswered ||= answer !== undefined;
    for (const { labels, value } of answer ?? []) {
      const service = labels[ROW_LABELS.service] ?? '';
      if (!Number.isNaN(value)) {
        found.set(service, (found.get(service) ?? new Set()).add(column));
      }
    }
  }
  return isAnswered ? found : undefined;
}

function byName<T>(samples: readonly Sample[] | undefined, of: (sample: Sample) => T): Map<string, T> | undefined {
  return samples && new Map(samples.map((sample) => [sample.labels['service_name'] ?? '', of(sample)]));
}
