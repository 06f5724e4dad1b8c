import { sceneGraph, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { type DataSourceError, isAbortError } from '../../datasources/errors';
import { type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';

export interface LiveDataState<T> extends SceneObjectState {
  /** The last usable answer. It stays while a newer one is asked for, and when that fails. */
  value?: T;
  error?: DataSourceError;
  loading: boolean;
  /** When `value` was answered, Unix milliseconds. */
  answeredAtMs?: number;
}

/**
 * Asks a question again whenever the page's time range changes or is refreshed, and gives up when the page is left.
 * Stands in a scene's `$behaviors`, so that it is asked once however many panels read it.
 */
export abstract class LiveData<T> extends SceneObjectBase<LiveDataState<T>> {
  private running: AbortController | undefined;
  private isInView = true;
  private isStale = false;

  constructor() {
    super({ loading: true });
    this.addActivationHandler(() => this.onActivate());
  }

  /** The question. Rejects only when aborted. */
  protected abstract ask(range: TimeWindow, signal: AbortSignal): Promise<Result<T>>;

  /** Asks again; out of view that waits until somebody looks. */
  refresh = () => {
    this.running?.abort();
    this.isStale = !this.isInView;
    if (this.isStale) {
      return;
    }
    this.running = new AbortController();
    void this.run(this.running.signal);
  };

  /** For answers that one panel shows. Those that a page shares are always in view. */
  isInViewChanged(isInView: boolean) {
    this.isInView = isInView;
    if (isInView && this.isStale) {
      this.refresh();
    }
  }

  private onActivate() {
    const timeRange = sceneGraph.getTimeRange(this);
    this._subs.add(timeRange.subscribeToState(this.refresh));
    this.refresh();
    return () => this.running?.abort();
  }

  private async run(signal: AbortSignal) {
    const { from, to } = sceneGraph.getTimeRange(this).state.value;
    this.setState({ loading: true });
    try {
      const result = await this.ask({ fromMs: from.valueOf(), toMs: to.valueOf() }, signal);
      if (signal.aborted) {
        return;
      }
      this.setState(
        result.ok
          ? { loading: false, value: result.value, error: undefined, answeredAtMs: Date.now() }
          : { loading: false, error: result.error }
      );
    } catch (error) {
      if (!isAbortError(error)) {
        throw error;
      }
    }
  }
}
