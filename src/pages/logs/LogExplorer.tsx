import {
  type SceneComponentProps,
  sceneGraph,
  type SceneObject,
  SceneObjectBase,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import { type System } from '../../catalog/types';
import { type FieldFilter, isSameFilter } from '../../domain/logs/fieldFilter';
import { type LuceneQuery } from '../../domain/logs/lucene';
import { type SystemBoard } from '../../scenes/board/boardsScene';
import { type LogFacets } from '../../scenes/logs/LogFacets';
import { type LogLinesPanel } from '../../scenes/logs/LogLinesPanel';
import { chosenSystems, SYSTEM_VARIABLE } from '../../scenes/variables/systems';
import { explored } from './explored';
import { followTime } from './followTime';
import { choiceFromUrl, choiceToUrl, LOG_URL_KEYS, type LogChoice, NO_CHOICE } from './logChoice';

interface LogExplorerState extends SceneObjectState {
  systems: readonly System[];
  /** The documents' questions, each on a page of its own. */
  views: readonly SystemBoard[];
  choice: LogChoice;
  problem?: string | undefined;
  timeline?: SceneObject | undefined;
  lines?: LogLinesPanel | undefined;
  facets?: LogFacets | undefined;
  /** The chosen lines as one query, for other pages. */
  found?: LuceneQuery | undefined;
  /** The columns that lines begin with. */
  usualColumns: readonly string[];
}

const ExplorerPane = lazy(() => import('./ExplorerPane'));

/** The search for log lines in all systems; what is searched for is in the page's address. */
export class LogExplorer extends SceneObjectBase<LogExplorerState> {
  static Component = LogExplorerRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: [...LOG_URL_KEYS] });

  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [SYSTEM_VARIABLE],
    onReferencedVariableValueChanged: () => this.take(this.state.choice),
  });

  /** What the panels that are there were made for. */
  private madeFor = '';
  private stopFollowing: (() => void) | undefined;

  constructor(state: Pick<LogExplorerState, 'systems' | 'views'>) {
    super({ ...state, choice: NO_CHOICE, usualColumns: [] });
    this.addActivationHandler(() => {
      this.take(this.state.choice);
      return () => this.follow(false);
    });
  }

  getUrlState(): SceneObjectUrlValues {
    return choiceToUrl(this.state.choice);
  }

  updateFromUrl(values: SceneObjectUrlValues) {
    this.take(choiceFromUrl({ ...this.getUrlState(), ...values }));
  }

  /** Looks for other lines, and says so in the address. */
  choose = (change: Partial<LogChoice>) => {
    this._urlSync.performBrowserHistoryAction(() => this.take({ ...this.state.choice, ...change }));
  };

  onFilter = (filter: FieldFilter) => {
    const others = this.state.choice.filters.filter((one) => !isSameFilter(one, filter));
    this.choose({ filters: [...others, filter] });
  };

  onColumn = (name: string) => {
    const { choice, usualColumns } = this.state;
    const columns = choice.columns ?? usualColumns;
    this.choose({ columns: columns.includes(name) ? columns.filter((one) => one !== name) : [...columns, name] });
  };

  private take(choice: LogChoice) {
    this.setState({ choice });
    // Before that nobody looks, and the systems are not known.
    if (!this.isActive) {
      return;
    }
    const systems = this.chosen();
    const { isLive, columns, ...asked } = choice;
    const madeFor = JSON.stringify([asked, systems.map(({ id }) => id)]);
    if (madeFor !== this.madeFor) {
      this.madeFor = madeFor;
      this.setState({ ...NOTHING, ...explored(systems, choice, { onFilter: this.onFilter, onColumn: this.onColumn }) });
    }
    const { lines, usualColumns } = this.state;
    // Whoever drops the last column begins again with the usual ones.
    lines?.setColumns(columns?.length ? columns : usualColumns, Boolean(columns?.length));
    this.follow(isLive);
  }

  private follow(isLive: boolean) {
    if (isLive && !this.stopFollowing) {
      this.stopFollowing = followTime(sceneGraph.getTimeRange(this));
    } else if (!isLive) {
      this.stopFollowing?.();
      this.stopFollowing = undefined;
    }
  }

  private chosen(): readonly System[] {
    const ids = chosenSystems(this);
    return ids ? this.state.systems.filter(({ id }) => ids.includes(id)) : this.state.systems;
  }
}

const NOTHING = { problem: undefined, timeline: undefined, lines: undefined, facets: undefined, found: undefined };

function LogExplorerRenderer({ model }: SceneComponentProps<LogExplorer>) {
  return (
    <Suspense fallback={<LoadingPlaceholder text="Loading the logs" />}>
      <ExplorerPane model={model} />
    </Suspense>
  );
}
