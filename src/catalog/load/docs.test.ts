/** @jest-environment node */
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { sloRuleGroups, alertRuleGroups } from '../rules';
import { builtInSystems } from '../packs';
import { loadCatalog } from './loadCatalog';

const text = readFileSync(path.join(__dirname, '../../../docs/add-a-system.md'), 'utf8');
const examples = [...text.matchAll(/```yaml\n(.*?)```/gs)]
  .map(([, code]) => code ?? '')
  .filter((code) => code.includes('systems:'));

describe('docs/add-a-system.md', () => {
  it('shows catalogs that load', () => {
    expect(examples).toHaveLength(6);
    expect(examples.flatMap((example) => loadCatalog(builtInSystems, example).problems)).toEqual([]);
  });

  it('shows a system from which its rules can be made', () => {
    const shop = loadCatalog(builtInSystems, examples[0]).catalog.systems.find(({ id }) => id === 'shop');
    if (!shop) {
      throw new Error('the first example has no system "shop"');
    }
    const rules = [...sloRuleGroups(shop), ...alertRuleGroups(shop)].flatMap((group) => group.rules);
    expect(rules.map((rule) => ('alert' in rule ? rule.alert : rule.record))).toEqual(
      expect.arrayContaining([
        'slo:events_total:increase5m',
        'slo:events_bad:increase5m',
        'slo:error_ratio:rate1h',
        'SloErrorBudgetBurn',
        'CheckoutErrors',
      ])
    );
  });
});
