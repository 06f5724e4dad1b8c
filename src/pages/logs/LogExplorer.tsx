import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObject,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
  VariableDependencyConfig,
} from '@grafana/scenes';
import { LoadingPlaceholder } from '@grafana/ui';
import { lazy, Suspense } from 'react';
import { type System } from '../../catalog/types';
import { type LuceneQuery } from '../../domain/logs/lucene';
import { type SystemBoard } from '../../scenes/board/boardsScene';
import { type LogFacets } from '../../scenes/logs/LogFacets';
import { chosenSystems, SYSTEM_VARIABLE } from '../../scenes/variables/systems';
import { explored } from './explored';
import { choiceFromUrl, choiceToUrl, LOG_URL_KEYS, type LogChoice, NO_CHOICE } from './logChoice';

interface LogExplorerState extends SceneObjectState {
  systems: readonly System[];
  /** The documents' questions, each on a page of its own. */
  views: readonly SystemBoard[];
  choice: LogChoice;
  problem?: string | undefined;
  timeline?: SceneObject | undefined;
  lines?: SceneObject | undefined;
  facets?: LogFacets | undefined;
  /** The chosen lines as one query, for other pages. */
  found?: LuceneQuery | undefined;
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

  constructor(state: Pick<LogExplorerState, 'systems' | 'views'>) {
    super({ ...state, choice: NO_CHOICE });
    this.addActivationHandler(() => this.take(this.state.choice));
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

  private take(choice: LogChoice) {
    // Before that nobody looks, and the systems are not known.
    this.setState({ choice, ...(this.isActive ? { ...NOTHING, ...explored(this.chosen(), choice) } : {}) });
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
