import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, LinkButton, useStyles2 } from '@grafana/ui';
import { type FormEvent, useEffect, useState } from 'react';
import { useLocation } from 'react-router-dom';
import { logsUrl } from '../../../app/navigation';
import { luceneProblem } from '../../../domain/logs/luceneProblem';
import { type SearchChoice } from './searchChoice';

interface Props {
  query: string;
  choose: (change: Partial<SearchChoice>) => void;
}

/** The log lines whose traces are searched for. */
export function LinesQuery({ query, choose }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const [text, setText] = useState(query);
  useEffect(() => setText(query), [query]);
  const problem = luceneProblem(text);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (problem === undefined) {
      choose({ lines: text.trim() });
    }
  };
  return (
    <form onSubmit={submit} className={styles.form} role="search" aria-label="Traces of log lines">
      <Field
        label="Traces of the log lines that match"
        invalid={problem !== undefined}
        error={problem}
        noMargin
        className={styles.query}
      >
        <Input
          aria-label="Lucene query of the log lines"
          value={text}
          spellCheck={false}
          onChange={(event) => setText(event.currentTarget.value)}
        />
      </Field>
      <Button type="submit" disabled={problem !== undefined}>
        Search
      </Button>
      <LinkButton variant="secondary" icon="gf-logs" href={logsUrl({ query }, search)}>
        The lines
      </LinkButton>
      <Button variant="secondary" icon="times" onClick={() => choose({ lines: '' })}>
        Search by service
      </Button>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-end', gap: theme.spacing(1) }),
  query: css({ flex: '1 1 360px' }),
});
