import type { APIRequestContext } from '@playwright/test';
import { findGenerator } from '../target';

/** A scripted incident in which a service suffers from the database that it calls. */
export const INCIDENT = {
  id: 'enis-postgres-slow',
  alert: 'NopsKernelHighLatency',
  summary: 'NOPS Kernel p95 latency is above 100 ms',
  /** Of the runbook that the alert calls for. */
  runbook: 'NOPS Kernel High Latency',
  culprit: 'PostgreSQL',
} as const;

/** Starts or ends the incident; one that is on stays on. */
export async function script(request: APIRequestContext, action: 'begin' | 'end'): Promise<void> {
  const url = `${findGenerator()}/incidents/${INCIDENT.id}`;
  const answer = action === 'begin' ? await request.post(url) : await request.delete(url);
  if (!answer.ok()) {
    throw new Error(`${url} answered HTTP ${answer.status()}: ${await answer.text()}`);
  }
}

interface Rules {
  data: { groups: Array<{ rules: Array<{ name: string; state: string }> }> };
}

/** What Prometheus says of the incident's alert: `inactive`, `pending` or `firing`. */
export async function alertState(request: APIRequestContext): Promise<string | undefined> {
  const { data } = (await (await request.get('/api/prometheus/prometheus/api/v1/rules')).json()) as Rules;
  return data.groups.flatMap(({ rules }) => rules).find(({ name }) => name === INCIDENT.alert)?.state;
}
