import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, RadioButtonGroup, useStyles2 } from '@grafana/ui';
import { useEffect, useId, useState } from 'react';
import { proposedAssignee } from '../../catalog/responders';
import { withAssignee, withSeverity } from '../../domain/incidents/draft';
import { INCIDENT_SEVERITIES, type IncidentDraft } from '../../domain/incidents/types';
import { OnCallPeople } from '../../scenes/oncall/OnCallPeople';
import { type IncidentView } from './incidentView';
import { Section } from './Section';
import { viewerName } from './viewer';

interface Props {
  draft: IncidentDraft;
  view: IncidentView;
  nowMs: number;
  onChange: (draft: IncidentDraft) => void;
}

const SEVERITIES = [...INCIDENT_SEVERITIES].reverse().map((severity) => ({ label: severity, value: severity }));

/** How bad it is, who has it, and who is on call. */
export function IncidentPeople({ draft, view, nowMs, onChange }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <Section title="Who">
      <OnCallPeople responders={view.responders} nowMs={nowMs} />
      <Assignee draft={draft} view={view} onChange={onChange} />
      <Field label="Severity" noMargin className={styles.field}>
        <RadioButtonGroup
          aria-label="Severity"
          size="sm"
          options={SEVERITIES}
          value={draft.severity}
          onChange={(severity) => onChange(withSeverity(draft, severity, { atMs: Date.now(), by: viewerName() }))}
        />
      </Field>
    </Section>
  );
}

function Assignee({ draft, view, onChange }: Pick<Props, 'draft' | 'view' | 'onChange'>) {
  const styles = useStyles2(getStyles);
  const id = useId();
  const [name, setName] = useState(draft.assignedTo ?? '');
  useEffect(() => setName(draft.assignedTo ?? ''), [draft.assignedTo]);
  const me = viewerName();
  const assign = (person: string) => {
    if (person.trim() && person.trim() !== draft.assignedTo) {
      onChange(withAssignee(draft, person.trim(), { atMs: Date.now(), by: me }));
    }
  };
  const proposed = proposedAssignee(view.responders);
  const offers = [
    ...(proposed ? [{ person: proposed.person, label: `${proposed.person} (${proposed.because})` }] : []),
    ...(me !== undefined && me !== proposed?.person ? [{ person: me, label: `${me} (you)` }] : []),
  ].filter(({ person }) => person !== draft.assignedTo);
  return (
    <Field label="Assigned to" htmlFor={id} noMargin className={styles.field}>
      <div className={styles.assignee}>
        <Input
          id={id}
          width={30}
          value={name}
          placeholder="nobody yet"
          onChange={(event) => setName(event.currentTarget.value)}
          onBlur={() => assign(name)}
          onKeyDown={({ key }) => key === 'Enter' && assign(name)}
        />
        {offers.map(({ person, label }) => (
          <Button key={person} size="sm" variant="secondary" icon="user" onClick={() => assign(person)}>
            {label}
          </Button>
        ))}
      </div>
    </Field>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  field: css({ marginTop: theme.spacing(0.5) }),
  assignee: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
});
