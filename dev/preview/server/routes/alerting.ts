import type { FastifyInstance } from 'fastify';

import { toGrafanaAlerts } from '../alertmanager';
import { HttpError, type PreviewContext } from '../context';
import type { DataSource } from '../dataSources';
import { toGrafanaRules, type PrometheusRulesAnswer } from '../rules';
import { callUpstream, UpstreamUnreachable, type UpstreamAnswer } from '../upstream';
import { sendAnswer } from './resources';

const GRAFANA_MANAGED = 'grafana';
const RULE_SOURCES = 'loki, prometheus, amazon prometheus, azure prometheus';

/** @throws HttpError 404 when there is none, 400 when it is of a kind without rules (or without alerts) */
function requireKind(context: PreviewContext, uid: string, type: string, expected: string): DataSource {
  const source = context.requireDataSource(uid, new HttpError(404, 'data source not found'));
  if (source.type !== type) {
    throw new HttpError(400, `unexpected datasource type '${source.type}', expected ${expected}`);
  }
  return source;
}

/** Rule and alert state: the data source's own rules pass through in Grafana's form; Grafana-managed ones are none here. */
export function registerAlertingRoutes(app: FastifyInstance, context: PreviewContext): void {
  app.get<{ Params: { uid: string } }>('/api/prometheus/:uid/api/v1/rules', async (request, reply) => {
    if (request.params.uid === GRAFANA_MANAGED) {
      return { status: 'success', data: { groups: [] } };
    }
    const source = requireKind(context, request.params.uid, 'prometheus', RULE_SOURCES);
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
    const source = requireKind(context, request.params.uid, 'prometheus', RULE_SOURCES);
    return sendAnswer(reply, await reach(`${source.url}/api/v1/alerts`));
  });

  app.get<{ Params: { uid: string; '*': string } }>('/api/alertmanager/:uid/api/v2/*', async (request, reply) => {
    const path = request.params['*'];
    if (request.params.uid === GRAFANA_MANAGED) {
      return path === 'status' ? { cluster: { status: 'disabled' } } : [];
    }
    const source = requireKind(context, request.params.uid, 'alertmanager', 'alertmanager');
    const search = new URL(request.raw.url ?? '/', 'http://localhost').search;
    const answer = await reach(`${source.url}/api/v2/${path}${search}`);
    return sendAnswer(reply, answer.status === 200 ? { ...answer, body: toGrafanaAlerts(path, answer.body) } : answer);
  });

  app.get('/api/v1/rules/history', () => {
    throw new HttpError(500, 'ruleUID is required to query annotations');
  });
}

/** A server that is down gives an empty 502, as Grafana's alerting API does. */
async function reach(url: string): Promise<UpstreamAnswer> {
  try {
    return await callUpstream(url);
  } catch (error) {
    if (error instanceof UpstreamUnreachable) {
      return { status: 502, statusText: '502 Bad Gateway', body: '{}', headers: new Headers() };
    }
    throw error;
  }
}
