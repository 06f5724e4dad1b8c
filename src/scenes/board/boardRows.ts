import { SceneQueryRunner } from '@grafana/scenes';
import { type Board, type Panel, type System } from '../../catalog/types';
import { durationMs } from '../../domain/promql/duration';
import { type BoardItem, type BoardRowItems } from '../layout/BoardGrid';
import { ExplainedPanel } from '../panel/ExplainedPanel';
import { FixedSpan } from '../panel/FixedSpan';
import { countsEvents, panelMetrics, prometheusQueries } from '../panel/panelQueries';
import { vizPanel } from '../panel/vizPanel';
import { type FiringAlerts } from '../reliability/FiringAlerts';
import { firingAlertsPanel } from '../reliability/firingAlertsPanel';
import { sloAttainmentPanel } from '../reliability/sloAttainmentPanel';
import { type SloStandings } from '../reliability/SloStandings';
import { METRICS_DATA_SOURCE } from '../variables/dataSources';

const DEFAULT_COLUMNS = 12;
const DEFAULT_HEIGHT_PX = 280;
const MIN_WIDTH_PX: Partial<Record<Panel['kind'], number>> = { stat: 170 };
const DEFAULT_MIN_WIDTH_PX = 380;

/** What the page asks once and several panels show. */
export interface BoardLiveData {
  standings: SloStandings;
  alerts: FiringAlerts;
}

/** A board of the catalog as rows of scene objects. */
export function boardRows(board: Board, system: System, live: BoardLiveData): BoardRowItems[] {
  return board.rows.map(({ title, panels }) => ({
    title,
    items: panels.map((panel) => boardItem(panel, system, live)),
  }));
}

function boardItem(panel: Panel, system: System, live: BoardLiveData): BoardItem {
  return {
    key: `${system.id}-${panel.id}`,
    body: panelObject(panel, system, live),
    columns: panel.columns ?? DEFAULT_COLUMNS,
    heightPx: panel.heightPx ?? DEFAULT_HEIGHT_PX,
    minWidthPx: MIN_WIDTH_PX[panel.kind] ?? DEFAULT_MIN_WIDTH_PX,
  };
}

function panelObject(panel: Panel, system: System, live: BoardLiveData) {
  switch (panel.kind) {
    case 'slo-attainment':
      return sloAttainmentPanel(panel, system, live.standings);
    case 'firing-alerts':
      return firingAlertsPanel(panel, system, live.alerts);
    default:
      return new ExplainedPanel({
        panel: vizPanel(panel, system),
        metrics: panelMetrics(panel, system),
        countsEvents: countsEvents(panel, system),
        $data: new SceneQueryRunner({ datasource: METRICS_DATA_SOURCE, queries: prometheusQueries(panel, system) }),
        ...(panel.timeFrom ? { $timeRange: new FixedSpan(durationMs(panel.timeFrom)) } : {}),
      });
  }
}
