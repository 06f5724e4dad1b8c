import type { FastifyInstance } from 'fastify';

import { HttpError, type PreviewContext } from '../context';
import { callUpstream, UpstreamUnreachable } from '../upstream';
import { sendAnswer } from './resources';
import { toGrafanaRules, type PrometheusRulesAnswer } from '../rules';

const GRAFANA_MANAGED = 'grafana';

/** Rule and alert state: the data source's own rules pass through in Grafana's form; Grafana-managed ones are none here. */
export function registerAlertingRoutes(app: FastifyInstance, context: PreviewContext): void {
  app.get<{ Params: { uid: string } }>('/api/prometheus/:uid/api/v1/rules', async (request, reply) => {
    if (request.params.uid === GRAFANA_MANAGED) {
      return { status: 'success', data: { groups: [] } };
    }
    const source = context.requireDataSource(request.params.uid);
    const search = new URL(request.raw.url ?? '/', 'http://localhost').search;
    const answer = await reach(`${source.url}/api/v1/rules${search}`);
    if (answer.status !== 200) {
      return sendAnswer(reply, answer);
    }
    return toGrafanaRules(JSON.parse(answer.body) as PrometheusRulesAnswer);
  });

  app.get<{ Params: { uid: string } }>('/api/prometheus/:uid/api/v1/alerts', async (request, reply) => {
    if (request.params.uid === GRAFANA_MANAGED) {
      return { status: 'success', data: { alerts: [] } };
    }
    const source = context.requireDataSource(request.params.uid);
    return sendAnswer(reply, await reach(`${source.url}/api/v1/alerts`));
  });

  app.get<{ Params: { uid: string; '*': string } }>('/api/alertmanager/:uid/api/v2/*', async (request, reply) => {
    const path = request.params['*'];
    if (request.params.uid === GRAFANA_MANAGED) {
      return path === 'status' ? { cluster: { status: 'disabled' } } : [];
    }
    const source = context.requireDataSource(request.params.uid);
    const search = new URL(request.raw.url ?? '/', 'http://localhost').search;
    return sendAnswer(reply, await reach(`${source.url}/api/v2/${path}${search}`));
  });

  app.get('/api/v1/rules/history', () => ({
    schema: { fields: [] },
    data: { values: [] },
  }));
}

async function reach(url: string) {
  try {
    return await callUpstream(url);
  } catch (error) {
    if (error instanceof UpstreamUnreachable) {
      throw new HttpError(502, error.message);
    }
    throw error;
  }
}
