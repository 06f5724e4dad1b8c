import { EmbeddedScene, type SceneObject, SceneReactObject } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { tieredSystems } from '../../catalog/tiering';
import { type WatchedTier } from '../../domain/tiers/types';
import { boardRows } from '../../scenes/board/boardRows';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { pageScene } from '../../scenes/page/pageScene';
import { FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { tierPanels, type TierPanels } from '../../scenes/tiers/tierBoard';
import { TierChanges } from '../../scenes/tiers/TierChanges';
import { TierReports } from '../../scenes/tiers/TierReports';
import { ChangesPanel } from './ChangesTable';
import { ObjectivePanel } from './ObjectivePanel';
import { PartsTable } from './PartsTable';
import { TierHeader } from './TierHeader';
import { type FoundTier } from './tierLinks';
import { objectivesOf } from './tiersScene';
import { UnknownTier } from './UnknownTier';

const FULL_WIDTH = 24;
const CHANGES_COLUMNS = 14;
const PANEL_HEIGHT_PX = 340;
const PANEL_MIN_WIDTH_PX = 420;

/** One tier: how it is, its parts, what changed since yesterday, how its objective stands, and graphs. */
export function tierScene(model: AppModel, { system, tierId }: FoundTier, tier: WatchedTier): EmbeddedScene {
  const systems = tieredSystems(model.catalog.systems);
  const catalogSystem = model.catalog.systems.find(({ id }) => id === system.system);
  const tiering = catalogSystem?.tiering;
  if (!catalogSystem || !tiering) {
    return unknownTierScene(model, tierId);
  }
  const reports = new TierReports([system], { tier: tierId }, tier.objective);
  const standings = new SloStandings(objectivesOf([catalogSystem], [{ ...system, tiers: [tier] }]));
  const changes = new TierChanges(system, { tier: tierId });
  const live = { reports: reports.getRef(), standings: standings.getRef() };
  return pageScene({
    dataSources: model.dataSources,
    systems: [catalogSystem],
    behaviors: [reports, standings, changes],
    rows: [
      wideRow('tier-header', new TierHeader({ catalogSystem, system, tier, ...live })),
      wideRow('tier-parts', new PartsTable({ system, systems, tierId, reports: live.reports })),
      new BoardRow({
        cells: [
          new BoardCell({
            key: 'tier-changes',
            body: new ChangesPanel({ system, whole: 'the whole tier', changes: changes.getRef() }),
            columns: CHANGES_COLUMNS,
            heightPx: PANEL_HEIGHT_PX,
            minWidthPx: PANEL_MIN_WIDTH_PX,
          }),
          new BoardCell({
            key: 'tier-objective',
            body: new ObjectivePanel({ system, tier, ...live }),
            columns: FULL_WIDTH - CHANGES_COLUMNS,
            heightPx: PANEL_HEIGHT_PX,
            minWidthPx: PANEL_MIN_WIDTH_PX,
          }),
        ],
      }),
      ...panelRows(tierPanels(catalogSystem, tiering, tierId), standings),
    ],
  });
}

/** Something as wide as the page. */
export function wideRow(key: string, body: SceneObject): BoardRow {
  return new BoardRow({ cells: [new BoardCell({ key, body, columns: FULL_WIDTH, minWidthPx: 0 })] });
}

/** Panels as one row that wraps. */
export function panelRows({ system, panels }: TierPanels, standings: SloStandings): BoardRow[] {
  return boardRows({ id: 'tier', title: 'Tier', page: 'edge-tiers', rows: [{ panels }] }, system, {
    standings,
    alerts: new FiringAlerts(),
  });
}

/** For a link to a tier that the catalog does not have. */
export function unknownTierScene(model: AppModel, name: string): EmbeddedScene {
  const props = { systems: tieredSystems(model.catalog.systems), name };
  return new EmbeddedScene({ body: new SceneReactObject({ component: UnknownTier, props }) });
}
