import { css } from '@emotion/css';
import {
  sceneGraph,
  type SceneComponentProps,
  SceneObjectBase,
  type SceneObjectRef,
  type SceneObjectState,
} from '@grafana/scenes';
import { EmptyState, LinkButton, LoadingPlaceholder, useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { groupOfDraft, keyOfGroup } from '../../domain/incidents/joinAlerts';
import { holds } from '../../domain/incidents/mergeDrafts';
import { draftFromText } from '../../domain/incidents/shareLink';
import { type IncidentDraft } from '../../domain/incidents/types';
import { type OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { DraftNotices } from './DraftNotices';
import { IncidentEditor } from './IncidentEditor';
import { newDraft } from './newDraft';
import { SHARED_DRAFT } from './sharedDraft';
import { useIncidents } from './useIncidents';
import { type DataSourcesOf } from './useMeasured';

interface IncidentState extends SceneObjectState {
  alerts: SceneObjectRef<OnCallAlerts>;
  systems: readonly System[];
  groupId: string;
}

/** One incident: the viewer's own draft, else the one of the link, else a new one of the alerts. */
export class Incident extends SceneObjectBase<IncidentState> {
  static Component = IncidentRenderer;

  /** The data sources that are chosen on the page. */
  dataSources: DataSourcesOf = () => {
    const uid = (name: string) => sceneGraph.interpolate(this, `\${${name}}`);
    return { prometheus: uid('prometheus'), jaeger: uid('jaeger'), elasticsearch: uid('elasticsearch') };
  };
}

function IncidentRenderer({ model }: SceneComponentProps<Incident>) {
  const { systems } = model.useState();
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { isRead, isUnsaved, now, isLooking, put, key, own, shared, group, draft } = useFound(model);
  if (!isRead || (!draft && isLooking)) {
    return <LoadingPlaceholder text="Looking for the incident" />;
  }
  if (draft) {
    const onChange = (next: IncidentDraft) => put(key, next);
    return (
      <div className={styles.page}>
        <DraftNotices
          draft={draft}
          origin={own ? 'own' : shared ? 'shared' : 'fresh'}
          newer={newerOf(own, shared)}
          isUnsaved={isUnsaved}
          group={group}
          now={now}
          onChange={onChange}
        />
        <IncidentEditor
          draft={draft}
          group={group}
          systems={systems}
          nowMs={now?.atMs ?? draft.updatedAtMs}
          dataSourcesOf={model.dataSources}
          onChange={onChange}
        />
      </div>
    );
  }
  return (
    <EmptyState
      variant="not-found"
      message="This incident is not known here"
      button={<LinkButton href={pageUrl('incidents', [], search)}>All incidents</LinkButton>}
    >
      Its alerts are over, and its draft is in the account or the browser of somebody else. Ask for its shared link.
    </EmptyState>
  );
}

/** The incident of the address, from wherever it is known. */
function useFound(model: Incident) {
  const { alerts, systems, groupId } = model.useState();
  const { search } = useLocation();
  const { value: live, loading } = alerts.resolve().useState();
  const incidents = useIncidents(live);
  const { drafts, now } = incidents;
  const shared = useMemo(() => draftFromText(new URLSearchParams(search).get(SHARED_DRAFT) ?? ''), [search]);
  const key = (now && keyOfGroup(groupId, drafts, now)) ?? groupId;
  const own = drafts[key];
  const group = now && (own ? groupOfDraft(key, own, now) : now.byId.get(groupId));
  const fresh = useMemo(() => group && newDraft(group, systems, Date.now()), [group, systems]);
  return { ...incidents, isLooking: loading && !live, key, own, shared, group, draft: own ?? shared ?? fresh };
}

function newerOf(own: IncidentDraft | undefined, shared: IncidentDraft | undefined): IncidentDraft | undefined {
  return own && shared?.id === own.id && !holds(own, shared) ? shared : undefined;
}

const getStyles = () => ({
  page: css({ display: 'flex', flexDirection: 'column', flexGrow: 1, minWidth: 0 }),
});
