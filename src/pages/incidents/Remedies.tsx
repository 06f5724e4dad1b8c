import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Icon, useStyles2 } from '@grafana/ui';
import { useState } from 'react';
import { type Remedy } from '../../catalog/remedies';
import { CommandText } from '../../components/CommandText';
import { UserMarkdown } from '../../components/UserMarkdown';
import { withRemedy } from '../../domain/incidents/draft';
import { type IncidentDraft } from '../../domain/incidents/types';
import { shortTime } from '../../scenes/oncall/shortTime';
import { Section } from './Section';
import { viewerName } from './viewer';

interface Props {
  draft: IncidentDraft;
  remedies: readonly Remedy[];
  nowMs: number;
  onChange: (draft: IncidentDraft) => void;
}

const SHOWN = 3;

/** What the runbooks suggest. People do it, and say here that they did. */
export function Remedies({ draft, remedies, nowMs, onChange }: Props) {
  const styles = useStyles2(getStyles);
  const [isWhole, setWhole] = useState(false);
  const shown = isWhole ? remedies : remedies.slice(0, SHOWN);
  const done = new Map(draft.timeline.flatMap((entry) => (entry.remedy ? [[entry.remedy, entry] as const] : [])));
  return (
    <Section title="Suggested remedies" aside={<span className={styles.faint}>text to copy; nothing is executed</span>}>
      {remedies.length === 0 && <p className={styles.faint}>No runbook of its alerts suggests one.</p>}
      <ul className={styles.list}>
        {shown.map((remedy) => {
          const entry = done.get(remedy.key);
          return (
            <li key={remedy.key} className={styles.remedy}>
              <div className={styles.head}>
                <span>
                  <strong>{remedy.title}</strong> <span className={styles.faint}>{remedy.source}</span>
                </span>
                {entry && (
                  <span className={styles.done}>
                    <Icon name="check" size="sm" aria-hidden /> done {shortTime(entry.atMs, nowMs)}
                    {entry.by && ` by ${entry.by}`}
                  </span>
                )}
                <Button
                  size="sm"
                  variant="secondary"
                  fill="outline"
                  onClick={() => onChange(withRemedy(draft, remedy, { atMs: Date.now(), by: viewerName() }))}
                >
                  {entry ? 'Done again' : 'Done'}
                </Button>
              </div>
              {remedy.text && <UserMarkdown text={remedy.text} className={styles.faint} />}
              {remedy.commands.map((command) => (
                <CommandText key={command.text} {...command} />
              ))}
            </li>
          );
        })}
      </ul>
      {remedies.length > SHOWN && (
        <Button size="sm" fill="text" onClick={() => setWhole(!isWhole)}>
          {isWhole ? 'Show less' : `Show ${remedies.length - SHOWN} more`}
        </Button>
      )}
    </Section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({ listStyle: 'none', display: 'flex', flexDirection: 'column', gap: theme.spacing(1) }),
  remedy: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5) }),
  head: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(0, 2),
    '& > button': { marginLeft: 'auto' },
  }),
  faint: css({ color: theme.colors.text.secondary, margin: 0, '& p': { margin: 0 } }),
  done: css({ color: theme.colors.success.text }),
});
