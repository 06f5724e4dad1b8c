import { alertmanagerInput } from '../../src/catalog/alertmanager';
import {
  alertRuleGroups,
  recordingRuleGroups,
  type RuleOptions,
  sloEventGroups,
  sloPageGroups,
} from '../../src/catalog/rules';
import { type System } from '../../src/catalog/types';
import { alertmanagerConfig, webhookAlertmanagerConfig } from '../../src/domain/alerts/routing/alertmanager';
import { grafanaAlertingFile, prometheusRuleFile, prometheusRuleResource } from '../../src/domain/rules/formats';
import { isAlertingRule, type RuleGroup } from '../../src/domain/rules/types';
import { yamlText } from '../../src/domain/rules/yamlText';

const HEADER = '# Generated from the catalog by `npm run rules`. Do not edit: change the catalog and run it again.\n';

/** How rule files are written: for Prometheus, Mimir and Thanos; for the Prometheus operator; for Grafana's alerting. */
export const RULE_FORMATS = ['prometheus', 'operator', 'grafana'] as const;
export type RuleFormat = (typeof RULE_FORMATS)[number];

/** File name → content. */
export type Files = ReadonlyMap<string, string>;

/** All rule files of the systems. The same catalog gives the same bytes. */
export function ruleFiles(systems: readonly System[], options: RuleOptions, format: RuleFormat = 'prometheus'): Files {
  const files = systems.flatMap((system): Array<[string, RuleGroup[]]> => [
    [`${system.id}.slo`, sloEventGroups(system, options)],
    [`${system.id}.slo-pages`, sloPageGroups(system, options)],
    [`${system.id}.recordings`, recordingRuleGroups(system)],
    [`${system.id}.alerts`, alertRuleGroups(system, options)],
  ]);
  const hasContent = (groups: readonly RuleGroup[]) =>
    groups.some(({ rules }) => format !== 'grafana' || rules.some(isAlertingRule));
  return new Map(
    files
      .filter(([, groups]) => hasContent(groups))
      .map(([name, groups]) => [`${name}.yaml`, HEADER + yamlText(written(name, groups, format))])
  );
}

function written(name: string, groups: readonly RuleGroup[], format: RuleFormat) {
  switch (format) {
    case 'prometheus':
      return prometheusRuleFile(groups);
    case 'operator':
      return prometheusRuleResource(`watchkeeper-${name.replace(/[._]/g, '-')}`, groups);
    case 'grafana':
      return grafanaAlertingFile(groups, { folder: 'Watchkeeper', dataSourceUid: 'prometheus' });
  }
}

const WEBHOOK = 'http://webhook:9095/notifications';

/** Routing for a real installation, and the same for the development stack, where a webhook receives everything. */
export function alertmanagerFiles(systems: readonly System[]): Files {
  const input = alertmanagerInput(systems);
  return new Map([
    [
      'alertmanager.yml',
      `${HEADER}# Every secret is read from a file: set the addresses and mount the files before use.\n${yamlText(alertmanagerConfig(input))}`,
    ],
    [
      'alertmanager.dev.yml',
      `${HEADER}# The routes and receiver names of alertmanager.yml, delivered to a webhook that keeps what it gets.\n${yamlText(webhookAlertmanagerConfig(input, WEBHOOK))}`,
    ],
  ]);
}
