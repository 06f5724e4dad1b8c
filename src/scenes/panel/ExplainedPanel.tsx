import { css } from '@emotion/css';
import { FieldType, LoadingState, type PanelData } from '@grafana/data';
import {
  type SceneComponentProps,
  type SceneDataProvider,
  sceneGraph,
  SceneObjectBase,
  type SceneObject,
  type SceneObjectState,
  SceneQueryRunner,
  type VizPanel,
} from '@grafana/scenes';
import { PanelChrome, useStyles2 } from '@grafana/ui';
import { ConditionMessage } from '../../components/ConditionMessage';
import { classifyPanelError } from '../../datasources/fromPanel';
import { existingMetrics } from '../../datasources/prometheus';
import { panelCondition, type PanelCondition } from '../../domain/health/panelCondition';
import { metricsDataSource } from '../variables/dataSources';
import { conditionWords } from './conditionText';
import { isEarlier } from './earlier';

// A metric that was there yesterday is known, also when the page looks at the last five minutes.
const KNOWN_WITHIN_MS = 24 * 3_600_000;

interface ExplainedPanelState extends SceneObjectState {
  panel: VizPanel;
  /** Metrics that the panel reads. */
  metrics: readonly string[];
  countsEvents: boolean;
  /** Stands on the panel's lower edge while it draws. */
  footer?: SceneObject | undefined;
  condition: PanelCondition;
}

/**
 * A panel that says why when it has nothing to show: loading, no traffic, no data, a missing metric (by name), no
 * permission, or a data source that is down.
 */
export class ExplainedPanel extends SceneObjectBase<ExplainedPanelState> {
  static Component = ExplainedPanelRenderer;

  private metricCheck: AbortController | undefined;

  constructor(state: Omit<ExplainedPanelState, 'condition'>) {
    super({ ...state, condition: { kind: 'loading' } });
    this.addActivationHandler(() => this.onActivate());
  }

  retry = () => {
    if (this.state.$data instanceof SceneQueryRunner) {
      this.state.$data.runQueries();
    }
  };

  private onActivate() {
    const provider = sceneGraph.getData(this);
    this._subs.add(provider.subscribeToState(({ data }) => this.onData(data)));
    this.onData(provider.state.data);
    return () => this.metricCheck?.abort();
  }

  private onData(data: PanelData | undefined) {
    this.metricCheck?.abort();
    const condition = this.conditionOf(data);
    this.setCondition(condition);
    const isAnswer = data?.state === LoadingState.Done && isAnswered(sceneGraph.getData(this));
    if (isAnswer && condition.kind === 'loading') {
      void this.explainSilence(data);
    }
  }

  /** Nothing came and nothing failed: are the metrics there at all? */
  private async explainSilence(data: PanelData) {
    const check = new AbortController();
    this.metricCheck = check;
    const toMs = data.timeRange.to.valueOf();
    const fromMs = Math.min(data.timeRange.from.valueOf(), toMs - KNOWN_WITHIN_MS);
    try {
      const result = await existingMetrics({
        dataSourceUid: metricsDataSource(this).uid,
        names: this.state.metrics,
        range: { fromMs, toMs },
        signal: check.signal,
      });
      if (check.signal.aborted) {
        return;
      }
      const missing = result.ok ? this.state.metrics.filter((metric) => !result.value.has(metric)) : [];
      this.setCondition(this.conditionOf(data, missing));
    } catch {
      // Aborted: newer data came, or the page was left.
    }
  }

  private conditionOf(data: PanelData | undefined, missingMetrics?: readonly string[]): PanelCondition {
    const errors = data?.errors ?? (data?.error ? [data.error] : []);
    return panelCondition({
      loading: data === undefined || isUnanswered(data) || !isAnswered(sceneGraph.getData(this)),
      hasValues: hasValues(data),
      errors: errors.map((error) => classifyPanelError(error)),
      missingMetrics,
      countsEvents: this.state.countsEvents,
    });
  }

  private setCondition(condition: PanelCondition) {
    if (JSON.stringify(condition) !== JSON.stringify(this.state.condition)) {
      this.setState({ condition });
    }
  }
}

function isUnanswered({ state }: PanelData): boolean {
  return state === LoadingState.Loading || state === LoadingState.NotStarted;
}

/** Marks may come before the first answer, and then it looks as if an empty one had come. */
function isAnswered(provider: SceneDataProvider): boolean {
  return provider.isDataReadyToDisplay?.() ?? true;
}

function hasValues(data: PanelData | undefined): boolean {
  return (data?.series ?? []).some(
    (frame) =>
      // What was yesterday does not make up for what is missing today.
      !isEarlier(frame) &&
      frame.fields.some(
        (field) => field.type === FieldType.number && field.values.some((value) => Number.isFinite(value))
      )
  );
}

function ExplainedPanelRenderer({ model }: SceneComponentProps<ExplainedPanel>) {
  const { panel, condition, footer } = model.useState();
  const styles = useStyles2(getStyles);
  const words = conditionWords(condition);
  if (!words) {
    return (
      <div className={styles.drawn}>
        <panel.Component model={panel} />
        {footer && <footer.Component model={footer} />}
      </div>
    );
  }
  return (
    <PanelChrome title={panel.state.title} description={panel.state.description}>
      <ConditionMessage icon={words.icon} title={words.title} onRetry={words.canRetry ? model.retry : undefined}>
        {words.text}
      </ConditionMessage>
    </PanelChrome>
  );
}

const getStyles = () => ({
  // Grafana fits numbers to their panel by a rough measure: without this a unit may wrap and leave the panel.
  drawn: css({ position: 'relative', width: '100%', height: '100%', whiteSpace: 'nowrap' }),
});
