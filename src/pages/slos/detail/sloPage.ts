import {
  EmbeddedScene,
  SceneAppPage,
  type SceneAppPageLike,
  type SceneObject,
  SceneReactObject,
  type SceneRouteMatch,
  SceneVariableSet,
} from '@grafana/scenes';
import { type AppModel } from '../../../app/model';
import { pagePath, PRESERVED_URL_KEYS } from '../../../app/navigation';
import { type System } from '../../../catalog/types';
import { burnRateThresholds } from '../../../domain/slo/burnRateTiers';
import { type BudgetedSlo, type CalendarWindow, hasBudget, type Slo } from '../../../domain/slo/types';
import { BoardCell, BoardGrid, BoardRow } from '../../../scenes/layout/BoardGrid';
import { defaultTimeRange, pageControls } from '../../../scenes/page/controls';
import { SloContributors } from '../../../scenes/reliability/SloContributors';
import { SloHistory } from '../../../scenes/reliability/SloHistory';
import { SloStandings } from '../../../scenes/reliability/SloStandings';
import { dataSourceVariables } from '../../../scenes/variables/dataSources';
import { ContributorsPanel } from './ContributorsPanel';
import { levelPanel } from './levelPanel';
import { bandsPanel, calendarBudgetPanel, eventsPanel, rollingBudgetPanel, sliPanel, tierPanel } from './panels';
import { SloHeader } from './SloHeader';
import { TierTable } from './TierTable';
import { UnknownObjective } from './UnknownObjective';
import { WhatIfPanel } from './WhatIfPanel';

type Match = SceneRouteMatch<{ system: string; slo: string }>;

const FULL = 24;
const TIERS_COLUMNS = 13;
const WHY_COLUMNS = { events: 7, contributors: 10, whatIf: 7 };
const THIRD = 8;
const GRAPH_HEIGHT_PX = 260;
const MIN_WIDTH_PX = 380;

/** One objective: what is promised, how it stands, which window pair fires and why. */
export function sloPage({ params }: Match, parent: SceneAppPageLike, model: AppModel): SceneAppPage {
  const systemId = decodeURIComponent(params.system);
  const sloId = decodeURIComponent(params.slo);
  const system = model.catalog.systems.find(({ id }) => id === systemId);
  const slo = system?.slos?.find(({ id }) => id === sloId);
  return new SceneAppPage({
    title: slo?.title ?? 'Unknown objective',
    url: pagePath('slos', systemId, sloId),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parent,
    getScene: () => (system && slo ? sloScene(system, slo, model) : unknownScene(`${systemId}/${sloId}`)),
  });
}

function sloScene(system: System, slo: Slo, { dataSources }: AppModel): EmbeddedScene {
  const objective = { system: system.id, slo };
  const calendar = slo.calendar ?? { unit: 'month', timeZone: 'UTC' };
  const standings = new SloStandings([objective]);
  const history = new SloHistory(objective, calendar);
  const contributors = new SloContributors(objective);
  const header = new SloHeader({ system, slo, standings: standings.getRef(), history: history.getRef() });
  return new EmbeddedScene({
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({ variables: dataSourceVariables(dataSources, ['prometheus']) }),
    $behaviors: [standings, ...(hasBudget(slo) ? [history, contributors] : [])],
    controls: pageControls(),
    body: new BoardGrid({
      rows: [
        new BoardRow({ cells: [cell('header', header, FULL, undefined)] }),
        ...(hasBudget(slo) ? budgetRows(slo, standings, history, contributors, calendar) : levelRows(system, slo)),
      ],
    }),
  });
}

function budgetRows(
  slo: BudgetedSlo,
  standings: SloStandings,
  history: SloHistory,
  contributors: SloContributors,
  calendar: CalendarWindow
): BoardRow[] {
  const tiers = burnRateThresholds(slo);
  return [
    new BoardRow({
      cells: [
        cell(
          'tiers',
          new TierTable({ slo, standings: standings.getRef(), history: history.getRef() }),
          TIERS_COLUMNS,
          250,
          520
        ),
        cell('bands', bandsPanel(slo, history), FULL - TIERS_COLUMNS, 250),
      ],
    }),
    new BoardRow({
      cells: [
        cell('sli', sliPanel(slo, history), THIRD),
        cell('rolling', rollingBudgetPanel(slo, history), THIRD),
        cell('calendar', calendarBudgetPanel(slo, history, calendar), THIRD),
      ],
    }),
    new BoardRow({
      title: 'Burn rates',
      cells: tiers.map((tier) => cell(`tier-${tier.id}`, tierPanel(slo, tier, history), FULL / tiers.length, 220, 280)),
    }),
    new BoardRow({
      title: 'Why',
      cells: [
        cell('events', eventsPanel(history), WHY_COLUMNS.events, 320),
        cell(
          'contributors',
          new ContributorsPanel({ contributors: contributors.getRef() }),
          WHY_COLUMNS.contributors,
          320,
          460
        ),
        cell('what-if', new WhatIfPanel({ slo, history: history.getRef() }), WHY_COLUMNS.whatIf, 320),
      ],
    }),
  ];
}

function levelRows(system: System, { sli }: Slo): BoardRow[] {
  return sli.kind === 'level' ? [new BoardRow({ cells: [cell('level', levelPanel(system.id, sli), FULL, 360)] })] : [];
}

function cell(
  name: string,
  body: SceneObject,
  columns: number,
  heightPx: number | undefined = GRAPH_HEIGHT_PX,
  minWidthPx = MIN_WIDTH_PX
): BoardCell {
  const isHeader = name === 'header';
  return new BoardCell({
    key: `slo-${name}`,
    body,
    columns,
    heightPx: isHeader ? undefined : heightPx,
    minWidthPx: isHeader ? 0 : minWidthPx,
  });
}

function unknownScene(name: string): EmbeddedScene {
  return new EmbeddedScene({ body: new SceneReactObject({ component: UnknownObjective, props: { name } }) });
}
