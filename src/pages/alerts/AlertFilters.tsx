import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { type Facet, facetCounts, FACETS, type ListedAlert } from '../../domain/alerts/filter';
import { severityRank } from '../../domain/alerts/urgency';
import { countOf } from '../../domain/format/format';
import { toggled } from '../../domain/services/filters';
import { FilterChips } from '../services/FilterChips';
import { type AlertsChoice, type AlertsView } from './AlertsOverview';

interface Props {
  listed: readonly ListedAlert[];
  shownCount: number;
  groupCount: number;
  choice: AlertsChoice;
  onChoose: (choice: Partial<AlertsChoice>) => void;
}

const TITLES: Readonly<Record<Facet, string>> = {
  state: 'State',
  severity: 'Severity',
  source: 'Source',
  service: 'Service',
  team: 'Owner',
};
const VIEWS: Array<{ label: string; value: AlertsView }> = [
  { label: 'List', value: 'list' },
  { label: 'Likely incidents', value: 'groups' },
];

/** Words, and values that can be switched on and off; how many alerts are left. */
export function AlertFilters({ listed, shownCount, groupCount, choice, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <>
      <div className={styles.row}>
        <Input
          aria-label="Search alerts"
          placeholder="Name, summary or label"
          value={choice.search}
          onChange={(event) => onChoose({ search: event.currentTarget.value })}
          width={32}
        />
        <RadioButtonGroup
          aria-label="How alerts are shown"
          options={VIEWS}
          value={choice.view}
          onChange={(view) => onChoose({ view })}
        />
        <span role="status" className={styles.count}>
          {choice.view === 'groups' ? countOf(groupCount, 'likely incident') : countOf(shownCount, 'alert')}
        </span>
      </div>
      <div className={styles.row}>
        {FACETS.map((facet) => {
          const options = optionsOf(listed, facet, choice);
          // One value in the whole list is nothing to choose from.
          return new Set(listed.map((one) => one[facet])).size < 2 && choice[facet].length === 0 ? null : (
            <FilterChips
              key={facet}
              title={TITLES[facet]}
              options={options}
              chosen={choice[facet]}
              onToggle={(value) => onChoose({ [facet]: toggled(choice[facet], value) })}
            />
          );
        })}
      </div>
    </>
  );
}

function optionsOf(listed: readonly ListedAlert[], facet: Facet, choice: AlertsChoice) {
  const rank = (value: string) => (facet === 'severity' ? severityRank(value) : 0);
  return [...facetCounts(listed, facet, choice)]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .map(([value, count]) => ({ value, label: value, count }));
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  count: css({ marginLeft: 'auto', color: theme.colors.text.secondary }),
});
