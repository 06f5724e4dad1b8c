import fastify, { type FastifyInstance } from 'fastify';
import type { IncidentSchedule } from '../engine/incidents';
import { exposition } from '../metrics/exposition';
import type { Exemplars } from '../metrics/exemplars';
import type { Fleet } from '../metrics/fleet';
import { OPEN_METRICS_CONTENT_TYPE } from '../metrics/text';
import type { SystemModel, TimeMs } from '../model';
import type { OwnMetrics } from '../self/own-metrics';
import { listIncidents } from './incident-list';
import { serviceDiscovery } from './service-discovery';

const PROMETHEUS_TEXT = 'text/plain; version=0.0.4; charset=utf-8';

export interface LiveParts {
  fleet: Fleet;
  exemplars: Exemplars;
  schedule: IncidentSchedule;
  systems: readonly SystemModel[];
  now(): TimeMs;
  /** The generator about itself. */
  own: Pick<OwnMetrics, 'contentType' | 'text'>;
  /** What Elasticsearch says about itself; absent when the generator writes to none. */
  probeElasticsearch?: (() => Promise<string>) | undefined;
  /** After an incident was started or ended by hand. */
  onChange(): void;
}

/**
 * `GET /sd` (Prometheus http_sd), `GET /metrics/<system>/<job>/<instance>` (503 when the target is down),
 * `GET /metrics` (the generator itself), `GET /probe/elasticsearch` (503 when it does not answer), `GET /healthz`,
 * `GET /incidents`, `POST|DELETE /incidents/<id>` (404 for an unknown id).
 */
export function liveServer(parts: LiveParts): FastifyInstance {
  const { fleet, exemplars, schedule, systems, now, onChange } = parts;
  const server = fastify();

  server.get('/healthz', () => ({ status: 'ok' }));
  server.get('/sd', (request) => serviceDiscovery(fleet, request.host));
  server.get('/metrics', async (_request, reply) => reply.type(parts.own.contentType).send(await parts.own.text()));
  server.get('/probe/elasticsearch', async (_request, reply) => {
    const probe = parts.probeElasticsearch;
    if (!probe) {
      return reply.code(404).type('text/plain').send('This generator writes to no Elasticsearch.\n');
    }
    try {
      return reply.type(PROMETHEUS_TEXT).send(await probe());
    } catch (error) {
      return reply
        .code(503)
        .type('text/plain')
        .send(`${error instanceof Error ? error.message : String(error)}\n`);
    }
  });
  server.get('/incidents', () => listIncidents(systems, schedule, now()));

  server.get<{ Params: { system: string; job: string; instance: string } }>(
    '/metrics/:system/:job/:instance',
    (request, reply) => {
      const { system, job, instance } = request.params;
      const target = fleet.targets.find(
        (one) => one.system === system && one.model.job === job && one.model.instance === instance
      );
      if (!target) {
        return reply.code(404).type('text/plain').send(`No target ${system}/${job}/${instance}; GET /sd lists all.\n`);
      }
      // A clock that was set back must not fail a scrape.
      const tMs = Math.max(now(), fleet.atMs);
      if (!fleet.isUp(target, tMs)) {
        return reply.code(503).type('text/plain').send('This target is down in the present scenario.\n');
      }
      fleet.advance(tMs);
      return reply.type(OPEN_METRICS_CONTENT_TYPE).send(exposition(fleet, target, tMs, exemplars));
    }
  );

  const change = (action: 'start' | 'end') => (id: string) => {
    schedule[action](id, now());
    onChange();
    return listIncidents(systems, schedule, now()).find((incident) => incident.id === id);
  };
  const changes = { POST: change('start'), DELETE: change('end') } as const;
  for (const method of ['POST', 'DELETE'] as const) {
    server.route<{ Params: { id: string } }>({
      method,
      url: '/incidents/:id',
      handler: (request, reply) => {
        const { id } = request.params;
        return schedule.has(id)
          ? reply.send(changes[method](id))
          : reply.code(404).send({ error: `Unknown incident "${id}"; GET /incidents lists all.` });
      },
    });
  }
  return server;
}
