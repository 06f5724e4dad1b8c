import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import { countOf } from '../../domain/format/format';
import { type Kept, keptText } from '../../domain/logs/retention';
import { type FoundLines, MOST_LINES } from './foundLines';

interface Props {
  found: FoundLines;
  /** As in "newest first". */
  order: string;
  /** Lines that came above what is read. */
  aboveCount: number;
  kept: readonly Kept[];
  onTop: () => void;
  onOlder?: (() => void) | undefined;
}

/** Elasticsearch counts no further unless asked. */
const COUNTED_TO = 10_000;

/** How many of the lines are here, and how to get at the others. */
export function LinesFooter({ found, order, aboveCount, kept, onTop, onOlder }: Props) {
  const styles = useStyles2(getStyles);
  const { lines, total, hasOlder, more } = found;
  const count = lines.length;
  const isLoading = more === 'loading';
  return (
    <>
      <div className={styles.footer}>
        <span>
          {total > count
            ? `${count.toLocaleString()} of ${total >= COUNTED_TO ? 'more than ' : ''}${total.toLocaleString()} lines, ${order} first`
            : `All ${countOf(count, 'line')}, ${order} first`}
          {count >= MOST_LINES && '; a shorter time range shows the others'}
        </span>
        {onOlder && hasOlder && (
          <Button size="sm" variant="secondary" disabled={isLoading} onClick={onOlder}>
            {isLoading ? 'Loading older lines' : 'Load older lines'}
          </Button>
        )}
        {aboveCount > 0 && (
          <Button size="sm" variant="secondary" icon="arrow-up" onClick={onTop}>
            {`${countOf(aboveCount, 'newer line')} above`}
          </Button>
        )}
        <span className={styles.kept}>{keptText(kept)}</span>
      </div>
      {typeof more === 'object' && (
        <Alert severity="warning" title="Could not load more lines" topSpacing={0} bottomSpacing={1}>
          {more.message}
        </Alert>
      )}
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  kept: css({ marginLeft: 'auto' }),
  footer: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    minHeight: 32,
    padding: theme.spacing(0.5, 1),
    borderTop: `1px solid ${theme.colors.border.weak}`,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
