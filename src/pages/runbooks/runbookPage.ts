import {
  EmbeddedScene,
  SceneAppPage,
  type SceneAppPageLike,
  SceneReactObject,
  type SceneRouteMatch,
  SceneTimeRange,
  SceneVariableSet,
} from '@grafana/scenes';
import { locationService } from '@grafana/runtime';
import { type AppModel } from '../../app/model';
import { pagePath, PRESERVED_URL_KEYS } from '../../app/navigation';
import { type Opened, readOpened, RUN_URL_KEY } from '../../domain/runbook/address';
import { defaultTimeRange, pageControls } from '../../scenes/page/controls';
import { OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { RunbookRun } from '../../scenes/runbooks/RunbookRun';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { RunbookView } from './RunbookView';
import { UnknownRunbook } from './UnknownRunbook';

type Match = SceneRouteMatch<{ system: string; runbook: string }>;

/** How much of what was before is shown with an alert. */
const BEFORE_MS = 30 * 60_000;

/** One runbook, live: for an alert when the link says which, else for its service. */
export function runbookPage({ params }: Match, parent: SceneAppPageLike, model: AppModel): SceneAppPage {
  const systemId = decodeURIComponent(params.system);
  const runbookId = decodeURIComponent(params.runbook);
  const system = model.catalog.systems.find(({ id }) => id === systemId);
  const runbook = system?.runbooks?.find(({ id }) => id === runbookId);
  return new SceneAppPage({
    title: runbook?.title ?? 'Unknown runbook',
    titleIcon: 'book-open',
    url: pagePath('runbooks', systemId, runbookId),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parent,
    getScene: () => {
      if (!system || !runbook) {
        const props = { name: `${systemId}/${runbookId}` };
        return new EmbeddedScene({ body: new SceneReactObject({ component: UnknownRunbook, props }) });
      }
      const search = locationService.getSearch();
      const opened = readOpened(search.toString());
      const runsAtOnce = search.has(RUN_URL_KEY);
      const run = new RunbookRun();
      const alerts = new OnCallAlerts(model.catalog.systems);
      return new EmbeddedScene({
        $timeRange: timeRangeOf(opened),
        $variables: new SceneVariableSet({
          variables: dataSourceVariables(model.dataSources, ['prometheus', 'jaeger', 'elasticsearch']),
        }),
        $behaviors: [run, alerts],
        controls: pageControls(),
        body: new RunbookView({
          system,
          systems: model.catalog.systems,
          runbook,
          opened,
          runsAtOnce,
          run: run.getRef(),
          alerts: alerts.getRef(),
        }),
      });
    },
  });
}

/** From a while before the alert until now; a time range in the link wins. */
function timeRangeOf({ startMs }: Opened): SceneTimeRange {
  return startMs === undefined
    ? defaultTimeRange()
    : new SceneTimeRange({ from: new Date(startMs - BEFORE_MS).toISOString(), to: 'now' });
}
