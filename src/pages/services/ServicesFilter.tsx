import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Input, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { type System } from '../../catalog/types';
import { STATE_APPEARANCE } from '../../components/StateBadge';
import { countOf } from '../../domain/format/format';
import { type HealthState } from '../../domain/health/states';
import { FILTER_GROUPS, type FilterGroup, type InventoryFilter, optionsOf } from '../../domain/services/filters';
import { type InventoryRow } from '../../domain/services/inventory';
import { FilterChips } from './FilterChips';

interface Props {
  /** Of the chosen systems. */
  rows: readonly InventoryRow[];
  filter: InventoryFilter;
  /** To choose from; empty when there is nothing to choose. */
  systems: readonly System[];
  chosenSystems: readonly string[];
  shownCount: number;
  onSearch: (search: string) => void;
  onToggle: (group: FilterGroup, value: string) => void;
  onToggleSystem: (id: string) => void;
  onClear: () => void;
}

const TITLES: Record<FilterGroup, string> = { state: 'State', team: 'Team', kind: 'Kind', tier: 'Tier' };

/** At night the state and the system matter; these stand behind a button. */
const MORE = ['team', 'kind', 'tier'] as const;

/** Search and chips above the services table. */
export function ServicesFilter(props: Props) {
  const { rows, filter, systems, chosenSystems, shownCount, onSearch, onToggle, onToggleSystem, onClear } = props;
  const styles = useStyles2(getStyles);
  const [isOpen, setOpen] = useState(MORE.some((group) => filter.chosen[group].length > 0));
  const isFiltered = filter.search !== '' || FILTER_GROUPS.some((group) => filter.chosen[group].length > 0);
  return (
    <div className={styles.filter}>
      <div className={styles.line}>
        <Input
          aria-label="Search services"
          placeholder="Name, system, owner or state"
          value={filter.search}
          onChange={(event) => onSearch(event.currentTarget.value)}
          width={40}
        />
        {isFiltered && (
          <Button variant="secondary" fill="text" size="sm" icon="times" onClick={onClear}>
            Clear filters
          </Button>
        )}
        <span role="status" className={styles.count}>
          {countOf(shownCount, 'service')}
        </span>
      </div>
      <div className={styles.groups}>
        {chips('state')}
        {systems.length > 0 && (
          <FilterChips
            title="System"
            options={systems.map(({ id, name }) => ({ value: id, label: name }))}
            chosen={chosenSystems}
            onToggle={onToggleSystem}
          />
        )}
        {isOpen && MORE.map(chips)}
        <Button
          variant="secondary"
          fill="text"
          size="sm"
          icon={isOpen ? 'angle-up' : 'angle-down'}
          aria-expanded={isOpen}
          onClick={() => setOpen(!isOpen)}
        >
          Team, kind, tier
        </Button>
      </div>
    </div>
  );

  function chips(group: FilterGroup) {
    const options = optionsOf(rows, group, filter);
    return options.length > 1 || filter.chosen[group].length > 0 ? (
      <FilterChips
        key={group}
        title={TITLES[group]}
        options={options.map(({ value, count }) => ({ value, count, label: labelOf(group, value) }))}
        chosen={filter.chosen[group]}
        onToggle={(value) => onToggle(group, value)}
      />
    ) : null;
  }
}

function labelOf(group: FilterGroup, value: string): string {
  if (group === 'state') {
    return STATE_APPEARANCE[value as HealthState]?.word ?? value;
  }
  return group === 'kind' ? value.charAt(0).toUpperCase() + value.slice(1) : value;
}

const getStyles = (theme: GrafanaTheme2) => ({
  filter: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), marginBottom: theme.spacing(1) }),
  line: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
  count: css({ marginLeft: 'auto', color: theme.colors.text.secondary }),
  groups: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(0.5, 3) }),
});
