import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Field, Input, useStyles2 } from '@grafana/ui';
import { type FormEvent, useEffect, useState } from 'react';

interface Props {
  query: string;
  problem: string | undefined;
  isLive: boolean;
  keptCount: number;
  showsKept: boolean;
  onAsk: (query: string) => void;
  onLive: (isLive: boolean) => void;
  onShowKept: (shows: boolean) => void;
}

/** Where the query is typed, and what is wrong with it. */
export function QueryForm(props: Props) {
  const { query, problem, isLive, keptCount, showsKept, onAsk, onLive, onShowKept } = props;
  const styles = useStyles2(getStyles);
  const [text, setText] = useState(query);
  useEffect(() => setText(query), [query]);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onAsk(text.trim());
  };
  return (
    <form onSubmit={submit} role="search" aria-label="Log lines" className={styles.form}>
      <Field noMargin className={styles.query} invalid={problem !== undefined} error={problem}>
        <Input
          aria-label="Lucene query"
          placeholder="Words, or Lucene: level:ERROR AND duration_ms:[1000 TO *]"
          value={text}
          onChange={(event) => setText(event.currentTarget.value)}
          spellCheck={false}
        />
      </Field>
      <Button type="submit">Search</Button>
      <Button
        variant="secondary"
        icon={isLive ? 'pause' : 'play'}
        aria-pressed={isLive}
        onClick={() => onLive(!isLive)}
        tooltip={isLive ? 'No new lines until you go on' : 'Lines, counts and graph go on as lines come'}
      >
        {isLive ? 'Pause' : 'Live'}
      </Button>
      <Button
        variant="secondary"
        icon="history"
        aria-expanded={showsKept}
        disabled={keptCount === 0}
        onClick={() => onShowKept(!showsKept)}
      >
        {`Recent and saved (${keptCount})`}
      </Button>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'flex-start', gap: theme.spacing(1) }),
  query: css({ flex: '1 1 360px' }),
});
