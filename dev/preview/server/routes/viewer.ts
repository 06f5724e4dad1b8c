import type { FastifyInstance } from 'fastify';

import { HttpError } from '../context';
import { registerAnnotationRoutes } from './annotations';

interface StoredItem {
  metadata: { name: string; labels?: Record<string, string> };
  spec: { data: Record<string, string | null> };
}

/** The signed-in user, liveness, and what a user keeps: annotations and user storage, in memory. */
export function registerViewerRoutes(app: FastifyInstance): void {
  app.get('/api/health', () => ({ database: 'ok', version: 'preview', commit: 'preview' }));
  app.get('/api/user', () => ({
    id: 1,
    uid: 'preview',
    login: 'preview',
    name: 'Preview',
    email: '',
    orgId: 1,
    theme: '',
  }));
  app.get('/api/user/orgs', () => [{ orgId: 1, name: 'Main Org.', role: 'Admin' }]);
  app.get('/api/org', () => ({ id: 1, name: 'Main Org.' }));

  registerAnnotationRoutes(app);
  registerUserStorage(app);
}

function registerUserStorage(app: FastifyInstance): void {
  const base = '/apis/userstorage.grafana.app/v0alpha1/namespaces/:namespace/user-storage';
  const items = new Map<string, StoredItem>();
  const find = (name: string): StoredItem => {
    const item = items.get(name);
    if (!item) {
      throw new HttpError(404, `user-storage.userstorage.grafana.app "${name}" not found`);
    }
    return item;
  };
  app.get<{ Params: { name: string } }>(`${base}/:name`, (request) => find(request.params.name));
  app.post(`${base}/`, (request) => {
    const item = request.body as StoredItem;
    items.set(item.metadata.name, item);
    return item;
  });
  app.patch<{ Params: { name: string } }>(`${base}/:name`, (request) => {
    const item = find(request.params.name);
    const { spec } = JSON.parse(String(request.body)) as Pick<StoredItem, 'spec'>;
    const data = { ...item.spec.data, ...spec.data };
    item.spec.data = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
    return item;
  });
}
