import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import {
  type SceneComponentProps,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { type System } from '../../catalog/types';
import { type OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { type RunbookRun } from '../../scenes/runbooks/RunbookRun';
import { chosenSystems } from '../../scenes/variables/systems';
import { RunbookView } from '../runbooks/RunbookView';
import { Checklist } from './Checklist';
import { SignalsTable } from './SignalsTable';

interface StackViewState extends SceneObjectState {
  systems: readonly System[];
  run: SceneObjectRef<RunbookRun>;
  alerts: SceneObjectRef<OnCallAlerts>;
  /** Id of the system whose stack is shown. */
  shown?: string | undefined;
  /** Its checklist; absent when the catalog has none. */
  checklist?: RunbookView | undefined;
  signals?: SignalsTable | undefined;
}

const URL_KEY = 'stack';

/** What watches each system, one at a time: how telemetry flows, whether every part does its work, what arrives. */
export class StackView extends SceneObjectBase<StackViewState> {
  static Component = StackViewRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: [URL_KEY] });

  constructor(state: Pick<StackViewState, 'systems' | 'run' | 'alerts'>) {
    super(state);
    this.addActivationHandler(() => {
      if (this.state.shown === undefined) {
        this.show(this.firstChosen());
      }
    });
  }

  getUrlState(): SceneObjectUrlValues {
    return { [URL_KEY]: this.state.shown };
  }

  updateFromUrl({ [URL_KEY]: shown }: SceneObjectUrlValues) {
    if (typeof shown === 'string' && shown !== this.state.shown) {
      this.show(shown);
    }
  }

  show = (id: string | undefined) => {
    const { systems, run, alerts } = this.state;
    const system = systems.find((one) => one.id === id);
    if (!system) {
      return;
    }
    const runbook = system.runbooks?.find((one) => one.id === system.stack?.runbook);
    this.setState({
      shown: system.id,
      checklist:
        runbook && new RunbookView({ systems, system, runbook, opened: { labels: {} }, runsAtOnce: true, run, alerts }),
      signals: new SignalsTable(system),
    });
  };

  private firstChosen(): string | undefined {
    const [chosen] = chosenSystems(this) ?? [];
    return chosen ?? (this.state.systems.find(({ stack }) => stack) ?? this.state.systems[0])?.id;
  }
}

function StackViewRenderer({ model }: SceneComponentProps<StackView>) {
  const styles = useStyles2(getStyles);
  const { systems, shown, checklist, signals } = model.useState();
  const { value } = sceneGraph.getTimeRange(model).useState();
  return (
    <div className={styles.page}>
      <div className={styles.choice}>
        <RadioButtonGroup
          aria-label="Stack of"
          options={systems.map(({ id, name }) => ({ value: id, label: name }))}
          value={shown}
          onChange={model.show}
        />
      </div>
      {checklist ? (
        // The key: another system is asked from scratch.
        <Checklist key={shown} model={checklist} range={value} />
      ) : (
        shown && <p>The catalog does not say what watches this system: it has no stack.</p>
      )}
      {signals && (
        <section aria-labelledby="stack-signals" className={styles.section}>
          <h2 id="stack-signals" className={styles.title}>
            Signals of each service
          </h2>
          <signals.Component key={shown} model={signals} />
        </section>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), alignItems: 'stretch', minWidth: 0 }),
  choice: css({ display: 'flex', maxWidth: '100%', overflowX: 'auto' }),
  section: css({ display: 'flex', flexDirection: 'column', p: { margin: 0 } }),
  title: css({ ...theme.typography.h4, margin: theme.spacing(1, 0, 0.5) }),
});
