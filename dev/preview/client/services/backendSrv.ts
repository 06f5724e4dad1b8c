import { AppEvents } from '@grafana/data';
import type { BackendSrv, BackendSrvRequest, FetchError, FetchResponse } from '@grafana/runtime';
import { lastValueFrom, Observable } from 'rxjs';

import { appEvents } from './appEvents';

interface InFlight {
  controller: AbortController;
}

function withParameters(url: string, parameters: BackendSrvRequest['params']): string {
  const address = new URL(url, location.origin);
  for (const [name, value] of Object.entries(parameters ?? {})) {
    for (const one of Array.isArray(value) ? value : [value]) {
      if (one !== undefined && one !== null) {
        address.searchParams.append(name, String(one));
      }
    }
  }
  return address.origin === location.origin ? address.pathname + address.search : address.href;
}

function encodeBody(options: BackendSrvRequest): BodyInit | undefined {
  if (options.data === undefined || options.data === null) {
    return undefined;
  }
  if (typeof options.data === 'string' || options.data instanceof FormData) {
    return options.data;
  }
  const contentType = Object.entries(options.headers ?? {}).find(
    ([name]) => name.toLowerCase() === 'content-type'
  )?.[1];
  return contentType === 'application/x-www-form-urlencoded'
    ? new URLSearchParams(options.data)
    : JSON.stringify(options.data);
}

function parseBody(text: string, responseType: BackendSrvRequest['responseType']): unknown {
  if (responseType === 'text') {
    return text;
  }
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text === '' ? {} : text;
  }
}

/** HTTP for plugins, with Grafana's ways: errors as FetchError, a newer request of one requestId cancels the older. */
export class PreviewBackendSrv implements BackendSrv {
  private readonly inFlight = new Map<string, InFlight>();

  fetch<T>(options: BackendSrvRequest): Observable<FetchResponse<T>> {
    return new Observable((subscriber) => {
      const controller = new AbortController();
      if (options.requestId) {
        this.inFlight.get(options.requestId)?.controller.abort();
        this.inFlight.set(options.requestId, { controller });
      }
      options.abortSignal?.addEventListener('abort', () => controller.abort());
      this.send<T>(options, controller.signal)
        .then((response) => {
          subscriber.next(response);
          subscriber.complete();
        })
        .catch((error: FetchError) => {
          this.alert(options, error);
          subscriber.error(error);
        })
        .finally(() => {
          if (options.requestId && this.inFlight.get(options.requestId)?.controller === controller) {
            this.inFlight.delete(options.requestId);
          }
        });
      return () => controller.abort();
    });
  }

  private async send<T>(options: BackendSrvRequest, signal: AbortSignal): Promise<FetchResponse<T>> {
    const url = withParameters(options.url, options.params);
    const body = encodeBody(options);
    const isJson =
      body !== undefined &&
      typeof options.data !== 'string' &&
      !(body instanceof URLSearchParams || body instanceof FormData);
    let response: Response;
    try {
      response = await fetch(url, {
        method: options.method ?? 'GET',
        signal,
        headers: {
          Accept: 'application/json, text/plain, */*',
          ...(isJson ? { 'Content-Type': 'application/json' } : {}),
          ...options.headers,
        },
        ...(body === undefined ? {} : { body }),
      });
      const data =
        options.responseType === 'blob' || options.responseType === 'arraybuffer'
          ? await (options.responseType === 'blob' ? response.blob() : response.arrayBuffer())
          : parseBody(await response.text(), options.responseType);
      const { status, statusText, ok, headers, redirected, type } = response;
      const result = { data: data as T, status, statusText, ok, headers, redirected, type, url, config: options };
      if (!ok) {
        throw Object.assign(result, { data: typeof data === 'string' ? { message: data } : data });
      }
      return result;
    } catch (error) {
      if (error instanceof DOMException && error.name === 'AbortError') {
        throw {
          type: 'cancelled',
          cancelled: true,
          data: null,
          status: -1,
          statusText: 'Request was aborted',
          config: options,
        };
      }
      if (error instanceof TypeError) {
        throw {
          status: undefined,
          data: { message: error.message, error: error.message },
          message: error.message,
          config: options,
        };
      }
      throw error;
    }
  }

  private alert(options: BackendSrvRequest, error: FetchError): void {
    const isQuery = options.url.includes('/api/ds/query');
    if (error.cancelled || options.showErrorAlert === false || (isQuery && options.showErrorAlert !== true)) {
      return;
    }
    const message = (error.data as { message?: string } | null)?.message ?? error.statusText ?? 'Request failed';
    appEvents.emit(AppEvents.alertError, [
      `${error.status ?? ''} ${options.method ?? 'GET'} ${options.url}`.trim(),
      message,
    ]);
  }

  private async unwrap<T>(options: BackendSrvRequest): Promise<T> {
    const response = await lastValueFrom(this.fetch<T>(options));
    const message = (response.data as { message?: string } | null)?.message;
    if (options.method !== 'GET' && message && options.showSuccessAlert !== false) {
      appEvents.emit(AppEvents.alertSuccess, [message]);
    }
    return response.data;
  }

  get<T>(
    url: string,
    params?: BackendSrvRequest['params'],
    requestId?: string,
    options?: Partial<BackendSrvRequest>
  ): Promise<T> {
    return this.unwrap<T>({ ...options, url, params, requestId, method: 'GET' });
  }

  delete<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>): Promise<T> {
    return this.unwrap<T>({ ...options, url, data, method: 'DELETE' });
  }

  post<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>): Promise<T> {
    return this.unwrap<T>({ ...options, url, data, method: 'POST' });
  }

  patch<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>): Promise<T> {
    return this.unwrap<T>({ ...options, url, data, method: 'PATCH' });
  }

  put<T>(url: string, data?: unknown, options?: Partial<BackendSrvRequest>): Promise<T> {
    return this.unwrap<T>({ ...options, url, data, method: 'PUT' });
  }

  request<T>(options: BackendSrvRequest): Promise<T> {
    return this.unwrap<T>(options);
  }

  datasourceRequest<T>(options: BackendSrvRequest): Promise<FetchResponse<T>> {
    return lastValueFrom(this.fetch<T>(options));
  }

  chunked(): Observable<never> {
    return new Observable((subscriber) => subscriber.error(new Error('the preview host has no chunked requests')));
  }
}
