import {
  EmbeddedScene,
  SceneAppPage,
  type SceneAppPageLike,
  SceneReactObject,
  type SceneRouteMatch,
} from '@grafana/scenes';
import { type AppModel } from '../../app/model';
import { pagePath, PRESERVED_URL_KEYS } from '../../app/navigation';
import { serviceBoard } from '../../catalog/serviceBoard';
import { type Service, type System } from '../../catalog/types';
import { boardsScene } from '../../scenes/board/boardsScene';
import { ServiceHeader } from './ServiceHeader';
import { UnknownService } from './UnknownService';

type Match = SceneRouteMatch<{ system: string; service: string }>;

/** One service: who owns it, what it depends on, how it is. */
export function servicePage({ params }: Match, parent: SceneAppPageLike, model: AppModel): SceneAppPage {
  const systemId = decodeURIComponent(params.system);
  const serviceId = decodeURIComponent(params.service);
  const system = model.catalog.systems.find(({ id }) => id === systemId);
  const service = system?.services.find(({ id }) => id === serviceId);
  return new SceneAppPage({
    title: service?.name ?? 'Unknown service',
    subTitle: service?.description,
    url: pagePath('services', systemId, serviceId),
    routePath: '*',
    preserveUrlKeys: PRESERVED_URL_KEYS,
    getParentPage: () => parent,
    getScene: () =>
      system && service ? serviceScene(system, service, model) : unknownScene(`${systemId}/${serviceId}`),
  });
}

function serviceScene(system: System, service: Service, { dataSources }: AppModel): EmbeddedScene {
  return boardsScene({
    boards: [{ system, board: serviceBoard(system, service) }],
    systems: [system],
    dataSources,
    header: new SceneReactObject({ component: ServiceHeader, props: { system, service } }),
  });
}

function unknownScene(name: string): EmbeddedScene {
  return new EmbeddedScene({ body: new SceneReactObject({ component: UnknownService, props: { name } }) });
}
