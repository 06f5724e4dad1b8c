import { type SceneObject, type VizPanel } from '@grafana/scenes';

/** What holds a panel on a page: knows its name in links, and can show its data beside the page. */
export interface PanelHost {
  panelKey: string | undefined;
  showTable(panel: VizPanel): void;
}

/** The host of a panel; `undefined` where a page places panels by other means. */
export function panelHost(object: SceneObject | undefined): PanelHost | undefined {
  if (!object) {
    return undefined;
  }
  return isHost(object) ? object : panelHost(object.parent);
}

function isHost(object: SceneObject): object is SceneObject & PanelHost {
  return 'showTable' in object && typeof object.showTable === 'function';
}
