import { type EmbeddedScene } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { boardRows, type BoardLiveData } from '../../scenes/board/boardRows';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { UnreachableTargets } from '../../scenes/live/UnreachableTargets';
import { pageScene } from '../../scenes/page/pageScene';
import { FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { firingAlertsPanel } from '../../scenes/reliability/firingAlertsPanel';
import { sloAttainmentPanel } from '../../scenes/reliability/sloAttainmentPanel';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { boardsOf } from '../boards/boardPage';
import { Verdict } from './Verdict';

const FULL_WIDTH = 24;
const OBJECTIVES_COLUMNS = 14;
const RELIABILITY_HEIGHT_PX = 340;
// Seven columns; with less, the last ones could only be seen by scrolling sideways.
const OBJECTIVES_MIN_WIDTH_PX = 620;
const ALERTS_MIN_WIDTH_PX = 360;

/**
 * One sentence that says whether to worry; then a row of numbers for each system, the objectives and alerts of all, and
 * what is left of the systems' Executive boards.
 */
export function executiveScene(model: AppModel): EmbeddedScene {
  const { systems } = model.catalog;
  const slos = systems.flatMap((system) => (system.slos ?? []).map((slo) => ({ system: system.id, slo })));
  const live = { standings: new SloStandings(slos), alerts: new FiringAlerts() };
  const unreachable = new UnreachableTargets(systems.map(({ id }) => id));
  const { summaries, details } = executiveRows(model, live);
  const verdict = new Verdict({
    standings: live.standings.getRef(),
    alerts: live.alerts.getRef(),
    unreachable: unreachable.getRef(),
  });
  return pageScene({
    dataSources: model.dataSources,
    systems,
    behaviors: [live.standings, live.alerts, unreachable],
    rows: [
      new BoardRow({
        cells: [new BoardCell({ key: 'verdict', body: verdict, columns: FULL_WIDTH, minWidthPx: 0 })],
      }),
      ...summaries,
      reliabilityRow(live),
      ...details,
    ],
  });
}

/** The first row of each system's board is its summary, under the system's name. */
function executiveRows(model: AppModel, live: BoardLiveData): { summaries: BoardRow[]; details: BoardRow[] } {
  const summaries: BoardRow[] = [];
  const details: BoardRow[] = [];
  for (const { system, board } of boardsOf(model, 'executive')) {
    const [first, ...rest] = boardRows(board, system, live);
    if (first) {
      first.setState({ title: system.name });
      summaries.push(first);
    }
    rest[0]?.setState({ title: rest[0].state.title ?? `${system.name} in detail` });
    details.push(...rest);
  }
  return { summaries, details };
}

function reliabilityRow({ standings, alerts }: BoardLiveData): BoardRow {
  const objectives = { title: 'Objectives', description: 'What is left of each error budget, worst first.' };
  return new BoardRow({
    cells: [
      new BoardCell({
        key: 'objectives',
        body: sloAttainmentPanel(objectives, undefined, standings),
        columns: OBJECTIVES_COLUMNS,
        heightPx: RELIABILITY_HEIGHT_PX,
        minWidthPx: OBJECTIVES_MIN_WIDTH_PX,
      }),
      new BoardCell({
        key: 'alerts',
        body: firingAlertsPanel({ title: 'Alerts now' }, undefined, alerts),
        columns: FULL_WIDTH - OBJECTIVES_COLUMNS,
        heightPx: RELIABILITY_HEIGHT_PX,
        minWidthPx: ALERTS_MIN_WIDTH_PX,
      }),
    ],
  });
}
