import { type EmbeddedScene, SceneReactObject } from '@grafana/scenes';
import { RunbooksOfService } from './RunbooksOfService';
import { type ServiceSubject } from './serviceSubject';
import { fullRow, tabScene } from './tabScene';

/** What to do when the service is in trouble. */
export function runbooksTab({ system, service }: ServiceSubject): EmbeddedScene {
  const body = new SceneReactObject({ component: RunbooksOfService, props: { system, service } });
  return tabScene([fullRow(`${system.id}-runbooks`, body)]);
}
