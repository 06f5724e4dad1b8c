import { type DataSourceError, type DataSourceWarning } from './errors';

/** An answer that may be used; `warnings` say what is missing from it or doubtful about it. */
export interface Success<T> {
  ok: true;
  value: T;
  warnings: readonly DataSourceWarning[];
}

/** No usable answer. */
export interface Failure {
  ok: false;
  error: DataSourceError;
}

/**
 * What every call of this layer resolves to. Calls reject for one reason only: they were aborted (`isAbortError`).
 */
export type Result<T> = Success<T> | Failure;

/** A usable answer. */
export function success<T>(value: T, warnings: readonly DataSourceWarning[] = []): Success<T> {
  return { ok: true, value, warnings };
}

/** An answer that cannot be used. */
export function failure(error: DataSourceError): Failure {
  return { ok: false, error };
}

/** Maps the value of a usable answer and keeps its warnings; `addWarnings` may add some. */
export function mapResult<T, U>(
  result: Result<T>,
  map: (value: T) => U,
  addWarnings: (mapped: U) => readonly DataSourceWarning[] = () => []
): Result<U> {
  if (!result.ok) {
    return result;
  }
  const value = map(result.value);
  return success(value, [...result.warnings, ...addWarnings(value)]);
}

/** Continues with a step that may itself fail; the warnings of both steps are kept. */
export function chainResult<T, U>(result: Result<T>, next: (value: T) => Result<U>): Result<U> {
  if (!result.ok) {
    return result;
  }
  const following = next(result.value);
  return following.ok ? success(following.value, [...result.warnings, ...following.warnings]) : following;
}
