import { type EmbeddedScene } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { tieredSystems } from '../../catalog/tiering';
import { type System } from '../../catalog/types';
import { type TieredSystem } from '../../domain/tiers/types';
import { boardRows } from '../../scenes/board/boardRows';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { pageScene } from '../../scenes/page/pageScene';
import { FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { TierReports } from '../../scenes/tiers/TierReports';
import { boardsOf } from '../boards/boardPage';
import { TierMatrix } from './TierMatrix';
import { TiersVerdict } from './TiersVerdict';

const FULL_WIDTH = 24;

/** Which tiers are in trouble, in words; all tiers side by side; and below them the boards of the documents. */
export function tiersScene(model: AppModel): EmbeddedScene {
  const systems = tieredSystems(model.catalog.systems);
  const boards = boardsOf(model, 'edge-tiers');
  const reports = new TierReports(systems);
  const kinds = new Set(
    boards.flatMap(({ board }) => board.rows.flatMap(({ panels }) => panels.map(({ kind }) => kind)))
  );
  const alerts = new FiringAlerts();
  const standings = new SloStandings(objectivesOf(model.catalog.systems, systems));
  const shared = { reports: reports.getRef(), standings: standings.getRef() };
  const shown = [...new Set([...systems.map(({ system }) => system), ...boards.map(({ system }) => system.id)])];
  const choices = model.catalog.systems.filter(({ id }) => shown.includes(id));
  return pageScene({
    dataSources: model.dataSources,
    systems: choices,
    behaviors: [reports, standings, ...(kinds.has('firing-alerts') ? [alerts] : [])],
    rows: [
      new BoardRow({ cells: [wideCell('verdict', new TiersVerdict({ systems, ...shared }))] }),
      ...systems.map(
        (system) =>
          new BoardRow({
            systemId: system.system,
            title: systems.length > 1 ? system.systemName : undefined,
            cells: [wideCell(`tiers-of-${system.system}`, new TierMatrix({ system, systems, ...shared }))],
          })
      ),
      ...boards.flatMap(({ system, board }) => boardRows(board, system, { standings, alerts })),
    ],
  });
}

const wideCell = (key: string, body: TiersVerdict | TierMatrix) =>
  new BoardCell({ key, body, columns: FULL_WIDTH, minWidthPx: 0 });

/** The objectives that tiers are judged by. */
export function objectivesOf(systems: readonly System[], tiered: readonly TieredSystem[]) {
  return tiered.flatMap(({ system, tiers }) => {
    const judged = new Set(tiers.map(({ objective }) => objective?.id));
    const slos = systems.find(({ id }) => id === system)?.slos ?? [];
    return slos.filter(({ id }) => judged.has(id)).map((slo) => ({ system, slo }));
  });
}
