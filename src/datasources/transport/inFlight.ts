import { abortError } from '../errors';

interface Shared<T> {
  promise: Promise<T>;
  controller: AbortController;
  subscribers: number;
}

/** Rejection of a subscriber whose own time limit ran out. */
export class GaveUpError extends Error {
  override name = 'GaveUpError';

  constructor(readonly timeoutMs: number) {
    super(`No answer within ${timeoutMs} ms`);
  }
}

/** How one subscriber waits. */
export interface Patience {
  signal?: AbortSignal | undefined;
  timeoutMs: number;
}

/**
 * Calls that are under way, by content. A second caller with the same key joins the first one's call. Each caller may
 * leave (its signal fires, its time runs out); the call itself is cancelled when the last one has left.
 */
export class InFlight<T> {
  readonly #shared = new Map<string, Shared<T>>();

  /** Number of calls under way. */
  get size(): number {
    return this.#shared.size;
  }

  /**
   * Joins the call of that key, or starts it.
   * @param start is given the signal of the shared call, which fires when nobody waits any more.
   * @returns the call's outcome; rejects with an AbortError or a GaveUpError when this caller leaves.
   */
  run(key: string, start: (signal: AbortSignal) => Promise<T>, { signal, timeoutMs }: Patience): Promise<T> {
    if (signal?.aborted) {
      return Promise.reject(abortError());
    }
    const shared = this.#shared.get(key) ?? this.#start(key, start);
    shared.subscribers += 1;
    return new Promise<T>((resolve, reject) => {
      const leave = (reason: unknown) => {
        stopWaiting();
        this.#leave(key, shared);
        reject(reason);
      };
      const onAbort = () => leave(abortError());
      const timer = setTimeout(() => leave(new GaveUpError(timeoutMs)), timeoutMs);
      const stopWaiting = () => {
        clearTimeout(timer);
        signal?.removeEventListener('abort', onAbort);
      };
      signal?.addEventListener('abort', onAbort);
      shared.promise.finally(stopWaiting).then(resolve, reject);
    });
  }

  #start(key: string, start: (signal: AbortSignal) => Promise<T>): Shared<T> {
    const controller = new AbortController();
    const shared: Shared<T> = { controller, subscribers: 0, promise: start(controller.signal) };
    this.#shared.set(key, shared);
    shared.promise = shared.promise.finally(() => this.#forget(key, shared));
    return shared;
  }

  #leave(key: string, shared: Shared<T>): void {
    shared.subscribers -= 1;
    if (shared.subscribers === 0) {
      // Forgotten first: whoever asks from now on needs a call that is not being cancelled.
      this.#forget(key, shared);
      shared.controller.abort();
    }
  }

  #forget(key: string, shared: Shared<T>): void {
    if (this.#shared.get(key) === shared) {
      this.#shared.delete(key);
    }
  }
}
