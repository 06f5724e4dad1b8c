import { EmbeddedScene, SceneVariableSet } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { tieredSystems } from '../../catalog/tiering';
import { type Panel, type System } from '../../catalog/types';
import { type TieredSystem, type WatchedTier } from '../../domain/tiers/types';
import { BoardCell, BoardGrid, BoardRow } from '../../scenes/layout/BoardGrid';
import { logLinesPanel } from '../../scenes/logs/LogLinesPanel';
import { defaultTimeRange, pageControls } from '../../scenes/page/controls';
import { panelControls } from '../../scenes/page/pageScene';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { partPanels } from '../../scenes/tiers/tierBoard';
import { TierReports } from '../../scenes/tiers/TierReports';
import { TierTraces } from '../../scenes/tiers/TierTraces';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { PartGuard } from './PartGuard';
import { TierHeader } from './TierHeader';
import { type FoundTier } from './tierLinks';
import { objectivesOf } from './tiersScene';
import { panelRows, unknownTierScene, wideRow } from './tierScene';
import { TracesPanel } from './TracesPanel';

const HALF_WIDTH = 12;
const LIST_HEIGHT_PX = 380;
const LIST_MIN_WIDTH_PX = 420;

/** One part of a tier: its golden signals by outcome, its slow traces, and what it logged. */
export function partScene(model: AppModel, found: FoundTier, tier: WatchedTier, part: string): EmbeddedScene {
  const { system, tierId } = found;
  const catalogSystem = model.catalog.systems.find(({ id }) => id === system.system);
  const tiering = catalogSystem?.tiering;
  if (!catalogSystem || !tiering) {
    return unknownTierScene(model, tierId);
  }
  const where = { [system.label]: tierId, [system.part.label]: part };
  const reports = new TierReports([system], { tier: tierId, part });
  const standings = new SloStandings(objectivesOf([catalogSystem], [{ ...system, tiers: [tier] }]));
  const live = { reports: reports.getRef(), standings: standings.getRef() };
  const tracedService = catalogSystem.services.find(({ id }) => id === system.service)?.traces?.service;
  const traces =
    tracedService === undefined
      ? undefined
      : new TierTraces({
          system: system.system,
          service: tracedService,
          where,
          latency: system.signals.latency,
        });
  const lines = logPanel(catalogSystem, system, where);
  const panels = panelControls([catalogSystem]);
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({
      variables: [
        ...dataSourceVariables(model.dataSources, ['prometheus', 'jaeger', 'elasticsearch']),
        ...panels.variables,
      ],
    }),
    $data: panels.$data,
    $behaviors: [reports, standings, ...(traces ? [traces] : []), ...panels.behaviors],
    controls: pageControls(),
    body: new PartGuard({
      systems: tieredSystems(model.catalog.systems),
      found,
      tier,
      part,
      reports: live.reports,
      body: new BoardGrid({
        rows: [
          wideRow('part-header', new TierHeader({ catalogSystem, system, tier, part, ...live })),
          ...panelRows(partPanels(catalogSystem, tiering, tierId, part), standings),
          new BoardRow({
            cells: [
              ...(traces ? [listCell('part-traces', new TracesPanel({ traces: traces.getRef() }))] : []),
              ...(lines ? [listCell('part-logs', logLinesPanel(lines, catalogSystem))] : []),
            ],
          }),
        ],
      }),
    }),
  });
}

const listCell = (key: string, body: BoardCell['state']['body']) =>
  new BoardCell({ key, body, columns: HALF_WIDTH, heightPx: LIST_HEIGHT_PX, minWidthPx: LIST_MIN_WIDTH_PX });

/** The log lines of a part; `undefined` for a service without logs. */
function logPanel(
  { services }: System,
  { service, part }: TieredSystem,
  where: Readonly<Record<string, string>>
): Panel | undefined {
  const logs = services.find(({ id }) => id === service)?.logs;
  if (!logs) {
    return undefined;
  }
  const filters = Object.entries({ ...logs.where, ...where }).map(([field, value]) => ({ field, anyOf: [value] }));
  return {
    id: 'part-logs',
    title: `Log lines of this ${part.singular}`,
    kind: 'log-lines',
    logs: { schema: logs.schema, where: filters, columns: ['level', 'message', 'durationMs', 'traceId'], limit: 50 },
  };
}
