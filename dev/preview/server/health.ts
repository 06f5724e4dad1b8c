import type { DataSource } from './dataSources';
import { callUpstream, UpstreamUnreachable } from './upstream';

export interface Health {
  details?: Record<string, unknown>;
  message: string;
  status: 'OK' | 'ERROR';
}

async function checkPrometheus(source: DataSource): Promise<Health> {
  const failure = 'There was an error returned querying the Prometheus API.';
  try {
    const answer = await callUpstream(`${source.url}/api/v1/query`, {
      method: 'POST',
      body: new URLSearchParams({ query: '1+1', time: '4' }),
    });
    if (answer.status !== 200) {
      return { message: `${answer.statusText} - ${failure}`, status: 'ERROR' };
    }
  } catch (error) {
    if (error instanceof UpstreamUnreachable) {
      return { message: `${error.message} - ${failure}`, status: 'ERROR' };
    }
    throw error;
  }
  return {
    details: { application: 'Prometheus', features: { rulerApiEnabled: false } },
    message: 'Successfully queried the Prometheus API.',
    status: 'OK',
  };
}

const PROBES: Record<string, { path: string; healthy: string }> = {
  jaeger: { path: '/api/services', healthy: 'Data source is working' },
  elasticsearch: { path: '/_cluster/health?wait_for_status=yellow', healthy: 'Elasticsearch data source is healthy.' },
  alertmanager: { path: '/api/v2/status', healthy: 'Health check passed.' },
};

/** What Grafana's "Save & test" would say about a data source. */
export async function checkHealth(source: DataSource): Promise<Health> {
  const probe = PROBES[source.type];
  if (!probe) {
    return checkPrometheus(source);
  }
  try {
    const answer = await callUpstream(`${source.url}${probe.path}`);
    return answer.status === 200
      ? { message: probe.healthy, status: 'OK' }
      : { message: `request failed: ${answer.statusText}`, status: 'ERROR' };
  } catch (error) {
    if (error instanceof UpstreamUnreachable) {
      return { message: error.message, status: 'ERROR' };
    }
    throw error;
  }
}
