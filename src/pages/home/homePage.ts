import { SceneAppPage } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { homeScene } from './homeScene';

/** Where a person who was paged begins. */
export function homePage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages.home;
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('home'),
    routePath: path,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => homeScene(model),
  });
}
