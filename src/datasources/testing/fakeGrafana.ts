import { type BackendSrvRequest } from '@grafana/runtime';
import { Observable } from 'rxjs';

/** What the fake Grafana does with a request: answer, fail without an HTTP answer, or never answer. */
export type FakeAnswer = { status: number; body: unknown } | { networkError: string } | 'never' | 'cancel';

/** A data source as Grafana lists it. */
export interface FakeDataSource {
  uid: string;
  name: string;
  type: string;
  isDefault?: boolean;
  jsonData?: Record<string, unknown>;
}

/** A stand-in for what Grafana gives a plugin: its HTTP client and its list of data sources. */
class FakeGrafana {
  /** The requests that were sent, in order. */
  requests: BackendSrvRequest[] = [];
  /** Ids of requests that were given up before their answer. */
  cancelled: string[] = [];
  dataSources: FakeDataSource[] = [];
  #answer: (request: BackendSrvRequest) => FakeAnswer = () => ({ status: 404, body: { message: 'Not found' } });

  /** Starts afresh: two data sources of each kind, every request unanswered. */
  reset(): void {
    this.requests = [];
    this.cancelled = [];
    this.dataSources = [
      { uid: 'prometheus', name: 'Prometheus', type: 'prometheus', isDefault: true },
      { uid: 'jaeger', name: 'Jaeger', type: 'jaeger' },
      { uid: 'elasticsearch', name: 'Elasticsearch', type: 'elasticsearch' },
    ];
    this.#answer = () => ({ status: 404, body: { message: 'Not found' } });
  }

  /** Sets how requests are answered. */
  answer(answer: FakeAnswer | ((request: BackendSrvRequest) => FakeAnswer)): void {
    this.#answer = typeof answer === 'function' ? answer : () => answer;
  }

  /** The bodies of the query requests. */
  queryBodies(): Array<{ queries: Array<Record<string, unknown>>; from: string; to: string }> {
    return this.requests.filter(({ url }) => url.startsWith('/api/ds/query')).map(({ data }) => data);
  }

  fetch(request: BackendSrvRequest): Observable<unknown> {
    this.requests.push(request);
    return new Observable((observer) => {
      let settled = false;
      const answer = this.#answer(request);
      const timer = setTimeout(() => {
        settled = answer !== 'never';
        settle(observer, request, answer);
      });
      return () => {
        clearTimeout(timer);
        if (!settled) {
          this.cancelled.push(request.requestId ?? '');
        }
      };
    });
  }
}

interface Observer {
  next: (value: unknown) => void;
  error: (error: unknown) => void;
  complete: () => void;
}

function settle(observer: Observer, config: BackendSrvRequest, answer: FakeAnswer): void {
  if (answer === 'never') {
    return;
  }
  if (answer === 'cancel') {
    observer.error({ cancelled: true, data: null, status: -1, statusText: 'Request was aborted', config });
  } else if ('networkError' in answer) {
    observer.error(Object.assign(new TypeError(answer.networkError), { data: { message: 'Unexpected error' } }));
  } else if (answer.status >= 400) {
    observer.error({ status: answer.status, data: asErrorData(answer.body), statusText: '', config });
  } else {
    // A copy, as from the wire: decoding works in place.
    observer.next({ status: answer.status, data: structuredClone(answer.body), ok: true, config });
    observer.complete();
  }
}

/** Grafana wraps texts, and copies `error` to `message`. */
function asErrorData(body: unknown): unknown {
  if (typeof body === 'string') {
    return { message: body, error: '', response: body };
  }
  const data = structuredClone(body) as Record<string, unknown>;
  return !data.message && typeof data.error === 'string' ? { ...data, message: data.error } : data;
}

export const fakeGrafana = new FakeGrafana();
fakeGrafana.reset();
