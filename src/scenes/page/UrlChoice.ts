import {
  SceneObjectBase,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
} from '@grafana/scenes';

/** How a choice is written in the page's address. */
export interface ChoiceCodec<C> {
  keys: readonly string[];
  /** What cannot be read is as at the beginning. */
  read: (values: SceneObjectUrlValues) => C;
  /** What is as at the beginning is `undefined`. */
  write: (choice: C) => SceneObjectUrlValues;
}

/** What a reader has chosen on a page; a link to the page carries it. */
export abstract class UrlChoice<
  C extends object,
  S extends SceneObjectState & { choice: C },
> extends SceneObjectBase<S> {
  protected override _urlSync: SceneObjectUrlSyncConfig;

  constructor(
    state: S,
    private readonly codec: ChoiceCodec<C>
  ) {
    super(state);
    this._urlSync = new SceneObjectUrlSyncConfig(this, { keys: [...codec.keys] });
  }

  getUrlState(): SceneObjectUrlValues {
    return this.codec.write(this.state.choice);
  }

  updateFromUrl(values: SceneObjectUrlValues) {
    // Only the keys that changed are given.
    this.take(this.codec.read({ ...this.getUrlState(), ...values }));
  }

  /** Changes some of the choice, and with it the page's address. */
  choose = (change: Partial<C>) => {
    this._urlSync.performBrowserHistoryAction(() => this.take({ ...this.state.choice, ...change }));
  };

  /** A new choice, from wherever it comes. */
  protected abstract take(choice: C): void;
}
