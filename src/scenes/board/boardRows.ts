import { type SceneObject } from '@grafana/scenes';
import { type Board, type Panel, type System } from '../../catalog/types';
import { BoardCell, BoardRow } from '../layout/BoardGrid';
import { logLinesPanel } from '../logs/LogLinesPanel';
import { logPanel } from '../logs/logPanel';
import { explainedPanel } from '../panel/explainedPanel';
import { type FiringAlerts } from '../reliability/FiringAlerts';
import { firingAlertsPanel } from '../reliability/firingAlertsPanel';
import { sloAttainmentPanel } from '../reliability/sloAttainmentPanel';
import { sloBudgetsPanel } from '../reliability/sloBudgetsPanel';
import { sloStatusPanel } from '../reliability/sloStatusPanel';
import { type SloStandings } from '../reliability/SloStandings';

const DEFAULT_COLUMNS = 12;
const DEFAULT_HEIGHT_PX = 280;
// Two fit beside each other on a narrow screen.
const DEFAULT_MIN_WIDTH_PX = 360;
/** A quarter of a row: four fit beside each other on a usual screen. */
const QUARTER_COLUMNS = 6;
const QUARTER_MIN_WIDTH_PX = 270;
const STAT_MIN_WIDTH_PX = 160;
const WIDTH_PER_VALUE_PX = 55;

/** A number needs little room, and several side by side need more. */
function minWidthPx(panel: Panel, system: System): number {
  if (panel.kind !== 'stat') {
    const columns = panel.columns ?? DEFAULT_COLUMNS;
    return columns <= QUARTER_COLUMNS ? QUARTER_MIN_WIDTH_PX : DEFAULT_MIN_WIDTH_PX;
  }
  const grouped = panel.queries?.some(({ by }) => by?.includes('tier')) ? (system.tiers?.length ?? 1) : 1;
  return STAT_MIN_WIDTH_PX + WIDTH_PER_VALUE_PX * (Math.max(panel.queries?.length ?? 1, grouped) - 1);
}

/** What the page asks once and several panels show. */
export interface BoardLiveData {
  standings: SloStandings;
  alerts: FiringAlerts;
}

/** A board of the catalog as rows of scene objects. */
export function boardRows(board: Board, system: System, live: BoardLiveData): BoardRow[] {
  return board.rows.map(
    ({ title, panels }) =>
      new BoardRow({ systemId: system.id, title, cells: panels.map((panel) => boardCell(panel, system, live)) })
  );
}

function boardCell(panel: Panel, system: System, live: BoardLiveData): BoardCell {
  return new BoardCell({
    key: `${system.id}-${panel.id}`,
    body: panelObject(panel, system, live),
    columns: panel.columns ?? DEFAULT_COLUMNS,
    heightPx: panel.heightPx ?? DEFAULT_HEIGHT_PX,
    minWidthPx: minWidthPx(panel, system),
  });
}

function panelObject(panel: Panel, system: System, live: BoardLiveData): SceneObject {
  const { kind } = panel;
  switch (kind) {
    case 'slo-attainment':
      return sloAttainmentPanel(panel, system, live.standings);
    case 'firing-alerts':
      return firingAlertsPanel(panel, system, live.alerts);
    case 'slo-budgets':
      return sloBudgetsPanel(panel, system, live.standings);
    case 'slo-status':
      return sloStatusPanel(panel, system, live.standings);
    case 'log-timeline':
    case 'log-groups':
      return logPanel({ ...panel, kind }, system);
    case 'log-lines':
      return logLinesPanel(panel, system);
    default:
      return explainedPanel({ ...panel, kind }, system);
  }
}
