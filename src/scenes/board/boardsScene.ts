import { type EmbeddedScene, type SceneObject } from '@grafana/scenes';
import { type Board, type Panel, type System } from '../../catalog/types';
import { BoardCell, BoardRow } from '../layout/BoardGrid';
import { inputVariables } from '../logs/inputs';
import { pageScene } from '../page/pageScene';
import { FiringAlerts } from '../reliability/FiringAlerts';
import { SloStandings } from '../reliability/SloStandings';
import { type ChosenDataSources } from '../variables/dataSources';
import { boardRows } from './boardRows';

/** A board and the system that it belongs to. */
export interface SystemBoard {
  system: System;
  board: Board;
}

interface BoardsSceneOptions {
  boards: readonly SystemBoard[];
  dataSources: ChosenDataSources;
  /** Stands above the boards. */
  header?: SceneObject | undefined;
  /** Systems to choose from; with one there is nothing to choose. */
  systems: readonly System[];
}

/** Some boards of the catalog below each other, with one set of controls. */
export function boardsScene({ boards, dataSources, systems, header }: BoardsSceneOptions): EmbeddedScene {
  const slos = systems.flatMap((system) => (system.slos ?? []).map((slo) => ({ system: system.id, slo })));
  const standings = new SloStandings(slos);
  const alerts = new FiringAlerts();
  const kinds = new Set(boards.flatMap(({ board }) => board.rows.flatMap(({ panels }) => panels.map(kindOf))));
  const usesLogs = [...kinds].some((kind) => kind.startsWith('log-'));
  // Filters, comparison and marks are of metrics; lines of a log have none of them.
  const hasPanels = kinds.size === 0 || [...kinds].some((kind) => !kind.startsWith('log-'));
  const usesObjectives = [...kinds].some((kind) => kind.startsWith('slo-'));
  return pageScene({
    dataSources,
    asks: [...(hasPanels ? (['prometheus'] as const) : []), ...(usesLogs ? (['elasticsearch'] as const) : [])],
    hasPanels,
    systems,
    variables: inputVariables(boards.flatMap(({ board }) => board.inputs ?? [])),
    behaviors: [...(usesObjectives ? [standings] : []), ...(kinds.has('firing-alerts') ? [alerts] : [])],
    rows: [
      ...(header ? [headerRow(header)] : []),
      ...boards.flatMap(({ system, board }) => boardRows(board, system, { standings, alerts })),
    ],
  });
}

const kindOf = ({ kind }: Panel) => kind;

function headerRow(header: SceneObject): BoardRow {
  return new BoardRow({ cells: [new BoardCell({ body: header, columns: 24, minWidthPx: 0 })] });
}
