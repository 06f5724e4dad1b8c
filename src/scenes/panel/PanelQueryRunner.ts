import { LoadingState } from '@grafana/data';
import { sceneGraph, SceneQueryRunner } from '@grafana/scenes';
import { type Panel, type System } from '../../catalog/types';
import { pageFilters } from '../page/PageFilters';
import { COMPARE_VARIABLE } from '../variables/compare';
import { METRICS_DATA_SOURCE } from '../variables/dataSources';
import { panelQueries } from './panelQueries';
import { queryContext } from './queryContext';

/** Asks a panel's queries as the page filters them and compares them, again whenever that changes. */
export class PanelQueryRunner extends SceneQueryRunner {
  /** It was to ask before it was known what the page filters by. */
  private isHeldBack = false;

  constructor(
    private readonly panel: Panel,
    private readonly system: System
  ) {
    super({ datasource: METRICS_DATA_SOURCE, queries: panelQueries(panel, system).queries });
    this.addActivationHandler(() => this.followPage());
  }

  override runQueries() {
    const context = queryContext(this, this.system);
    this.isHeldBack = !context;
    if (!context) {
      // Whoever is asked to filter and does not know how yet must not show everything.
      const { timeRange, series = [] } = this.state.data ?? {};
      const range = timeRange ?? sceneGraph.getTimeRange(this).state.value;
      this.setState({ data: { ...this.state.data, series, timeRange: range, state: LoadingState.Loading } });
      return;
    }
    this.setState({ queries: panelQueries(this.panel, this.system, context).queries });
    super.runQueries();
  }

  private followPage() {
    const filters = pageFilters(this);
    const compare = sceneGraph.lookupVariable(COMPARE_VARIABLE, this);
    for (const object of [filters, compare]) {
      if (object) {
        this._subs.add(object.subscribeToState(() => this.askIfChanged()));
      }
    }
    // The page may have changed while nobody looked at the panel.
    this.askIfChanged();
  }

  private askIfChanged() {
    const context = queryContext(this, this.system);
    const wanted = context && panelQueries(this.panel, this.system, context).queries;
    if (wanted && (this.isHeldBack || JSON.stringify(wanted) !== JSON.stringify(this.state.queries))) {
      this.runQueries();
    }
  }
}
