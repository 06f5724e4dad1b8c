import { SceneAppPage, type SceneAppPageLike, type SceneRouteMatch } from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, pages, PRESERVED_URL_KEYS } from '../../app/navigation';
import { tieredSystems } from '../../catalog/tiering';
import { partScene } from './partScene';
import { findTier, tierPath } from './tierLinks';
import { tierScene, unknownTierScene } from './tierScene';
import { tiersScene } from './tiersScene';

type TierMatch = SceneRouteMatch<{ tier: string }>;
type PartMatch = SceneRouteMatch<{ tier: string; part: string }>;

/** All tiers, a page for each, and one for each of their parts: `edge-tiers/:tier/:agentType`. */
export function edgeTiersPage(model: AppModel): SceneAppPage {
  const { path, title, icon, question } = pages['edge-tiers'];
  return new SceneAppPage({
    title,
    titleIcon: icon,
    subTitle: question,
    url: pagePath('edge-tiers'),
    routePath: `${path}/*`,
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getScene: () => tiersScene(model),
    drilldowns: [
      { routePath: ':tier', getPage: ({ params }: TierMatch, parent) => tierPage(params.tier, parent, model) },
      { routePath: ':tier/:part', getPage: ({ params }: PartMatch, parent) => partPage(params, parent, model) },
    ],
  });
}

function tierPage(name: string, parent: SceneAppPageLike, model: AppModel): SceneAppPage {
  const systems = tieredSystems(model.catalog.systems);
  const found = findTier(systems, name);
  const tier = found?.system.tiers.find(({ id }) => id === found.tierId);
  return new SceneAppPage({
    title: tier ? `${tier.name} tier` : 'Unknown tier',
    subTitle: tier?.description ?? (found && `A tier of ${found.system.systemName}.`),
    url: found ? tierPath(systems, found) : pagePath('edge-tiers', name),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parent,
    getScene: () => (found && tier ? tierScene(model, found, tier) : unknownTierScene(model, name)),
  });
}

function partPage({ tier: name, part }: PartMatch['params'], parent: SceneAppPageLike, model: AppModel): SceneAppPage {
  const systems = tieredSystems(model.catalog.systems);
  const found = findTier(systems, name);
  const tier = found?.system.tiers.find(({ id }) => id === found.tierId);
  const parentPage = tierPage(name, parent, model);
  return new SceneAppPage({
    title: found && tier ? part : 'Unknown tier',
    subTitle: found && tier && `${capital(found.system.part.singular)} in the ${tier.name} tier.`,
    url: pagePath('edge-tiers', name, part),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parentPage,
    getScene: () => (found && tier ? partScene(model, found, tier, part) : unknownTierScene(model, name)),
  });
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
