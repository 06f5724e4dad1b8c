import { LoadingState, type PanelData } from '@grafana/data';
import {
  type SceneComponentProps,
  type SceneDataQuery,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectState,
  type SceneQueryRunner,
  VariableDependencyConfig,
  type VizPanel,
} from '@grafana/scenes';
import { PanelChrome } from '@grafana/ui';
import { ConditionMessage } from '../../components/ConditionMessage';
import { classifyPanelError } from '../../datasources/fromPanel';
import { panelCondition, type PanelCondition } from '../../domain/health/panelCondition';
import { type LogInputs, missingInputs } from '../../domain/logs/logQuery';
import { conditionWords } from '../panel/conditionText';
import { inputIds, inputLabels, inputValues } from './inputs';
import { type LogQuestion } from './logSpecs';

interface LogPanelState extends SceneObjectState {
  $data: SceneQueryRunner;
  panel: VizPanel;
  question: LogQuestion;
  condition: PanelCondition;
  /** What the reader has to type first. */
  waitsFor?: string | undefined;
}

/** A panel over logs. It asks nothing until its inputs are filled, and says why when it has nothing to show. */
export class LogPanel extends SceneObjectBase<LogPanelState> {
  static Component = LogPanelRenderer;

  protected override _variableDependency: VariableDependencyConfig<LogPanelState>;

  constructor(
    state: Omit<LogPanelState, 'condition'>,
    private readonly queriesFor: (inputs: LogInputs) => SceneDataQuery[]
  ) {
    super({ ...state, condition: { kind: 'loading' } });
    this._variableDependency = new VariableDependencyConfig<LogPanelState>(this, {
      variableNames: inputIds(state.question.query),
      onReferencedVariableValueChanged: () => this.ask(),
    });
    this.addActivationHandler(() => {
      this._subs.add(this.state.$data.subscribeToState(({ data }) => this.onData(data)));
      // The runner was activated first, and had nothing to ask then.
      this.ask();
      this.onData(this.state.$data.state.data);
    });
  }

  retry = () => this.state.$data.runQueries();

  /** Asks what the inputs say now, when that is something else than before. */
  private ask() {
    const { question, $data } = this.state;
    const inputs = inputValues(this, inputIds(question.query));
    const missing = missingInputs(question.query, inputs);
    const queries = missing.length > 0 ? [] : this.queriesFor(inputs);
    this.setState({ waitsFor: missing.length > 0 ? inputLabels(this, missing) : undefined });
    if (JSON.stringify(queries) !== JSON.stringify($data.state.queries)) {
      $data.setState({ queries });
      $data.runQueries();
    }
  }

  private onData(data: PanelData | undefined) {
    const errors = data?.errors ?? (data?.error ? [data.error] : []);
    const condition = panelCondition({
      loading: data === undefined || data.state === LoadingState.Loading || data.state === LoadingState.NotStarted,
      hasValues: hasLines(data),
      errors: errors.map((error) => classifyPanelError(error)),
      missingMetrics: [],
      countsEvents: true,
    });
    if (JSON.stringify(condition) !== JSON.stringify(this.state.condition)) {
      this.setState({ condition });
    }
  }
}

/** A count above zero: buckets without a line come too. */
function hasLines(data: PanelData | undefined): boolean {
  return (data?.series ?? []).some(({ fields }) =>
    fields.some(({ type, values }) => type === 'number' && values.some((value) => Number(value) > 0))
  );
}

function LogPanelRenderer({ model }: SceneComponentProps<LogPanel>) {
  const { panel, condition, waitsFor } = model.useState();
  const words = conditionWords(condition);
  if (waitsFor === undefined && !words) {
    return <panel.Component model={panel} />;
  }
  const title = sceneGraph.interpolate(model, panel.state.title);
  return (
    <PanelChrome title={title} description={panel.state.description}>
      {waitsFor !== undefined ? (
        <ConditionMessage icon="keyboard" title={`${waitsFor}?`}>
          Type it above. Nothing is looked up before.
        </ConditionMessage>
      ) : condition.kind === 'no-traffic' ? (
        <ConditionMessage icon="minus-circle" title="No lines">
          No log line of this time range matches.
        </ConditionMessage>
      ) : (
        words && (
          <ConditionMessage icon={words.icon} title={words.title} onRetry={words.canRetry ? model.retry : undefined}>
            {words.text}
          </ConditionMessage>
        )
      )}
    </PanelChrome>
  );
}
