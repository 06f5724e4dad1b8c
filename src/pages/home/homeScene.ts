import { type EmbeddedScene } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { UnreachableTargets } from '../../scenes/live/UnreachableTargets';
import { DataSourcesHealth } from '../../scenes/oncall/DataSourcesHealth';
import { OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { RecentDeploys } from '../../scenes/oncall/RecentDeploys';
import { pageScene } from '../../scenes/page/pageScene';
import { sloAttainmentPanel } from '../../scenes/reliability/sloAttainmentPanel';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { Deploys } from './Deploys';
import { Foundations } from './Foundations';
import { OnCallNow } from './OnCallNow';

const FULL_WIDTH = 24;
const LISTS_HEIGHT_PX = 320;
// Seven columns; with less, the last ones could only be seen by scrolling sideways.
const OBJECTIVES_MIN_WIDTH_PX = 620;
const LIST_MIN_WIDTH_PX = 240;

/** What fires, in groups with their next steps; below it budgets, deploys and what all this rests on. */
export function homeScene({ catalog: { systems }, dataSources }: AppModel): EmbeddedScene {
  const alerts = new OnCallAlerts(systems);
  const standings = new SloStandings(
    systems.flatMap((system) => (system.slos ?? []).map((slo) => ({ system: system.id, slo })))
  );
  const deploys = new RecentDeploys(systems);
  const sources = new DataSourcesHealth(dataSources);
  const unreachable = new UnreachableTargets(systems.map(({ id }) => id));
  const cell = (key: string, body: BoardCell['state']['body'], columns: number, minWidthPx: number) =>
    new BoardCell({ key, body, columns, heightPx: LISTS_HEIGHT_PX, minWidthPx });
  const objectives = { title: 'Objectives', description: 'What is left of each error budget, worst first.' };
  return pageScene({
    dataSources,
    systems,
    behaviors: [alerts, standings, deploys, sources, unreachable],
    hasPanels: false,
    rows: [
      new BoardRow({
        cells: [
          new BoardCell({
            key: 'on-call-now',
            body: new OnCallNow({ alerts: alerts.getRef(), systems }),
            columns: FULL_WIDTH,
            minWidthPx: 0,
          }),
        ],
      }),
      new BoardRow({
        title: 'Around it',
        cells: [
          cell('home-objectives', sloAttainmentPanel(objectives, undefined, standings), 12, OBJECTIVES_MIN_WIDTH_PX),
          cell('home-deploys', new Deploys({ deploys: deploys.getRef() }), 5, LIST_MIN_WIDTH_PX),
          cell(
            'home-foundations',
            new Foundations({ sources: sources.getRef(), unreachable: unreachable.getRef() }),
            5,
            LIST_MIN_WIDTH_PX
          ),
        ],
      }),
    ],
  });
}
