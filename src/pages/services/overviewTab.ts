import { type EmbeddedScene, type SceneObject } from '@grafana/scenes';
import { servicePanels } from '../../catalog/servicePanels';
import { type Panel, type System } from '../../catalog/types';
import { WhatChanged } from '../../scenes/changes/WhatChanged';
import { BoardCell, BoardRow } from '../../scenes/layout/BoardGrid';
import { explainedPanel } from '../../scenes/panel/explainedPanel';
import { firingAlertsPanel } from '../../scenes/reliability/firingAlertsPanel';
import { sloAttainmentPanel } from '../../scenes/reliability/sloAttainmentPanel';
import { ServiceDependencies } from '../../scenes/services/ServiceDependencies';
import { DependenciesPanel } from './DependenciesPanel';
import { NoSignals } from './NoSignals';
import { type ServiceSubject } from './serviceSubject';
import { fullRow, panelsTabScene } from './tabScene';

const GRAPH_MIN_WIDTH_PX = 320;
const ROW_HEIGHT_PX = 260;
const DEFAULT_GRAPH_HEIGHT_PX = 280;
const WIDE_MIN_WIDTH_PX = 520;

/** Rate, errors, duration; what fires and what changed; whom it needs; what is promised; everything else. */
export function overviewTab(subject: ServiceSubject): EmbeddedScene {
  const { system, service, live } = subject;
  const { red, saturation, others, system: withQuantiles } = servicePanels(system, service);
  const dependencies = new ServiceDependencies();
  const about = { service: service.id };
  const cell = (id: string, body: SceneObject, columns: number, heightPx: number, minWidthPx = GRAPH_MIN_WIDTH_PX) =>
    new BoardCell({ key: `${system.id}-${id}`, body, columns, heightPx, minWidthPx });
  const graph = (panel: Panel) =>
    cell(
      panel.id,
      graphOf({ ...panel, ...about }, withQuantiles),
      panel.columns ?? 12,
      panel.heightPx ?? DEFAULT_GRAPH_HEIGHT_PX
    );
  return panelsTabScene(
    system,
    [
      red.length > 0
        ? new BoardRow({ cells: red.map(graph) })
        : fullRow(`${system.id}-no-signals`, new NoSignals({ subject })),
      new BoardRow({
        cells: [
          cell('alerts', firingAlertsPanel({ title: 'Alerts now', ...about }, system, live.alerts), 8, ROW_HEIGHT_PX),
          cell('changes', new WhatChanged({ system, service }), 8, ROW_HEIGHT_PX),
          ...saturation.map((panel) => graph({ ...panel, heightPx: ROW_HEIGHT_PX })),
        ],
      }),
      new BoardRow({
        cells: [
          new BoardCell({
            key: `${system.id}-dependencies`,
            body: new DependenciesPanel({ subject, graph: dependencies.getRef() }),
            columns: 13,
            minWidthPx: WIDE_MIN_WIDTH_PX,
          }),
          cell(
            'objectives',
            sloAttainmentPanel({ title: 'Objectives', ...about }, system, live.standings),
            11,
            DEFAULT_GRAPH_HEIGHT_PX,
            WIDE_MIN_WIDTH_PX
          ),
        ],
      }),
      ...(others.length > 0 ? [new BoardRow({ title: 'More signals', cells: others.map(graph) })] : []),
    ],
    [dependencies]
  );
}

function graphOf(panel: Panel, system: System): SceneObject {
  return explainedPanel({ ...panel, kind: 'timeseries' }, system);
}
