import { getDefaultTimeRange, LoadingState, type PanelData } from '@grafana/data';
import { config } from '@grafana/runtime';
import {
  SceneDataLayerBase,
  type SceneDataLayerProviderState,
  type SceneComponentProps,
  sceneGraph,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { InlineSwitch } from '@grafana/ui';
import { from, map, Observable, Subscription, switchMap } from 'rxjs';
import { type System } from '../../catalog/types';
import { isAbortError } from '../../datasources/errors';
import { type Result } from '../../datasources/result';
import { askChanges, type ReadChanges } from '../changes/askChanges';
import { metricsDataSource } from '../variables/dataSources';
import { changesFrame } from './changesFrame';

/** URL key that turns the marks off. */
const URL_KEY = 'marks';

/**
 * Deploys, firing alerts and marks on all graphs of a page: asked once, whatever the number of graphs. Each panel picks
 * those that concern it.
 */
export class ChangesLayer extends SceneDataLayerBase<SceneDataLayerProviderState> {
  static Component = ChangesSwitch;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: [URL_KEY] });

  private timeSub: Subscription | undefined;

  constructor(private readonly systems: readonly System[]) {
    super({ name: 'Deploys and alerts', isEnabled: true });
  }

  getUrlState() {
    return { [URL_KEY]: this.state.isEnabled ? undefined : 'off' };
  }

  updateFromUrl(values: SceneObjectUrlValues) {
    this.setState({ isEnabled: values[URL_KEY] !== 'off' });
  }

  toggle = () => this.setState({ isEnabled: !this.state.isEnabled });

  onEnable() {
    this.timeSub?.unsubscribe();
    const timeRange = sceneGraph.getTimeRange(this).subscribeToState(() => this.runLayer());
    this.timeSub = new Subscription(() => timeRange.unsubscribe());
  }

  onDisable() {
    this.timeSub?.unsubscribe();
    this.timeSub = undefined;
  }

  protected runLayer() {
    this.querySub?.unsubscribe();
    const { from: start, to: end } = sceneGraph.getTimeRange(this).state.value;
    const range = { fromMs: start.valueOf(), toMs: end.valueOf() };
    const dataSourceUid = metricsDataSource(this).uid;
    const answers = new Observable<AbortSignal>((observer) => {
      const controller = new AbortController();
      observer.next(controller.signal);
      return () => controller.abort();
    }).pipe(
      switchMap((signal) => from(askChanges({ systems: this.systems, dataSourceUid, range, signal }))),
      map((answer) => panelData(answer, range))
    );
    this.querySub = answers.subscribe({
      next: (data) => this.publishResults(data),
      error: (error: unknown) => {
        if (!isAbortError(error)) {
          throw error;
        }
      },
    });
  }
}

function panelData(answer: Result<ReadChanges>, range: { fromMs: number; toMs: number }): PanelData {
  const timeRange = getDefaultTimeRange();
  return answer.ok
    ? { state: LoadingState.Done, series: [changesFrame(answer.value, range, config.theme2)], timeRange }
    : { state: LoadingState.Error, series: [], timeRange, errors: [{ message: answer.error.message }] };
}

function ChangesSwitch({ model }: SceneComponentProps<ChangesLayer>) {
  const { isEnabled, key, name } = model.useState();
  // Scenes draws a label beside it that is none for a screen reader.
  return <InlineSwitch id={`data-layer-${key}`} aria-label={name} value={isEnabled ?? true} onChange={model.toggle} />;
}
