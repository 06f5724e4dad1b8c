import { goldenService } from '../../catalog/golden';
import { type System } from '../../catalog/types';
import { prometheus } from '../../datasources';
import { type TimeWindow } from '../../datasources/types';
import { changeWords } from '../../domain/changes/words';
import { type Change } from '../../domain/changes/types';
import { type ServiceErrors, errorQueries, serviceErrors } from '../../domain/incidents/errors';
import { type Measured, type ReportEntry, type RunbookFindings } from '../../domain/incidents/report';
import { endedAtMs } from '../../domain/incidents/times';
import { type IncidentDraft, type ServiceRef } from '../../domain/incidents/types';
import { askChanges } from '../../scenes/changes/askChanges';
import { askImpact } from '../../scenes/runbooks/askImpact';
import { type ChosenDataSources } from '../../scenes/variables/dataSources';

export interface MeasureRequest {
  draft: IncidentDraft;
  systems: readonly System[];
  dataSources: Required<ChosenDataSources>;
  nowMs: number;
  signal: AbortSignal;
}

/** Of more services only the first are measured one by one. */
const MOST_SERVICES = 5;
/** What was deployed before belongs to the story. */
const BEFORE_MS = 3_600_000;

/**
 * Measures what an incident cost, over its own time. What cannot be measured is named in `gaps`. Rejects only when
 * aborted.
 */
export async function askMeasured(request: MeasureRequest, runbooks: readonly RunbookFindings[]): Promise<Measured> {
  const { draft, systems, nowMs } = request;
  const endMs = endedAtMs(draft);
  const range = { fromMs: draft.createdAtMs, toMs: Math.min(nowMs, endMs ?? nowMs) };
  const located = draft.affectedServices.flatMap((ref) => {
    const system = systems.find(({ id }) => id === ref.system);
    return system ? [{ ref, system }] : [];
  });
  const measured = located.slice(0, MOST_SERVICES);
  const [impacts, errors, changes] = await Promise.all([
    Promise.all(measured.map((one) => impactOf(one, request, range, endMs === undefined))),
    errorsOf(located, request, range),
    changesOf(located, request, range),
  ]);
  const leftOut = located.slice(MOST_SERVICES).map(({ ref }) => ref.service);
  return {
    impacts,
    errors: errors.value,
    runbooks,
    changes: changes.value,
    gaps: [
      ...(located.length === 0 ? ['anything: the catalog knows none of the services.'] : []),
      ...(leftOut.length > 0 ? [`the budgets of further services: ${leftOut.join(', ')}.`] : []),
      ...errors.gaps,
      ...changes.gaps,
    ],
  };
}

interface Located {
  ref: ServiceRef;
  system: System;
}

interface Part<T> {
  value: readonly T[];
  gaps: readonly string[];
}

async function impactOf(
  { ref, system }: Located,
  { dataSources, signal }: MeasureRequest,
  range: TimeWindow,
  isOngoing: boolean
): Promise<Measured['impacts'][number]> {
  const run = { pageRange: () => range, dataSourceUid: (name: keyof ChosenDataSources) => dataSources[name] };
  const impact = await askImpact({ run, system, service: ref.service, startMs: range.fromMs, isOngoing, signal });
  const name = system.services.find(({ id }) => id === ref.service)?.name ?? ref.service;
  return { service: name, impact };
}

async function errorsOf(
  located: readonly Located[],
  { dataSources, signal }: MeasureRequest,
  range: TimeWindow
): Promise<Part<ServiceErrors>> {
  const services = located.flatMap(({ ref, system }) => {
    const service = system.services.find(({ id }) => id === ref.service);
    return service ? [goldenService(system, service)] : [];
  });
  const queries = errorQueries(services, { startMs: range.fromMs, endMs: range.toMs });
  if (!queries) {
    return { value: [], gaps: ['failed requests: none of the services counts them.'] };
  }
  const { mean, worst } = await prometheus.instants({
    dataSourceUid: dataSources.prometheus,
    expressions: { ...queries },
    range,
    signal,
  });
  return mean.ok
    ? { value: serviceErrors(mean.value, worst.ok ? worst.value : []), gaps: [] }
    : { value: [], gaps: [`failed requests. ${mean.error.message}`] };
}

/** Deploys and alerts of the services concerned. */
async function changesOf(
  located: readonly Located[],
  { dataSources, signal }: MeasureRequest,
  range: TimeWindow
): Promise<Part<ReportEntry>> {
  const systems = [...new Set(located.map(({ system }) => system))];
  if (systems.length === 0) {
    return { value: [], gaps: [] };
  }
  const asked = await askChanges({
    systems,
    dataSourceUid: dataSources.prometheus,
    range: { ...range, fromMs: range.fromMs - BEFORE_MS },
    signal,
  });
  if (!asked.ok) {
    return { value: [], gaps: [`deploys. ${asked.error.message}`] };
  }
  const isConcerned = (system: string, service: string) =>
    located.some(({ ref }) => ref.system === system && ref.service === service);
  const { deploys, alerts, unread } = asked.value;
  const changes: Change[] = [
    ...deploys
      .filter(({ system, service }) => isConcerned(system, service))
      .map((deploy) => ({ what: 'deploy' as const, timeMs: deploy.timeMs, deploy })),
    ...alerts
      .filter(({ system, service, component }) => isConcerned(system, service || component))
      .flatMap((alert) =>
        alert.endedMs === undefined ? [] : [{ what: 'alert-ended' as const, timeMs: alert.endedMs, alert }]
      ),
  ];
  return {
    value: changes.map((change) => ({ timeMs: change.timeMs, text: changeWords(change) })),
    gaps: unread.map((message) => `all changes. ${message}`),
  };
}
