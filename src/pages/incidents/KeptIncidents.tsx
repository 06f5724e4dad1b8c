import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { IconButton, Input, RadioButtonGroup, TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { alertPlaces } from '../../catalog/alertPlaces';
import { type System } from '../../catalog/types';
import { SeverityBadge } from '../../components/SeverityBadge';
import { formatDuration } from '../../domain/format/format';
import {
  countViews,
  INCIDENT_VIEWS,
  type IncidentFilter,
  type IncidentView,
  type KeptIncident,
  listIncidents,
} from '../../domain/incidents/listing';
import { ageInWords } from '../../domain/incidents/texts';
import { incidentTimes } from '../../domain/incidents/times';
import { RecoveryTimes } from './RecoveryTimes';
import { type Incidents } from './useIncidents';

interface Props {
  incidents: Incidents;
  systems: readonly System[];
  filter: IncidentFilter;
  onChoose: (filter: Partial<{ view: IncidentView; search: string }>) => void;
}

/** The incidents that the viewer keeps, with their times to recovery. */
export function KeptIncidents({ incidents: { drafts, isRead, remove }, systems, filter, onChoose }: Props) {
  const styles = useStyles2(getStyles);
  const counts = countViews(drafts);
  const shown = listIncidents(drafts, filter);
  if (!isRead) {
    return null;
  }
  if (counts.all === 0) {
    return (
      <p className={styles.faint}>
        You keep no incidents yet. Open one from a group of alerts below: it is yours alone, until you share its link or
        its Markdown.
      </p>
    );
  }
  return (
    <div className={styles.page}>
      <div className={styles.filters}>
        <RadioButtonGroup
          aria-label="Which incidents"
          options={INCIDENT_VIEWS.map((value) => ({ value, label: `${value} (${counts[value]})` }))}
          value={filter.view}
          onChange={(view) => onChoose({ view })}
        />
        <Input
          aria-label="Search incidents"
          placeholder="Title, service, alert, person, note"
          width={32}
          value={filter.search}
          onChange={(event) => onChoose({ search: event.currentTarget.value })}
        />
        <RecoveryTimes drafts={drafts} systems={systems} />
      </div>
      {shown.length === 0 ? (
        <p className={styles.faint}>
          {filter.search ? 'None of these has all of these words.' : `None is ${filter.view}.`}
        </p>
      ) : (
        <ul className={styles.list} aria-label="Your incidents">
          {shown.map((incident) => (
            <Line key={incident.key} incident={incident} systems={systems} onRemove={() => remove(incident.key)} />
          ))}
        </ul>
      )}
    </div>
  );
}

function Line({
  incident: { key, draft },
  systems,
  onRemove,
}: {
  incident: KeptIncident;
  systems: readonly System[];
  onRemove: () => void;
}) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { nameOf } = alertPlaces(systems);
  const { acknowledgedAfterMs } = incidentTimes(draft);
  const firing = draft.alerts.filter(({ endedAtMs }) => endedAtMs === undefined).length;
  const facts = [
    draft.id,
    draft.affectedServices.map(nameOf).join(', ') || 'no known service',
    draft.assignedTo ?? 'nobody has it',
    ...(draft.status === 'resolved' ? [] : [firing > 0 ? `${firing} firing` : 'alerts over']),
    ...(acknowledgedAfterMs === undefined ? [] : [`acknowledged after ${formatDuration(acknowledgedAfterMs)}`]),
  ];
  return (
    <li className={styles.item}>
      <SeverityBadge severity={draft.severity} />
      <div className={styles.what}>
        <TextLink href={pageUrl('incidents', [key], search)} inline={false} color="primary">
          {draft.title}
        </TextLink>
        <div className={styles.small}>{facts.join(' · ')}</div>
      </div>
      <span className={styles.status}>
        {draft.status} <span className={styles.faint}>{ageInWords(draft, Date.now())}</span>
      </span>
      <IconButton name="trash-alt" tooltip={`Delete the draft ${draft.id}`} onClick={onRemove} />
    </li>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  filters: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1, 2) }),
  list: css({ listStyle: 'none' }),
  item: css({
    display: 'flex',
    alignItems: 'baseline',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 2),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    '& + &': { borderTop: 0 },
  }),
  what: css({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }),
  small: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  status: css({ whiteSpace: 'nowrap' }),
  faint: css({ color: theme.colors.text.secondary, margin: 0 }),
});
