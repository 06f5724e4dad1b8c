interface ErrorBase {
  /** A sentence for the person on call. */
  message: string;
  dataSourceUid?: string | undefined;
  refId?: string | undefined;
  /** HTTP status of the answer, or of the refId inside it. */
  status?: number | undefined;
  /** What was received, for a details view. */
  cause?: unknown;
}

/** Nothing has been chosen or installed to answer this kind of question. */
export interface NotConfiguredError extends ErrorBase {
  kind: 'not-configured';
}

/** What was asked for does not exist. */
export interface NotFoundError extends ErrorBase {
  kind: 'not-found';
  what: 'data-source' | 'trace' | 'resource';
}

/** The viewer, or Grafana on the viewer's behalf, was refused. */
export interface NoPermissionError extends ErrorBase {
  kind: 'no-permission';
}

/** Nobody answered: the server behind the data source, or Grafana itself. */
export interface DownError extends ErrorBase {
  kind: 'down';
}

/** The answer took longer than the caller, Grafana or the server allows. */
export interface TimeoutError extends ErrorBase {
  kind: 'timeout';
}

/** The question itself was rejected. */
export interface BadQueryError extends ErrorBase {
  kind: 'bad-query';
}

/** Some parts answered and others failed. */
export interface PartialError extends ErrorBase {
  kind: 'partial';
  failures: readonly DataSourceError[];
}

/** There is more than what was returned. */
export interface TruncatedError extends ErrorBase {
  kind: 'truncated';
  /** How many entries were returned. */
  shown: number;
  /** How many exist, as far as the server tells. */
  total?: number | undefined;
}

/** Everything else. */
export interface UnexpectedError extends ErrorBase {
  kind: 'unexpected';
}

/** Why there is no answer, or not the whole answer. */
export type DataSourceError =
  | NotConfiguredError
  | NotFoundError
  | NoPermissionError
  | DownError
  | TimeoutError
  | BadQueryError
  | PartialError
  | TruncatedError
  | UnexpectedError;

export type DataSourceErrorKind = DataSourceError['kind'];

/** A remark of the server about a usable answer (a Prometheus warning, for example). */
export interface Notice extends ErrorBase {
  kind: 'notice';
  severity: 'info' | 'warning' | 'error';
}

/** What may accompany a usable answer. */
export type DataSourceWarning = PartialError | TruncatedError | Notice;

/** Who was asked: named in messages, copied to the error. */
export interface ErrorContext {
  dataSourceUid?: string | undefined;
  /** The name that people know the data source by; the uid stands in for it. */
  dataSourceName?: string | undefined;
  /** Who it was when it was no data source: `Grafana`. */
  subject?: string | undefined;
  refId?: string | undefined;
}

/** The rejection of a call whose `AbortSignal` fired, or that Grafana cancelled. */
export function abortError(): DOMException {
  return new DOMException('The request was aborted', 'AbortError');
}

/** True for the one reason that calls of this layer reject. */
export function isAbortError(error: unknown): boolean {
  return typeof error === 'object' && error !== null && 'name' in error && error.name === 'AbortError';
}
