import { type DataFrame, LoadingState } from '@grafana/data';
import {
  SceneDataNode,
  type SceneComponentProps,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  type VizPanel,
} from '@grafana/scenes';
import { PanelChrome } from '@grafana/ui';
import { LiveBody } from '../../../scenes/live/LiveBody';
import { type History, type SloHistory } from '../../../scenes/reliability/SloHistory';

interface LivePanelState extends SceneObjectState {
  panel: VizPanel;
  history: SceneObjectRef<SloHistory>;
}

/** A panel that draws what is reckoned from counted events, instead of asking a query of its own. */
export class LivePanel extends SceneObjectBase<LivePanelState> {
  static Component = LivePanelRenderer;

  private readonly data = new SceneDataNode();

  constructor(
    panel: VizPanel,
    history: SloHistory,
    private readonly frames: (history: History) => DataFrame[]
  ) {
    super({ panel, history: history.getRef() });
    panel.setState({ $data: this.data });
    this.addActivationHandler(() => {
      this._subs.add(history.subscribeToState(({ value }) => this.draw(value)));
      this.draw(history.state.value);
    });
  }

  private draw(history: History | undefined) {
    if (history) {
      this.data.setState({
        data: {
          state: LoadingState.Done,
          series: this.frames(history),
          timeRange: sceneGraph.getTimeRange(this.state.panel).state.value,
        },
      });
    }
  }
}

function LivePanelRenderer({ model }: SceneComponentProps<LivePanel>) {
  const { panel, history } = model.useState();
  const live = history.resolve();
  const { value } = live.useState();
  const { title } = panel.useState();
  if (value) {
    return <panel.Component model={panel} />;
  }
  return (
    <PanelChrome title={title}>
      <LiveBody live={live} what="recorded events" fillsPanel>
        {() => null}
      </LiveBody>
    </PanelChrome>
  );
}
