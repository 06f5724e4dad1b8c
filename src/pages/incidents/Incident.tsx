import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { EmptyState, LinkButton, LoadingPlaceholder } from '@grafana/ui';
import { useMemo } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { draftOfGroup } from '../../domain/incidents/draft';
import { draftFromText } from '../../domain/incidents/shareLink';
import { type OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { IncidentEditor } from './IncidentEditor';
import { SHARED_DRAFT } from './sharedDraft';
import { useDrafts } from './useDrafts';

interface IncidentState extends SceneObjectState {
  alerts: SceneObjectRef<OnCallAlerts>;
  systems: readonly System[];
  groupId: string;
}

/** One incident: the viewer's own draft, else the one of the link, else a new one of the alerts. */
export class Incident extends SceneObjectBase<IncidentState> {
  static Component = IncidentRenderer;
}

function IncidentRenderer({ model }: SceneComponentProps<Incident>) {
  const { alerts, systems, groupId } = model.useState();
  const { search } = useLocation();
  const { drafts, isRead, isUnsaved, put } = useDrafts();
  const { value: now, loading } = alerts.resolve().useState();
  const shared = useMemo(() => draftFromText(new URLSearchParams(search).get(SHARED_DRAFT) ?? ''), [search]);
  const group = now?.groups.find(({ id }) => id === groupId);
  const fresh = useMemo(() => group && draftOfGroup(group, Date.now()), [group]);
  const draft = drafts[groupId] ?? shared ?? fresh;
  if (draft) {
    return (
      <IncidentEditor
        draft={draft}
        isNew={drafts[groupId] === undefined}
        isUnsaved={isUnsaved}
        group={group}
        systems={systems}
        onChange={(next) => put(groupId, next)}
      />
    );
  }
  if (!isRead || loading) {
    return <LoadingPlaceholder text="Looking for the incident" />;
  }
  return (
    <EmptyState
      variant="not-found"
      message="This incident is not known here"
      button={<LinkButton href={pageUrl('incidents', [], search)}>All incidents</LinkButton>}
    >
      Its alerts are over, and its draft is in the browser or the account of somebody else. Ask for its shared link.
    </EmptyState>
  );
}
