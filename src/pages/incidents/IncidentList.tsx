import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { type SceneComponentProps, SceneObjectBase, type SceneObjectRef, type SceneObjectState } from '@grafana/scenes';
import { EmptyState, IconButton, TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { Since } from '../../components/Since';
import { LiveBody } from '../../scenes/live/LiveBody';
import { GroupCard } from '../../scenes/oncall/GroupCard';
import { type OnCallAlerts } from '../../scenes/oncall/OnCallAlerts';
import { useDrafts } from './useDrafts';

interface IncidentListState extends SceneObjectState {
  alerts: SceneObjectRef<OnCallAlerts>;
  systems: readonly System[];
}

/** The viewer's drafts, and what might become one. */
export class IncidentList extends SceneObjectBase<IncidentListState> {
  static Component = IncidentListRenderer;
}

const GROUPS_SHOWN = 20;

function IncidentListRenderer({ model }: SceneComponentProps<IncidentList>) {
  const { alerts, systems } = model.useState();
  const styles = useStyles2(getStyles);
  const { drafts } = useDrafts();
  return (
    <div className={styles.page}>
      <Drafts />
      <p className={styles.title}>Likely incidents now</p>
      <LiveBody live={alerts.resolve()} what="alerts">
        {(now) => {
          const fresh = now.groups.filter(({ id }) => !drafts[id]);
          return fresh.length === 0 ? (
            <p>Nothing fires that has no draft yet.</p>
          ) : (
            <div className={styles.page}>
              {fresh.slice(0, GROUPS_SHOWN).map((group) => (
                <GroupCard key={group.id} group={group} systems={systems} nowMs={now.askedAtMs} />
              ))}
            </div>
          );
        }}
      </LiveBody>
    </div>
  );
}

function Drafts() {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { drafts, isRead, remove } = useDrafts();
  const newestFirst = Object.entries(drafts).sort(([, a], [, b]) => b.updatedAtMs - a.updatedAtMs);
  if (isRead && newestFirst.length === 0) {
    return (
      <EmptyState variant="call-to-action" hideImage message="You have no drafts">
        Open an incident from a group of alerts below. A draft is yours alone: share it by its link or as Markdown.
      </EmptyState>
    );
  }
  return (
    <ul className={styles.list} aria-label="Your drafts">
      {newestFirst.map(([groupId, draft]) => (
        <li key={groupId} className={styles.item}>
          <TextLink href={pageUrl('incidents', [groupId], search)}>{draft.title}</TextLink>
          <span>
            {draft.severity} · {draft.status}
          </span>
          <span className={styles.detail}>
            {draft.id} · changed <Since atMs={draft.updatedAtMs} nowMs={Date.now()} /> ago
          </span>
          <IconButton name="trash-alt" tooltip={`Delete the draft ${draft.id}`} onClick={() => remove(groupId)} />
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  title: css({ ...theme.typography.h5, margin: theme.spacing(1, 0) }),
  list: css({ listStyle: 'none' }),
  item: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1, 2),
    padding: theme.spacing(0.5, 1),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
  }),
  detail: css({ color: theme.colors.text.secondary, marginLeft: 'auto' }),
});
