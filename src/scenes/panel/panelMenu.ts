import { type PanelMenuItem } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { getExploreURL, sceneGraph, VizPanelMenu } from '@grafana/scenes';
import { isPage, pageUrl } from '../../app/navigation';
import { type Panel } from '../../catalog/types';

/** The menu of a panel: the pages that go deeper, and Explore with the panel's queries. Filled when it is opened. */
export function panelMenu(panel: Panel): VizPanelMenu {
  const menu = new VizPanelMenu({});
  menu.addActivationHandler(() => {
    menu.setItems(pageItems(panel));
    void addExplore(menu);
  });
  return menu;
}

function pageItems(panel: Panel): PanelMenuItem[] {
  return (panel.links ?? []).flatMap(({ title, page, params = {} }) =>
    isPage(page)
      ? [
          {
            text: title,
            iconClassName: 'arrow-right',
            href: pageUrl(page, Object.values(params), locationService.getSearch().toString()),
          },
        ]
      : []
  );
}

async function addExplore(menu: VizPanelMenu) {
  const panel = menu.parent;
  const data = panel && sceneGraph.getData(panel).state.data;
  if (!panel || !data) {
    return;
  }
  const href = await getExploreURL(data, panel, sceneGraph.getTimeRange(panel).state.value.raw);
  // Without the permission to explore there is no URL.
  if (href) {
    menu.addItem({ text: 'Explore', iconClassName: 'compass', href });
  }
}
