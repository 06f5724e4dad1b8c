import { type EmbeddedScene } from '@grafana/scenes';
import { sloAttainmentPanel } from '../../scenes/reliability/sloAttainmentPanel';
import { type ServiceSubject } from './serviceSubject';
import { fullRow, tabScene } from './tabScene';

const HEIGHT_PX = 420;

/** What is promised about the service, and what is left of each budget. */
export function objectivesTab({ system, service, live }: ServiceSubject): EmbeddedScene {
  const panel = {
    title: 'Objectives',
    description: 'How each objective stands over its own window, worst first.',
    service: service.id,
  };
  return tabScene([fullRow(`${system.id}-objectives`, sloAttainmentPanel(panel, system, live.standings), HEIGHT_PX)]);
}
