import type { FastifyInstance } from 'fastify';

import { HttpError } from '../context';

interface PostedAnnotation {
  time?: number;
  timeEnd?: number;
  text?: string;
  tags?: string[];
}

interface StoredAnnotation {
  id: number;
  time: number;
  timeEnd: number;
  tags: string[];
}

const DEFAULT_LIMIT = 100;

/** Grafana's annotations of the organisation, in memory: written, searched by range and tags, deleted. */
export function registerAnnotationRoutes(app: FastifyInstance): void {
  const annotations = new Map<number, StoredAnnotation>();
  let lastId = 0;

  app.get('/api/annotations', (request) => {
    const query = new URL(request.raw.url ?? '/', 'http://localhost').searchParams;
    return search([...annotations.values()], query);
  });

  app.post('/api/annotations', (request) => {
    const nowMs = Date.now();
    const { text, time = nowMs, timeEnd = time, tags = [] } = (request.body ?? {}) as PostedAnnotation;
    if (!text) {
      throw new HttpError(400, 'Failed to save annotation');
    }
    lastId += 1;
    annotations.set(lastId, {
      ...NOWHERE,
      ...AUTHOR,
      id: lastId,
      created: nowMs,
      updated: nowMs,
      time,
      timeEnd,
      text,
      tags,
      data: {},
    } as StoredAnnotation);
    return { id: lastId, message: 'Annotation added' };
  });

  app.delete<{ Params: { id: string } }>('/api/annotations/:id', (request) => {
    if (!annotations.delete(Number(request.params.id))) {
      throw new HttpError(404, 'Annotation not found');
    }
    return { message: 'Annotation deleted' };
  });
}

const NOWHERE = {
  alertId: 0,
  alertName: '',
  dashboardId: 0,
  dashboardUID: '',
  panelId: 0,
  newState: '',
  prevState: '',
};
const AUTHOR = { userId: 0, login: '', email: '', avatarUrl: '' };

/** Newest first; without `from` and `to` all times, and all tags have to be there unless `matchAny` is set. */
function search(all: readonly StoredAnnotation[], query: URLSearchParams): StoredAnnotation[] {
  const from = Number(query.get('from') ?? 0);
  const to = Number(query.get('to') ?? 0) || Number.MAX_SAFE_INTEGER;
  const tags = query.getAll('tags');
  const hasTags = (one: StoredAnnotation) =>
    tags.length === 0 ||
    (query.get('matchAny') === 'true'
      ? tags.some((tag) => one.tags.includes(tag))
      : tags.every((tag) => one.tags.includes(tag)));
  return all
    .filter((one) => one.time <= to && one.timeEnd >= from && hasTags(one))
    .sort((a, b) => b.timeEnd - a.timeEnd || b.time - a.time)
    .slice(0, Number(query.get('limit') ?? DEFAULT_LIMIT));
}
