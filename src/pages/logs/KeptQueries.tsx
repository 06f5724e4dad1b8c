import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import { type KeptQuery } from './queryHistory';

interface Props {
  kept: readonly KeptQuery[];
  onAsk: (query: string) => void;
  onSave: (query: string, isSaved: boolean) => void;
  onForget: (query: string) => void;
}

/** The reader's queries, the saved ones first. */
export function KeptQueries({ kept, onAsk, onSave, onForget }: Props) {
  const styles = useStyles2(getStyles);
  const sorted = [...kept].sort((a, b) => Number(b.isSaved) - Number(a.isSaved));
  return (
    <ul className={styles.list} aria-label="Recent and saved queries">
      {sorted.map(({ query, isSaved }) => (
        <li key={query}>
          <IconButton
            name={isSaved ? 'favorite' : 'star'}
            key={isSaved ? 'favorite' : 'star'}
            aria-label={isSaved ? `Do not keep ${query}` : `Save ${query}`}
            onClick={() => onSave(query, !isSaved)}
          />
          <Button fill="text" size="sm" onClick={() => onAsk(query)}>
            {query}
          </Button>
          <IconButton name="times" aria-label={`Forget ${query}`} onClick={() => onForget(query)} />
        </li>
      ))}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    maxHeight: 220,
    overflow: 'auto',
    padding: theme.spacing(0.5, 1),
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    li: { display: 'flex', alignItems: 'center', gap: theme.spacing(0.5), overflowWrap: 'anywhere' },
  }),
});
