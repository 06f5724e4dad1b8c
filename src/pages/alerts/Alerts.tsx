import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneObject } from '@grafana/scenes';
import { Alert as Notice, Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { type System } from '../../catalog/types';
import { filterAlerts, type ListedAlert, listedState, severityOf, teamOf } from '../../domain/alerts/filter';
import { severityRank } from '../../domain/alerts/urgency';
import { countOf } from '../../domain/format/format';
import { toggled } from '../../domain/services/filters';
import { alertId } from '../../domain/incidents/alertId';
import { GroupCard } from '../../scenes/oncall/GroupCard';
import { type OnCallNow } from '../../scenes/oncall/OnCallAlerts';
import { chosenSystems } from '../../scenes/variables/systems';
import { FilterChips } from '../services/FilterChips';
import { CHIP_GROUPS, type AlertsChoice, type AlertsView, type ChipGroup } from './AlertsOverview';
import { AlertsTable } from './AlertsTable';
import { Silences } from './Silences';

interface Props {
  now: OnCallNow;
  systems: readonly System[];
  choice: AlertsChoice;
  onChoose: (choice: Partial<AlertsChoice>) => void;
  /** For the page's variables. */
  model: SceneObject;
}

const TITLES: Readonly<Record<ChipGroup, string>> = { state: 'State', severity: 'Severity', team: 'Team' };
const VALUE_OF: Readonly<Record<ChipGroup, (listed: ListedAlert) => string>> = {
  state: listedState,
  severity: severityOf,
  team: teamOf,
};
const VIEWS: Array<{ label: string; value: AlertsView }> = [
  { label: 'List', value: 'list' },
  { label: 'Likely incidents', value: 'groups' },
];
const GROUPS_SHOWN = 50;

/** The list with its filters, or the same alerts as likely incidents. */
export function Alerts({ now, systems, choice, onChoose, model }: Props) {
  const styles = useStyles2(getStyles);
  const chosen = chosenSystems(model);
  const listed = useMemo(() => listOf(now, chosen), [now, chosen]);
  const shown = filterAlerts(listed, choice);
  const shownIds = new Set(shown.map(({ alert }) => alertId(alert)));
  const groups = now.groups.filter(({ alerts }) => alerts.some((alert) => shownIds.has(alertId(alert))));
  return (
    <div className={styles.page}>
      {now.unread.length > 0 && (
        <Notice severity="warning" title="Not every source of alerts answered" topSpacing={0} bottomSpacing={0}>
          {now.unread.join(' ')}
        </Notice>
      )}
      <div className={styles.filters}>
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
          {choice.view === 'groups' ? countOf(groups.length, 'likely incident') : countOf(shown.length, 'alert')}
        </span>
      </div>
      <div className={styles.filters}>
        {CHIP_GROUPS.map((group) => (
          <FilterChips
            key={group}
            title={TITLES[group]}
            options={optionsOf(listed, group)}
            chosen={choice[group]}
            onToggle={(value) => onChoose({ [group]: toggled(choice[group], value) })}
          />
        ))}
      </div>
      {choice.view === 'groups' ? (
        groups
          .slice(0, GROUPS_SHOWN)
          .map((group) => <GroupCard key={group.id} group={group} systems={systems} nowMs={now.askedAtMs} />)
      ) : (
        <AlertsTable listed={shown} systems={systems} nowMs={now.askedAtMs} isFiltered={shown.length < listed.length} />
      )}
      {groups.length > GROUPS_SHOWN && choice.view === 'groups' && (
        <p>{countOf(groups.length - GROUPS_SHOWN, 'more likely incident')}: narrow the list to see them.</p>
      )}
      <Silences now={now} />
    </div>
  );
}

function listOf({ alerts, silenced }: OnCallNow, chosen: readonly string[] | undefined): ListedAlert[] {
  const muted = new Set(silenced.map(({ alert }) => alert));
  return alerts
    .filter(({ labels }) => !chosen || labels['system'] === undefined || chosen.includes(labels['system']))
    .map((alert) => ({ alert, isSilenced: muted.has(alert) }));
}

function optionsOf(listed: readonly ListedAlert[], group: ChipGroup) {
  const counts = new Map<string, number>();
  for (const one of listed) {
    const value = VALUE_OF[group](one);
    counts.set(value, (counts.get(value) ?? 0) + 1);
  }
  const rank = (value: string) => (group === 'severity' ? severityRank(value) : 0);
  return [...counts]
    .sort(([a], [b]) => rank(a) - rank(b) || a.localeCompare(b))
    .map(([value, count]) => ({ value, label: value, count }));
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  filters: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  count: css({ marginLeft: 'auto', color: theme.colors.text.secondary }),
});
