import { alertmanagerInput } from '../../../catalog/alertmanager';
import { systemRuleGroups } from '../../../catalog/rules';
import { type System } from '../../../catalog/types';
import { alertmanagerConfig } from '../../../domain/alerts/routing/alertmanager';
import { NOTIFICATION_TEXTS, NOTIFICATION_TEXTS_FILE } from '../../../domain/alerts/routing/texts';
import { openSloText } from '../../../domain/import/exportOpenSlo';
import { grafanaAlertingFile, prometheusRuleFile, prometheusRuleResource } from '../../../domain/rules/formats';
import { yamlText } from '../../../domain/rules/yamlText';

export type ExportFormat = 'prometheus' | 'operator' | 'grafana' | 'alertmanager' | 'notifications' | 'openslo';

/** A file that the browser can keep. */
export interface ExportedFile {
  name: string;
  text: string;
}

interface Place {
  /** The app's address, for the links in alerts. */
  appUrl: string;
  /** Uid of the Prometheus data source, for rules that Grafana evaluates. */
  dataSourceUid: string;
}

/** Rules, routing or objectives of some systems, in the form that another tool reads. */
export function exportedFile(
  format: ExportFormat,
  systems: readonly System[],
  { appUrl, dataSourceUid }: Place
): ExportedFile {
  const groups = () => systems.flatMap((system) => systemRuleGroups(system, { appUrl }));
  switch (format) {
    case 'prometheus':
      return { name: 'watchkeeper-rules.yaml', text: yamlText(prometheusRuleFile(groups())) };
    case 'operator':
      return {
        name: 'watchkeeper-prometheusrule.yaml',
        text: yamlText(prometheusRuleResource('watchkeeper', groups())),
      };
    case 'grafana':
      return {
        name: 'watchkeeper-grafana-alerting.yaml',
        text: yamlText(grafanaAlertingFile(groups(), { folder: 'Watchkeeper', dataSourceUid })),
      };
    case 'alertmanager':
      return { name: 'alertmanager.yml', text: yamlText(alertmanagerConfig(alertmanagerInput(systems))) };
    case 'notifications':
      return { name: NOTIFICATION_TEXTS_FILE, text: NOTIFICATION_TEXTS };
    case 'openslo':
      return {
        name: 'watchkeeper-openslo.yaml',
        text: openSloText(systems.map(({ id, services, slos = [] }) => ({ system: id, services, slos }))),
      };
  }
}
