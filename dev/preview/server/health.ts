import { HttpError } from './context';
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

interface Probe {
  path: string;
  healthy: string;
  /** what to say when there is no answer; without it, the network's own words */
  unreachable?: string;
}

const PROBES: Readonly<Record<string, Probe | undefined>> = {
  jaeger: { path: '/api/services', healthy: 'Data source is working' },
  elasticsearch: {
    path: '/_cluster/health?wait_for_status=yellow',
    healthy: 'Elasticsearch data source is healthy.',
    unreachable: 'Health check failed: Failed to connect to Elasticsearch',
  },
};

/** What Grafana's "Save & test" would say about a data source. @throws HttpError 500 for kinds without a health check */
export async function checkHealth(source: DataSource): Promise<Health> {
  if (source.type === 'prometheus') {
    return checkPrometheus(source);
  }
  const probe = PROBES[source.type];
  if (!probe) {
    throw new HttpError(500, 'Plugin unavailable', 'plugin.unavailable');
  }
  try {
    const answer = await callUpstream(`${source.url}${probe.path}`);
    return answer.status < 400
      ? { message: probe.healthy, status: 'OK' }
      : {
          message: `Health check failed: ${source.typeName} data source is not healthy. Status: ${answer.statusText}`,
          status: 'ERROR',
        };
  } catch (error) {
    if (error instanceof UpstreamUnreachable) {
      return { message: probe.unreachable ?? error.message, status: 'ERROR' };
    }
    throw error;
  }
}
