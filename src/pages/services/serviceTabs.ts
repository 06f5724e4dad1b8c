import { type EmbeddedScene, SceneAppPage } from '@grafana/scenes';
import { pagePath, PRESERVED_URL_KEYS } from '../../app/navigation';
import { alertsTab } from './alertsTab';
import { logsTab } from './logsTab';
import { objectivesTab } from './objectivesTab';
import { operationsTab } from './operationsTab';
import { overviewTab } from './overviewTab';
import { runbooksTab } from './runbooksTab';
import { type ServiceSubject } from './serviceSubject';

interface Tab {
  /** Part of the URL; the first tab is the service's own URL. */
  path: string;
  title: string;
  scene: (subject: ServiceSubject) => EmbeddedScene;
}

const TABS: readonly Tab[] = [
  { path: 'overview', title: 'Overview', scene: overviewTab },
  { path: 'operations', title: 'Operations', scene: operationsTab },
  { path: 'logs', title: 'Logs', scene: logsTab },
  { path: 'slos', title: 'SLOs', scene: objectivesTab },
  { path: 'alerts', title: 'Alerts', scene: alertsTab },
  { path: 'runbooks', title: 'Runbooks', scene: runbooksTab },
];

/** The tabs of a service's page. */
export function serviceTabs(subject: ServiceSubject): SceneAppPage[] {
  const { system, service } = subject;
  return TABS.map(
    ({ path, title, scene }, index) =>
      new SceneAppPage({
        title,
        url: pagePath('services', system.id, service.id, ...(index === 0 ? [] : [path])),
        routePath: path,
        preserveUrlKeys: PRESERVED_URL_KEYS,
        getScene: () => scene(subject),
      })
  );
}
