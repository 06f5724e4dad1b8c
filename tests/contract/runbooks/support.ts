import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type System } from '../../../src/catalog';
import { type Runbook } from '../../../src/domain/runbook/types';
import { runbookService, runbookSource } from '../../../src/catalog/runbooks';
import { type TimeWindow } from '../../../src/datasources';
import { type Opened } from '../../../src/domain/runbook/address';
import { bindCheck } from '../../../src/domain/runbook/bind';
import { type Finding } from '../../../src/domain/runbook/findings';
import { checkKey } from '../../../src/domain/runbook/flow';
import { isLive } from '../../../src/domain/runbook/questions';
import { runbookVariables } from '../../../src/domain/runbook/variables';
import { askCheck } from '../../../src/scenes/runbooks/askCheck';

export interface Incident {
  id: string;
  system: string;
  kind: string;
  service: string;
  startMs: number;
  endMs: number | null;
  alert?: string;
}

interface Manifest {
  startMs: number;
  endMs: number;
  incidents: Incident[];
  /** Those that were over when the history began. */
  earlierIncidents: Incident[];
}

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const stateFile = process.env.WATCHKEEPER_STATE ?? path.resolve('.cache/stack/state.json');

/** What the telemetry generator has played. */
export const manifest = JSON.parse(
  readFileSync(
    process.env.WATCHKEEPER_MANIFEST ?? path.join(path.dirname(stateFile), 'telemetry/manifest.json'),
    'utf8'
  )
) as Manifest;

/** A check that was asked, by its key and title. */
export interface Asked {
  key: string;
  title: string;
  finding: Finding;
}

/** Asks the live checks of a runbook about a time; `wanted` picks some of them by title. */
export async function askRunbook(
  system: System,
  runbook: Runbook,
  opened: Opened,
  range: TimeWindow,
  wanted: (title: string) => boolean = () => true
): Promise<Asked[]> {
  const variables = runbookVariables(runbook, system.id, opened);
  const service = runbookService(system, runbook, variables['service']);
  const binding = { source: runbookSource(system, runbook), variables, service, opened };
  const asked: Asked[] = [];
  for (const { id, checks = [] } of runbook.steps) {
    for (const [index, check] of checks.entries()) {
      const question = bindCheck(check, binding);
      if (isLive(question) && wanted(question.title)) {
        const finding = await askCheck(question, {
          dataSources: { prometheus: 'prometheus', jaeger: 'jaeger', elasticsearch: 'elasticsearch' },
          range,
          signal: new AbortController().signal,
          format: (value, unit) => `${value} ${unit}`,
        });
        asked.push({ key: checkKey(id, index), title: question.title, finding });
      }
    }
  }
  return asked;
}

/** The hour up to a time. */
export function hourUntil(toMs: number): TimeWindow {
  return { fromMs: toMs - HOUR_MS, toMs };
}

/**
 * A time at which an incident was not on, nor for a while before, and nothing else that was deployed or broken in its
 * system was.
 * @param settledMs how long the incident itself has to be over.
 * @throws Error when the history has no such time.
 */
export function calmTime(incident: Incident, settledMs: number): number {
  const own = manifest.incidents.filter(({ id, system }) => system === incident.system && id !== incident.id);
  const others = own.filter(({ kind }) => !kind.startsWith('budget-burn'));
  const isOn = ({ startMs, endMs }: Incident, timeMs: number, afterMs: number) =>
    startMs < timeMs && (endMs ?? Infinity) > timeMs - afterMs;
  const times: number[] = [];
  for (let timeMs = manifest.startMs + 30 * MINUTE_MS; timeMs < manifest.endMs; timeMs += 2 * MINUTE_MS) {
    if (!manifest.incidents.some((one) => one.id === incident.id && isOn(one, timeMs, settledMs))) {
      times.push(timeMs);
    }
  }
  const disturbance = (timeMs: number) => others.filter((one) => isOn(one, timeMs, 20 * MINUTE_MS)).length;
  const [best] = times.sort((a, b) => disturbance(a) - disturbance(b));
  if (best === undefined) {
    throw new Error(`There is no time without ${incident.id} in the history.`);
  }
  return best;
}
