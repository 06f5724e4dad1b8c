import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, useStyles2 } from '@grafana/ui';
import { choiceWords } from './choiceWords';
import { type LogChoice, NO_CHOICE } from './logChoice';

interface Props {
  choice: LogChoice;
  choose: (change: Partial<LogChoice>) => void;
}

/** What is asked of lines, in words; each condition can be taken back. */
export function ChosenFilters({ choice, choose }: Props) {
  const styles = useStyles2(getStyles);
  const conditions = choiceWords(choice);
  if (conditions.length === 0) {
    return null;
  }
  const { isLive, columns, ...nothing } = NO_CHOICE;
  return (
    <div className={styles.filters} role="group" aria-label="Filters">
      <span className={styles.quiet}>Lines with</span>
      {conditions.map(({ key, words, without }, index) => (
        <span key={key} className={styles.part}>
          {index > 0 && <span className={styles.quiet}>and</span>}
          <span className={styles.filter}>
            {words}
            <IconButton name="times" size="sm" aria-label={`Drop: ${words}`} onClick={() => choose(without)} />
          </span>
        </span>
      ))}
      {conditions.length > 1 && (
        <Button size="sm" fill="text" onClick={() => choose(nothing)}>
          Clear all
        </Button>
      )}
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  filters: css({ display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: theme.spacing(0.5, 1) }),
  part: css({ display: 'inline-flex', alignItems: 'center', gap: theme.spacing(1), minWidth: 0 }),
  quiet: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  filter: css({
    display: 'inline-flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    padding: theme.spacing(0.25, 0.5, 0.25, 1),
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.pill,
    background: theme.colors.background.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    overflowWrap: 'anywhere',
  }),
});
