import { getBackendSrv, type BackendSrvRequest } from '@grafana/runtime';
import { classifyHttp, gaveUp, grafanaUnreachable } from '../classify';
import { abortError, type DataSourceError, type ErrorContext } from '../errors';
import { failure, type Result, success } from '../result';
import { type CallOptions } from '../types';
import { GaveUpError, InFlight } from './inFlight';

/** Grafana's own limit on the way to a data source is 30 s by default; ours must be longer to hear of it. */
const DEFAULT_TIMEOUT_MS = 45_000;

/** A call to Grafana's HTTP API. Paths begin with `/api/` and carry their query string. */
export interface ApiRequest {
  method: 'GET' | 'POST';
  url: string;
  /** A string is newline-delimited JSON and is sent as it is; anything else is sent as JSON. */
  body?: unknown;
}

/** What came back, whatever the status. */
export interface ApiAnswer {
  status: number;
  body: unknown;
}

/** There was no HTTP answer: the network failed, or Grafana is gone. `cause` is what the browser said. */
export class NoAnswerError extends Error {
  override name = 'NoAnswerError';
}

let requestCount = 0;

/**
 * Sends one request. Any HTTP status is an answer: a 400 of `/api/ds/query` holds results.
 * Rejects with an AbortError when the signal fires or Grafana cancels, with a NoAnswerError without an HTTP answer.
 */
export function send({ method, url, body }: ApiRequest, signal: AbortSignal): Promise<ApiAnswer> {
  requestCount += 1;
  const options: BackendSrvRequest = {
    method,
    url,
    data: body,
    ...(typeof body === 'string' ? { headers: { 'content-type': 'application/x-ndjson' } } : {}),
    requestId: `watchkeeper-${requestCount}`,
    showErrorAlert: false,
    showSuccessAlert: false,
  };
  return new Promise((resolve, reject) => {
    let answer: ApiAnswer | undefined;
    // Unsubscribing is what makes Grafana cancel the HTTP request.
    const subscription = getBackendSrv()
      .fetch<unknown>(options)
      .subscribe({
        next: ({ status, data }) => {
          answer = { status, body: data };
        },
        error: (error: unknown) => {
          const { status, data, cancelled } = error as { status?: number; data?: unknown; cancelled?: boolean };
          if (cancelled) {
            reject(abortError());
          } else if (typeof status === 'number' && status > 0) {
            resolve({ status, body: data });
          } else {
            reject(new NoAnswerError('no HTTP answer', { cause: error }));
          }
        },
        complete: () => (answer ? resolve(answer) : reject(abortError())),
      });
    signal.addEventListener('abort', () => {
      subscription.unsubscribe();
      reject(abortError());
    });
  });
}

/**
 * Joins the call of that key or starts it, and turns its failures into results.
 * Rejects only when aborted.
 */
export async function share<T>(
  calls: InFlight<T>,
  key: string,
  start: (signal: AbortSignal) => Promise<T>,
  { signal, timeoutMs = DEFAULT_TIMEOUT_MS }: CallOptions,
  context: ErrorContext
): Promise<Result<T>> {
  try {
    return success(await calls.run(key, start, { signal, timeoutMs }));
  } catch (error) {
    return failure(asError(error, context));
  }
}

function asError(error: unknown, context: ErrorContext): DataSourceError {
  if (error instanceof GaveUpError) {
    return gaveUp(error.timeoutMs, context);
  }
  if (error instanceof NoAnswerError) {
    return grafanaUnreachable(error.cause, context);
  }
  throw error;
}

const calls = new InFlight<ApiAnswer>();

/** Sends a request of which only a 2xx body is of use, or joins an identical one that is under way. */
export async function callForBody(
  request: ApiRequest,
  options: CallOptions,
  context: ErrorContext = {}
): Promise<Result<unknown>> {
  const key = JSON.stringify([request.method, request.url, request.body]);
  const answer = await share(calls, key, (signal) => send(request, signal), options, context);
  if (!answer.ok) {
    return answer;
  }
  const { status, body } = answer.value;
  return status >= 200 && status < 300 ? success(body) : failure(classifyHttp({ status, body }, context));
}
