import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert as Notice, Button, Field, Input, RadioButtonGroup, Stack, useStyles2 } from '@grafana/ui';
import { useId, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { alertPlaces } from '../../catalog/alertPlaces';
import { type System } from '../../catalog/types';
import { Facts } from '../../components/Facts';
import { nextStatuses, withAssignee, withEntry, withStatus } from '../../domain/incidents/draft';
import { utc } from '../../domain/incidents/texts';
import { type AlertGroup, INCIDENT_SEVERITIES, type IncidentDraft } from '../../domain/incidents/types';
import { nextStepsOfGroup } from '../../scenes/oncall/alertLinks';
import { NextSteps } from '../../scenes/oncall/NextSteps';
import { IncidentTexts } from './IncidentTexts';

interface Props {
  draft: IncidentDraft;
  /** Nobody has changed it yet, so it is not stored. */
  isNew: boolean;
  isUnsaved: boolean;
  /** Its alerts, while they go on. */
  group: AlertGroup | undefined;
  systems: readonly System[];
  onChange: (draft: IncidentDraft) => void;
}

/** An incident to write down: severity, status, who has it, and a timeline that is only added to. */
export function IncidentEditor({ draft, isNew, isUnsaved, group, systems, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const places = alertPlaces(systems);
  return (
    <div className={styles.page}>
      {isUnsaved && (
        <Notice severity="warning" title="The draft could not be stored" topSpacing={0} bottomSpacing={0}>
          It is lost with this page. Copy it as Markdown, or share its link.
        </Notice>
      )}
      <h2 className={styles.title}>{draft.title}</h2>
      {draft.description && <p className={styles.detail}>{draft.description}</p>}
      <Facts
        facts={[
          ['Id', draft.id],
          ['Status', draft.status],
          ['Created', utc(draft.createdAtMs)],
          ['Affected services', draft.affectedServices.map(places.nameOf).join(', ') || 'unknown'],
          ['Alerts', group ? `${group.alerts.length} firing` : 'over'],
        ]}
      />
      {group && <p className={styles.detail}>{group.reason}</p>}
      {group && <NextSteps steps={nextStepsOfGroup(group.alerts, systems, search)} />}
      <Stack gap={2} wrap="wrap" alignItems="flex-end">
        <Severity draft={draft} onChange={onChange} />
        <Assignee draft={draft} onChange={onChange} />
        <div role="group" aria-label="Move on to" className={styles.moves}>
          {nextStatuses(draft.status).map((status) => (
            <Button
              key={status}
              size="sm"
              variant="secondary"
              onClick={() => onChange(withStatus(draft, status, Date.now()))}
            >
              {status === 'open' ? 'open again' : status}
            </Button>
          ))}
        </div>
      </Stack>
      <Timeline draft={draft} onChange={onChange} />
      <IncidentTexts draft={draft} nameOf={places.nameOf} />
      {isNew && <p className={styles.detail}>Not stored yet: the first change keeps it as your draft.</p>}
    </div>
  );
}

type Part = Pick<Props, 'draft' | 'onChange'>;

const SEVERITIES = [...INCIDENT_SEVERITIES].reverse().map((severity) => ({ label: severity, value: severity }));

function Severity({ draft, onChange }: Part) {
  const change = (severity: IncidentDraft['severity']) => {
    const text = `Severity ${draft.severity} → ${severity}`;
    onChange(withEntry({ ...draft, severity }, { atMs: Date.now(), kind: 'status', text }));
  };
  return (
    <Field label="Severity" noMargin>
      <RadioButtonGroup aria-label="Severity" options={SEVERITIES} value={draft.severity} onChange={change} />
    </Field>
  );
}

function Assignee({ draft, onChange }: Part) {
  const id = useId();
  const [name, setName] = useState(draft.assignedTo ?? '');
  const assign = () => {
    if (name.trim() && name.trim() !== draft.assignedTo) {
      onChange(withAssignee(draft, name.trim(), Date.now()));
    }
  };
  return (
    <Field label="Assigned to" htmlFor={id} noMargin>
      <Input
        id={id}
        width={24}
        value={name}
        placeholder="nobody yet"
        onChange={(event) => setName(event.currentTarget.value)}
        onBlur={assign}
        onKeyDown={({ key }) => key === 'Enter' && assign()}
      />
    </Field>
  );
}

function Timeline({ draft, onChange }: Part) {
  const styles = useStyles2(getStyles);
  const [note, setNote] = useState('');
  const add = () => {
    if (note.trim()) {
      onChange(withEntry(draft, { atMs: Date.now(), kind: 'note', text: note.trim() }));
      setNote('');
    }
  };
  return (
    <section aria-label="Timeline">
      <h3 className={styles.heading}>Timeline</h3>
      <ol className={styles.timeline}>
        {draft.timeline.map(({ atMs, kind, text }, index) => (
          <li key={index} className={styles.entry}>
            <time dateTime={new Date(atMs).toISOString()} className={styles.detail}>
              {utc(atMs)}
            </time>
            <span className={styles.detail}>{kind}</span>
            <span className={styles.text}>{text}</span>
          </li>
        ))}
      </ol>
      <form
        className={styles.moves}
        onSubmit={(event) => {
          event.preventDefault();
          add();
        }}
      >
        <Input
          aria-label="Note for the timeline"
          placeholder="What was seen or done"
          value={note}
          onChange={(event) => setNote(event.currentTarget.value)}
        />
        <Button type="submit" variant="secondary" disabled={!note.trim()}>
          Add note
        </Button>
      </form>
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  page: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(2), maxWidth: 1100 }),
  title: css({ ...theme.typography.h4, margin: 0, overflowWrap: 'anywhere' }),
  heading: css({ ...theme.typography.h5 }),
  detail: css({ color: theme.colors.text.secondary, margin: 0 }),
  moves: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  timeline: css({ listStyle: 'none', marginBottom: theme.spacing(1) }),
  entry: css({
    display: 'flex',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 0),
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    '& > :nth-child(2)': { minWidth: 80 },
    '& > time': { whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' },
  }),
  text: css({ overflowWrap: 'anywhere', minWidth: 0 }),
});
