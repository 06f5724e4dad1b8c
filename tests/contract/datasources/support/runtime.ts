import { type BackendSrvRequest } from '@grafana/runtime';
import { Observable } from 'rxjs';
import { apiUrl } from './apiUrl';

// Stands in for `@grafana/runtime`, whose HTTP client needs a browser: the same behaviour over Node's fetch.

interface ListedDataSource {
  uid: string;
  name: string;
  type: string;
  url: string;
  isDefault: boolean;
}

let listed: ListedDataSource[] = [];

/** Reads the host's data sources; call it before the tests. */
export async function loadDataSources(): Promise<void> {
  const answer = await fetch(`${apiUrl()}/api/datasources`);
  if (!answer.ok) {
    throw new Error(`${apiUrl()}/api/datasources answered ${answer.status}: may anonymous users administer this host?`);
  }
  listed = (await answer.json()) as ListedDataSource[];
}

/** Where the server behind a data source is. */
export function serverUrl(uid: string): string {
  const url = listed.find((one) => one.uid === uid)?.url;
  if (!url) {
    throw new Error(`${apiUrl()} has no data source "${uid}"`);
  }
  return url;
}

export function getBackendSrv() {
  return { fetch: fetchAsGrafana };
}

export function getDataSourceSrv() {
  return {
    getList: ({ type }: { type: string[] }) => listed.filter((one) => type.includes(one.type)),
    getInstanceSettings: ({ uid }: { uid: string }) => listed.find((one) => one.uid === uid),
  };
}

function fetchAsGrafana({ url, method = 'GET', data, headers }: BackendSrvRequest): Observable<unknown> {
  return new Observable((observer) => {
    const controller = new AbortController();
    fetch(`${apiUrl()}${url}`, {
      method,
      signal: controller.signal,
      body: typeof data === 'string' || data === undefined ? data : JSON.stringify(data),
      headers: { ...(method === 'POST' ? { 'content-type': 'application/json' } : {}), ...headers },
    })
      .then(async (response) => ({ status: response.status, ok: response.ok, data: parse(await response.text()) }))
      .then(
        (answer) => {
          if (answer.ok) {
            observer.next(answer);
            observer.complete();
          } else {
            observer.error(answer);
          }
        },
        (error: unknown) => observer.error(error)
      );
    return () => controller.abort();
  });
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
