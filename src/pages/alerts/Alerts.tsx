import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneObject } from '@grafana/scenes';
import { Alert as Notice, useStyles2 } from '@grafana/ui';
import { useDeferredValue, useMemo } from 'react';
import { type System } from '../../catalog/types';
import { filterAlerts } from '../../domain/alerts/filter';
import { type FiringHistory } from '../../scenes/oncall/FiringHistory';
import { listAlerts } from '../../scenes/oncall/listAlerts';
import { type OnCallNow } from '../../scenes/oncall/OnCallAlerts';
import { chosenSystems } from '../../scenes/variables/systems';
import { AlertFilters } from './AlertFilters';
import { AlertGroups } from './AlertGroups';
import { type AlertsChoice } from './AlertsOverview';
import { AlertsTable } from './AlertsTable';
import { sortedAlerts } from './alertSorting';
import { SavedViews } from './SavedViews';
import { Silences } from './Silences';

interface Props {
  now: OnCallNow;
  systems: readonly System[];
  history: FiringHistory;
  choice: AlertsChoice;
  onChoose: (choice: Partial<AlertsChoice>) => void;
  /** For the page's variables. */
  model: SceneObject;
}

/** The list with its filters, or the same alerts as likely incidents. */
export function Alerts({ now, systems, history, choice, onChoose, model }: Props) {
  const styles = useStyles2(getStyles);
  const chosen = chosenSystems(model)?.join();
  const listed = useMemo(() => listAlerts(now, systems, chosen?.split(',')), [now, systems, chosen]);
  // What is typed shows at once; the list follows as fast as it can.
  const wanted = useDeferredValue(choice);
  const shown = useMemo(() => filterAlerts(listed, wanted), [listed, wanted]);
  const rows = useMemo(() => sortedAlerts(shown, wanted.sorting), [shown, wanted.sorting]);
  const groups = useMemo(() => {
    const alerts = new Set(shown.map(({ alert }) => alert));
    return now.groups.filter((group) => group.alerts.some((alert) => alerts.has(alert)));
  }, [now, shown]);
  return (
    <div className={styles.page}>
      {now.unread.length > 0 && (
        <Notice severity="warning" title="Not every source of alerts answered in full" topSpacing={0} bottomSpacing={0}>
          {now.unread.join(' ')}
        </Notice>
      )}
      <SavedViews />
      <AlertFilters
        listed={listed}
        shownCount={shown.length}
        groupCount={groups.length}
        choice={choice}
        onChoose={onChoose}
      />
      {choice.view === 'groups' ? (
        <AlertGroups groups={groups} systems={systems} nowMs={now.askedAtMs} />
      ) : (
        <AlertsTable
          rows={rows}
          systems={systems}
          history={history}
          nowMs={now.askedAtMs}
          isFiltered={shown.length < listed.length}
          sorting={choice.sorting}
          onSort={(sorting) => onChoose({ sorting })}
        />
      )}
      <Silences now={now} />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
});
