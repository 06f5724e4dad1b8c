import { type EmbeddedScene } from '@grafana/scenes';
import { LogsView } from './LogsView';
import { type ServiceSubject } from './serviceSubject';
import { fullRow, tabScene } from './tabScene';

/** What the service wrote. */
export function logsTab({ system, service }: ServiceSubject): EmbeddedScene {
  return tabScene([fullRow('logs', new LogsView({ system, service }))]);
}
