import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import {
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
  SceneObjectUrlSyncConfig,
  type SceneObjectUrlValues,
} from '@grafana/scenes';
import { Alert as Notice, useStyles2 } from '@grafana/ui';
import { type System } from '../../catalog/types';
import { groupOfDraft } from '../../domain/incidents/joinAlerts';
import { type IncidentFilter, INCIDENT_VIEWS, type IncidentView } from '../../domain/incidents/listing';
import { LiveBody } from '../../scenes/live/LiveBody';
import { GroupCard } from '../../scenes/oncall/GroupCard';
import { type OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { chosenSystems } from '../../scenes/variables/systems';
import { KeptIncidents } from './KeptIncidents';
import { OnCallTeams } from './OnCallTeams';
import { useIncidents } from './useIncidents';

interface IncidentListState extends SceneObjectState, IncidentFilter {
  alerts: SceneObjectRef<OnCallAlerts>;
  systems: readonly System[];
}

/** The viewer's incidents, and what might become one. What the reader chooses is in the URL. */
export class IncidentList extends SceneObjectBase<IncidentListState> {
  static Component = IncidentListRenderer;

  protected override _urlSync = new SceneObjectUrlSyncConfig(this, { keys: ['view', 'search'] });

  constructor(state: Pick<IncidentListState, 'alerts' | 'systems'>) {
    super({ view: 'open', search: '', ...state });
  }

  getUrlState(): SceneObjectUrlValues {
    const { view, search } = this.state;
    return { view: view === 'open' ? undefined : view, search: search || undefined };
  }

  updateFromUrl(changed: SceneObjectUrlValues) {
    // Only the keys that changed are given.
    const { view, search } = { ...this.getUrlState(), ...changed };
    this.setState({
      view: INCIDENT_VIEWS.find((one) => one === view) ?? 'open',
      search: [search ?? ''].flat()[0] ?? '',
    });
  }

  choose = (filter: Partial<{ view: IncidentView; search: string }>) => this.setState(filter);
}

const GROUPS_SHOWN = 20;

function IncidentListRenderer({ model }: SceneComponentProps<IncidentList>) {
  const { alerts, systems, view, search } = model.useState();
  const styles = useStyles2(getStyles);
  const live = alerts.resolve();
  const { value } = live.useState();
  const incidents = useIncidents(value);
  const { drafts, now, isUnsaved } = incidents;
  const chosen = chosenSystems(model);
  const known = new Set(
    now
      ? Object.entries(drafts).map(([key, draft]) =>
          // What fires on is shown, whatever somebody said of it.
          draft.status === 'resolved' ? undefined : groupOfDraft(key, draft, now)?.id
        )
      : []
  );
  return (
    <div className={styles.page}>
      {isUnsaved && (
        <Notice severity="warning" title="The last change could not be stored" topSpacing={0} bottomSpacing={0}>
          It is lost with this page.
        </Notice>
      )}
      <KeptIncidents incidents={incidents} systems={systems} filter={{ view, search }} onChoose={model.choose} />
      <h2 className={styles.title}>Likely incidents now</h2>
      <LiveBody live={live} what="alerts">
        {({ groups, askedAtMs }) => {
          const fresh = groups.filter(
            ({ id, services }) =>
              !known.has(id) &&
              (!chosen || services.length === 0 || services.some(({ system }) => chosen.includes(system)))
          );
          return fresh.length === 0 ? (
            <p className={styles.faint}>Nothing fires that is not in an open incident.</p>
          ) : (
            <div className={styles.page}>
              {fresh.slice(0, GROUPS_SHOWN).map((group) => (
                <GroupCard key={group.id} group={group} systems={systems} nowMs={askedAtMs} />
              ))}
              {fresh.length > GROUPS_SHOWN && (
                <p className={styles.faint}>{fresh.length - GROUPS_SHOWN} more: the page of alerts has them all.</p>
              )}
            </div>
          );
        }}
      </LiveBody>
      <OnCallTeams
        systems={systems.filter(({ id }) => !chosen || chosen.includes(id))}
        nowMs={value?.askedAtMs ?? Date.now()}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  title: css({ ...theme.typography.h4, margin: theme.spacing(1, 0, 0) }),
  faint: css({ color: theme.colors.text.secondary, margin: 0 }),
});
