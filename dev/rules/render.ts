import { stringify } from 'yaml';
import { alertRuleGroups, sloRuleGroups } from '../../src/catalog/rules';
import { type System } from '../../src/catalog/types';
import { type RuleGroup } from '../../src/domain/rules/types';

const HEADER = '# Generated from the catalog by `npm run rules`. Do not edit: change the catalog and run it again.\n';

/** File name → content of all Prometheus rule files of the systems. The same catalog gives the same bytes. */
export function ruleFiles(systems: readonly System[]): Map<string, string> {
  const files = systems.flatMap((system): Array<[string, RuleGroup[]]> => [
    [`${system.id}.slo.yaml`, sloRuleGroups(system)],
    [`${system.id}.alerts.yaml`, alertRuleGroups(system)],
  ]);
  return new Map(
    files
      .filter(([, groups]) => groups.length > 0)
      .map(([name, groups]) => [name, HEADER + stringify({ groups }, { lineWidth: 0 })])
  );
}
