import { SceneAppPage } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { executiveScene } from './executiveScene';

/** Whether the business is served: health, tenants, executions, errors, cost, objectives, alerts. */
export function executivePage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.executive;
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('executive'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => executiveScene(model),
  });
}
