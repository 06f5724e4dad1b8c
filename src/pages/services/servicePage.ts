import { locationService } from '@grafana/runtime';
import {
  EmbeddedScene,
  SceneAppPage,
  type SceneAppPageLike,
  SceneReactObject,
  type SceneRouteMatch,
  SceneVariableSet,
  sceneUtils,
} from '@grafana/scenes';
import { createElement } from 'react';
import { type AppModel } from '../../app/model';
import { pagePath, PRESERVED_URL_KEYS } from '../../app/navigation';
import { findService, type FoundService } from '../../catalog/findService';
import { goldenService, goldenServices } from '../../catalog/golden';
import { defaultTimeRange } from '../../scenes/page/controls';
import { FiringAlerts } from '../../scenes/reliability/FiringAlerts';
import { SloStandings } from '../../scenes/reliability/SloStandings';
import { ServiceRows } from '../../scenes/services/ServiceRows';
import { dataSourceVariables } from '../../scenes/variables/dataSources';
import { ServiceHeader } from './ServiceHeader';
import { type ServiceLive, type ServiceSubject } from './serviceSubject';
import { serviceTabs } from './serviceTabs';
import { UnknownService } from './UnknownService';

type Match = SceneRouteMatch<{ system: string; service: string }>;

/**
 * The page of each service: a header that all tabs share, and the tabs. One object for all URLs of a service, so that
 * what is known stays known from tab to tab (Scenes asks for a page once for every path).
 */
export function servicePages(model: AppModel): (match: Match, parent: SceneAppPageLike) => SceneAppPage {
  const made = new Map<string, SceneAppPage>();
  return ({ params }, parent) => {
    const key = JSON.stringify([params.system, params.service]);
    const page = made.get(key) ?? servicePage(params, parent, model);
    made.set(key, page);
    return page;
  };
}

function servicePage(params: Match['params'], parent: SceneAppPageLike, model: AppModel): SceneAppPage {
  const found = findService(model.catalog.systems, params.system, params.service);
  const common = {
    url: pagePath('services', params.system, params.service),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parent,
  };
  return found
    ? knownPage(found, model, common)
    : new SceneAppPage({
        ...common,
        title: 'Unknown service',
        getScene: () => unknownScene(`${params.system}/${params.service}`),
      });
}

interface CommonState {
  url: string;
  routePath: string;
  preserveUrlKeys: string[];
  getParentPage: () => SceneAppPageLike;
}

function knownPage(found: FoundService, model: AppModel, common: CommonState): SceneAppPage {
  const { system, service } = found;
  const live: ServiceLive = {
    rows: new ServiceRows([...goldenServices([system]), ...(found.memberOf ? [goldenService(system, service)] : [])]),
    alerts: new FiringAlerts(),
    standings: new SloStandings((system.slos ?? []).map((slo) => ({ system: system.id, slo }))),
  };
  const subject: ServiceSubject = { ...found, live, model };
  const page = new SceneAppPage({
    ...common,
    title: service.name,
    subTitle: createElement(ServiceHeader, { subject }),
    $timeRange: defaultTimeRange(),
    $variables: new SceneVariableSet({
      variables: dataSourceVariables(model.dataSources, ['prometheus', 'jaeger', 'elasticsearch']),
    }),
    $behaviors: [live.rows, live.alerts, live.standings],
    tabs: serviceTabs(subject),
  });
  // Before the first question is asked, and not after it: Scenes does it when the page is drawn.
  sceneUtils.syncStateFromSearchParams(page, locationService.getSearch());
  return page;
}

function unknownScene(name: string): EmbeddedScene {
  return new EmbeddedScene({ body: new SceneReactObject({ component: UnknownService, props: { name } }) });
}
