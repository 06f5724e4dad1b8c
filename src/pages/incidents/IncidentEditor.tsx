import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { type System } from '../../catalog/types';
import { type AlertGroup, type IncidentDraft } from '../../domain/incidents/types';
import { IncidentHeader } from './IncidentHeader';
import { IncidentImpact } from './IncidentImpact';
import { IncidentPeople } from './IncidentPeople';
import { IncidentProgress } from './IncidentProgress';
import { IncidentTimeline } from './IncidentTimeline';
import { incidentView } from './incidentView';
import { Remedies } from './Remedies';
import { Tell } from './Tell';
import { type DataSourcesOf } from './useMeasured';

interface Props {
  draft: IncidentDraft;
  /** Its alerts, while they go on. */
  group: AlertGroup | undefined;
  systems: readonly System[];
  nowMs: number;
  dataSourcesOf: DataSourcesOf;
  onChange: (draft: IncidentDraft) => void;
}

/** An incident to write down: how far it is, what happened, what may help, who has it, and what to tell whom. */
export function IncidentEditor({ draft, group, systems, nowMs, dataSourcesOf, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const view = useMemo(() => incidentView(draft, systems, nowMs), [draft, systems, nowMs]);
  return (
    <div className={styles.page}>
      <IncidentHeader draft={draft} view={view} group={group} nowMs={nowMs} />
      <IncidentProgress draft={draft} nowMs={nowMs} onChange={onChange} />
      <div className={styles.columns}>
        <div className={styles.wide}>
          <IncidentTimeline draft={draft} onChange={onChange} />
          <Remedies draft={draft} remedies={view.remedies} nowMs={nowMs} onChange={onChange} />
        </div>
        <div className={styles.narrow}>
          <IncidentPeople draft={draft} view={view} nowMs={nowMs} onChange={onChange} />
          <IncidentImpact draft={draft} view={view} dataSourcesOf={dataSourcesOf} onChange={onChange} />
          <Tell draft={draft} view={view} />
        </div>
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => {
  const column = { display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minWidth: 0 } as const;
  return {
    page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
    columns: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: theme.spacing(1) }),
    wide: css({ ...column, flex: '3 1 440px' }),
    narrow: css({ ...column, flex: '2 1 340px' }),
  };
};
