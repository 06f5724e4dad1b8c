import { type PanelMenuItem } from '@grafana/data';
import { locationService } from '@grafana/runtime';
import { getExploreURL, sceneGraph, VizPanel, VizPanelMenu } from '@grafana/scenes';
import { isPage, pageUrl } from '../../app/navigation';
import { type Panel, type System } from '../../catalog/types';
import { copyText, panelLink } from './copyLink';
import { momentLinks } from './moments';
import { panelHost } from './panelHost';

/**
 * The menu of a panel: the pages that go deeper, its data, its address, and what else is known of its time. Filled when
 * it is opened.
 * @param system absent for panels that are about no service: they lead to no traces and logs.
 */
export function panelMenu(panel: Panel, system?: System): VizPanelMenu {
  const menu = new VizPanelMenu({});
  menu.addActivationHandler(() => {
    const { parent } = menu;
    menu.setItems([
      ...pageItems(panel),
      ...(parent instanceof VizPanel ? ownItems(parent) : []),
      ...(parent instanceof VizPanel && system ? momentItems(panel, system, parent) : []),
    ]);
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

function ownItems(viz: VizPanel): PanelMenuItem[] {
  const host = panelHost(viz);
  const range = sceneGraph.getTimeRange(viz.parent ?? viz);
  return [
    ...(host ? [{ text: 'View as table', iconClassName: 'table' as const, onClick: () => host.showTable(viz) }] : []),
    {
      text: 'Copy link',
      iconClassName: 'link' as const,
      onClick: () => void copyText(panelLink(window.location.href, host?.panelKey, range.state.value)),
    },
  ];
}

function momentItems(panel: Panel, system: System, viz: VizPanel): PanelMenuItem[] {
  const { from, to } = sceneGraph.getTimeRange(viz).state.value;
  const range = { fromMs: from.valueOf(), toMs: to.valueOf() };
  return momentLinks(panel, system).map(({ what, icon, href }) => ({
    text: `${what} of this time`,
    iconClassName: icon,
    href: href(range),
  }));
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
