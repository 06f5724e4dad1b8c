import { EmbeddedScene, SceneVariableSet } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { boardRows } from '../../scenes/board/boardRows';
import { BoardCell, BoardGrid, BoardRow } from '../../scenes/layout/BoardGrid';
import { UnreachableTargets } from '../../scenes/live/UnreachableTargets';
import { defaultTimeRange, pageControls } from '../../scenes/page/controls';
import { FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { Verdict } from './Verdict';

const FULL_WIDTH = 24;

/** The Executive boards of all systems, below one sentence that says whether to worry. */
export function executiveScene({ catalog, dataSources }: AppModel): EmbeddedScene {
  const slos = catalog.systems.flatMap((system) => (system.slos ?? []).map((slo) => ({ system: system.id, slo })));
  const standings = new SloStandings(slos);
  const alerts = new FiringAlerts();
  const unreachable = new UnreachableTargets(catalog.systems.map(({ id }) => id));
  const boards = catalog.systems.flatMap((system) =>
    (system.boards ?? [])
      .filter(({ page }) => page === 'executive')
      .flatMap((board) => boardRows(board, system, { standings, alerts }))
  );
  const verdict = new BoardCell({
    key: 'verdict',
    body: new Verdict({ standings: standings.getRef(), alerts: alerts.getRef(), unreachable: unreachable.getRef() }),
    columns: FULL_WIDTH,
    minWidthPx: 0,
  });
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({ variables: dataSourceVariables(dataSources, ['prometheus']) }),
    $behaviors: [standings, alerts, unreachable],
    controls: pageControls(),
    body: new BoardGrid({ rows: [new BoardRow({ cells: [verdict] }), ...boards] }),
  });
}
