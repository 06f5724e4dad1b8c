import { type Sample } from '../metrics/types';

/** One kind of telemetry of a service. `unknown`: it could not be asked. `none`: the catalog expects none. */
export type Presence = 'present' | 'missing' | 'unknown' | 'none';

export interface SignalCell {
  presence: Presence;
  /** What was found, or what is missing; may be empty. */
  text: string;
}

/** What arrives of a service. */
export interface ServiceSignals {
  id: string;
  name: string;
  metrics: SignalCell;
  traces: SignalCell;
  logs: SignalCell;
  /** Version and environment, as its spans say. */
  attributes: SignalCell;
}

/** What the catalog expects of a service. */
export interface ExpectedSignals {
  id: string;
  name: string;
  /** Serves requests: it should be counted whatever the catalog says. */
  isServing: boolean;
  /** Titles of its golden signals, by column. */
  golden: Readonly<Record<string, string>>;
  /** Name in traces. */
  traced?: string | undefined;
  /** Schema, and the value that names it there; without a value every line of the schema is its own. */
  logged?: { schema: string; value?: string | undefined } | undefined;
}

/** What the stores answered; undefined for what could not be asked. */
export interface SignalAnswers {
  /** Columns of golden signals that have a value, by service. */
  golden?: ReadonlyMap<string, ReadonlySet<string>> | undefined;
  /** Spans a second, by the service's name in traces. */
  spans?: ReadonlyMap<string, number> | undefined;
  /** `target_info`, by the service's name in traces. */
  resources?: ReadonlyMap<string, Sample> | undefined;
  /** Lines by schema, and in it by the value that names the service. */
  lines?: ReadonlyMap<string, ReadonlyMap<string, number>> | undefined;
}

/** Telemetry of each service, as it arrives; those that lack most come first. */
export function serviceSignals(expected: readonly ExpectedSignals[], answers: SignalAnswers): ServiceSignals[] {
  return expected
    .map((service) => ({
      id: service.id,
      name: service.name,
      metrics: metricsOf(service, answers),
      traces: tracesOf(service, answers),
      logs: logsOf(service, answers),
      attributes: attributesOf(service, answers),
    }))
    .sort((a, b) => missingOf(b) - missingOf(a) || a.name.localeCompare(b.name));
}

/** How many kinds of telemetry a service lacks that it should have. */
export function missingOf({ metrics, traces, logs, attributes }: ServiceSignals): number {
  return [metrics, traces, logs, attributes].filter(({ presence }) => presence === 'missing').length;
}

const UNKNOWN: SignalCell = { presence: 'unknown', text: 'could not be asked' };
const NONE: SignalCell = { presence: 'none', text: '' };

function metricsOf({ id, golden, isServing }: ExpectedSignals, answers: SignalAnswers): SignalCell {
  const titles = Object.entries(golden);
  if (titles.length === 0) {
    return isServing ? { presence: 'missing', text: 'not instrumented: the catalog has no signal of it' } : NONE;
  }
  if (!answers.golden) {
    return UNKNOWN;
  }
  const found = answers.golden.get(id);
  const silent = titles.filter(([column]) => !found?.has(column)).map(([, title]) => title);
  const have = titles.filter(([column]) => found?.has(column)).map(([, title]) => title);
  return silent.length > 0
    ? { presence: 'missing', text: `no ${silent.join(', ')}` }
    : { presence: 'present', text: have.join(', ') };
}

function tracesOf({ traced }: ExpectedSignals, { spans }: SignalAnswers): SignalCell {
  if (traced === undefined) {
    return NONE;
  }
  if (!spans) {
    return UNKNOWN;
  }
  const perSecond = spans.get(traced) ?? 0;
  return perSecond > 0
    ? { presence: 'present', text: `${rounded(perSecond)} spans/s` }
    : { presence: 'missing', text: 'no span in 15 minutes' };
}

function logsOf({ logged }: ExpectedSignals, { lines }: SignalAnswers): SignalCell {
  if (!logged) {
    return NONE;
  }
  const ofSchema = lines?.get(logged.schema);
  if (!ofSchema) {
    return UNKNOWN;
  }
  const count =
    logged.value === undefined
      ? [...ofSchema.values()].reduce((sum, one) => sum + one, 0)
      : (ofSchema.get(logged.value) ?? 0);
  return count > 0
    ? { presence: 'present', text: `${count.toLocaleString('en')} lines` }
    : { presence: 'missing', text: 'no line in 15 minutes' };
}

function attributesOf({ traced }: ExpectedSignals, { resources }: SignalAnswers): SignalCell {
  if (traced === undefined) {
    return NONE;
  }
  if (!resources) {
    return UNKNOWN;
  }
  const labels = resources.get(traced)?.labels;
  const version = labels?.['service_version'];
  const environment = labels?.['deployment_environment'] ?? labels?.['deployment_environment_name'];
  const lacks = [...(version ? [] : ['service.version']), ...(environment ? [] : ['deployment.environment'])];
  return lacks.length > 0
    ? { presence: 'missing', text: `no ${lacks.join(', ')}` }
    : { presence: 'present', text: `${version}, ${environment}` };
}

function rounded(value: number): string {
  return String(Number(value.toPrecision(2)));
}
