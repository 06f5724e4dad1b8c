import { createServer, type IncomingMessage } from 'node:http';
import { readFileSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';

import Fastify from 'fastify';

import { registerApi } from '../server/api';
import { PreviewContext } from '../server/context';
import type { DataSource } from '../server/dataSources';
import { ScenarioStore } from '../server/scenario';

export interface UpstreamRequest {
  method: string;
  path: string;
  search: URLSearchParams;
  body: string;
}

type Answer = { status?: number; statusText?: string; body: unknown };

/** A server that answers as the test says and remembers what it was asked. */
export interface FakeUpstream {
  url: string;
  requests: UpstreamRequest[];
  close(): Promise<void>;
}

function read(request: IncomingMessage): Promise<string> {
  return new Promise((resolve) => {
    let text = '';
    request.on('data', (chunk: Buffer) => (text += chunk.toString()));
    request.on('end', () => resolve(text));
  });
}

export async function startUpstream(answer: (request: UpstreamRequest) => Answer): Promise<FakeUpstream> {
  const requests: UpstreamRequest[] = [];
  const server = createServer((incoming, response) => {
    void read(incoming).then((body) => {
      const url = new URL(incoming.url ?? '/', 'http://localhost');
      const request = { method: incoming.method ?? 'GET', path: url.pathname, search: url.searchParams, body };
      requests.push(request);
      const { status = 200, statusText, body: answered } = answer(request);
      response.writeHead(status, statusText, { 'content-type': 'application/json' });
      response.end(typeof answered === 'string' ? answered : JSON.stringify(answered));
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    requests,
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}

const NAMES: Record<string, string> = { prometheus: 'Prometheus', jaeger: 'Jaeger', elasticsearch: 'Elasticsearch', alertmanager: 'Alertmanager' };

export function dataSource(type: string, url: string, jsonData: Record<string, unknown> = {}): DataSource {
  const name = NAMES[type] ?? type;
  return { id: Object.keys(NAMES).indexOf(type) + 1, uid: type, name, type, typeName: name, url, isDefault: type === 'prometheus', jsonData };
}

interface ApiRequest {
  method?: string;
  url: string;
  headers?: Record<string, string>;
  payload?: unknown;
}

interface ApiResponse {
  statusCode: number;
  json<T>(): T;
}

/** The API over the given data sources, listening; requests go through the network as the browser's do. */
export interface TestApi {
  scenarios: ScenarioStore;
  inject(request: ApiRequest | string): Promise<ApiResponse>;
  close(): Promise<void>;
}

export async function startApi(sources: DataSource[]): Promise<TestApi> {
  const nothing = { noDataSources: false, unknown: new Set<string>(), denied: new Set<string>(), down: new Set<string>() };
  const scenarios = new ScenarioStore(nothing);
  const urls = Object.fromEntries(sources.map((source) => [source.type, source.url]));
  const app = Fastify();
  registerApi(app, new PreviewContext(() => sources, () => urls, scenarios));
  const address = await app.listen({ host: '127.0.0.1', port: 0 });
  const inject = async (request: ApiRequest | string): Promise<ApiResponse> => {
    const { method = 'GET', url, headers = {}, payload } = typeof request === 'string' ? { url: request } : request;
    const isText = typeof payload === 'string';
    const response = await fetch(`${address}${url}`, {
      method,
      headers: { ...(payload === undefined || isText ? {} : { 'content-type': 'application/json' }), ...headers },
      ...(payload === undefined ? {} : { body: isText ? payload : JSON.stringify(payload) }),
    });
    const text = await response.text();
    return { statusCode: response.status, json: <T>() => JSON.parse(text) as T };
  };
  return { scenarios, inject, close: () => app.close() };
}

export interface Recorded {
  what: string;
  request: { method: 'GET' | 'POST'; path: string; body: unknown };
  status: number;
  response: unknown;
}

/** What a real Grafana answered, once (long arrays are cut there and end with "... n more"). */
export function recorded(name: string): Recorded {
  const path = join(process.cwd(), 'src', 'datasources', 'testdata', `${name}.json`);
  return JSON.parse(readFileSync(path, 'utf8')) as Recorded;
}
