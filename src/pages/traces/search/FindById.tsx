import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, Input, TextLink, useStyles2 } from '@grafana/ui';
import { type FormEvent, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { pageUrl } from '../../../app/navigation';
import { traceIdsInText } from '../../../domain/logs/traceIdsInText';

/** More ids than that are a log file, not a question. */
const MOST_IDS = 5;

/** Opens a trace by its id, in whatever it is pasted. */
export function FindById() {
  const styles = useStyles2(getStyles);
  const [text, setText] = useState('');
  const navigate = useNavigate();
  const { search } = useLocation();
  const ids = traceIdsInText(text).slice(0, MOST_IDS);
  const [first] = ids;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (first !== undefined) {
      navigate(pageUrl('traces', [first], search));
    }
  };
  return (
    <form onSubmit={submit} className={styles.form} role="search" aria-label="Trace by id">
      <Input
        aria-label="Trace id"
        placeholder="Paste a trace id, a link, a header or a log line"
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
        width={60}
        invalid={text.trim() !== '' && first === undefined}
      />
      <Button type="submit" disabled={first === undefined}>
        Open trace
      </Button>
      <span role="status">
        {text.trim() !== '' && first === undefined && 'There is no trace id in this.'}
        {ids.length > 1 && 'More ids in it: '}
        {ids.slice(1).map((id) => (
          <TextLink key={id} href={pageUrl('traces', [id], search)} inline>
            {`${id.slice(0, 16)} `}
          </TextLink>
        ))}
      </span>
    </form>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  form: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(1) }),
});
