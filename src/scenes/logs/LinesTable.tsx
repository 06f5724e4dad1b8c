import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Alert, Button, useStyles2 } from '@grafana/ui';
import { fieldValue } from '../../domain/logs/fields';
import { maskSecrets } from '../../domain/logs/maskSecrets';
import { fieldTitle } from './fieldTitles';
import { type FoundLines, MOST_LINES } from './foundLines';
import { LineCell } from './LineCell';
import { type LogQuestion } from './logSpecs';

interface Props {
  question: LogQuestion;
  found: FoundLines;
  timeZone: string;
  /** Absent where there are no pages: lines in another order than that of time. */
  onOlder?: (() => void) | undefined;
}

const DEFAULT_COLUMNS = ['level', 'service', 'message'];
/** Elasticsearch counts no further unless asked. */
const COUNTED_TO = 10_000;

/** Log lines in columns. What looks like a secret is masked; a line with a trace leads to it. */
export function LinesTable({ question, found, timeZone, onOlder }: Props) {
  const styles = useStyles2(getStyles);
  const { query, schema } = question;
  const { lines, total, freshCount, hasOlder, more } = found;
  const columns = query.columns ?? DEFAULT_COLUMNS;
  const order = query.largestFirst === undefined ? 'newest' : `largest ${fieldTitle(query.largestFirst).toLowerCase()}`;
  return (
    <div className={styles.scroll} tabIndex={0} role="region" aria-label={`Log lines, ${order} first`}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col">Time</th>
            {columns.map((name) => (
              <th scope="col" key={name} className={name === 'durationMs' ? styles.number : undefined}>
                {fieldTitle(name)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {lines.map(({ id, document }, index) => (
            <tr key={id} className={index < freshCount ? styles.fresh : undefined}>
              <td className={styles.time}>{timeText(document[schema.timeField], timeZone)}</td>
              {columns.map((name) => (
                <td key={name} className={name === 'durationMs' ? styles.number : undefined}>
                  <LineCell name={name} document={document} fields={schema.fields} />
                  {name === 'message' && <StackTrace text={fieldValue(document, schema.fields, 'stackTrace')} />}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
      {total > lines.length && (
        <div className={styles.more}>
          {lines.length.toLocaleString()} of {total >= COUNTED_TO ? 'more than ' : ''}
          {total.toLocaleString()} lines, {order} first
          {lines.length >= MOST_LINES && '; a shorter time range shows the others'}
          {onOlder && hasOlder && (
            <Button size="sm" variant="secondary" disabled={more === 'loading'} onClick={onOlder}>
              {more === 'loading' ? 'Loading older lines' : 'Load older lines'}
            </Button>
          )}
        </div>
      )}
      {typeof more === 'object' && (
        <Alert severity="warning" title="Could not load more lines" topSpacing={0} bottomSpacing={1}>
          {more.message}
        </Alert>
      )}
    </div>
  );
}

function StackTrace({ text }: { text: unknown }) {
  const styles = useStyles2(getStyles);
  return typeof text === 'string' ? (
    <details>
      <summary>Stack trace</summary>
      <pre className={styles.stack}>{maskSecrets(text)}</pre>
    </details>
  ) : null;
}

function timeText(value: unknown, timeZone: string): string {
  return typeof value === 'string' || typeof value === 'number'
    ? dateTimeFormat(value, { timeZone, format: 'MM-DD HH:mm:ss.SSS' })
    : '–';
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({ overflow: 'auto', flexGrow: 1, minHeight: 0 }),
  table: css({
    width: '100%',
    fontSize: theme.typography.bodySmall.fontSize,
    'th, td': {
      padding: theme.spacing(0.5, 1),
      borderBottom: `1px solid ${theme.colors.border.weak}`,
      textAlign: 'left',
      verticalAlign: 'top',
    },
    td: { overflowWrap: 'break-word' },
    th: {
      position: 'sticky',
      top: 0,
      background: theme.colors.background.primary,
      color: theme.colors.text.secondary,
      fontWeight: theme.typography.fontWeightMedium,
      whiteSpace: 'nowrap',
    },
  }),
  time: css({ whiteSpace: 'nowrap', fontVariantNumeric: 'tabular-nums' }),
  number: css({ '&&': { textAlign: 'right' }, fontVariantNumeric: 'tabular-nums', whiteSpace: 'nowrap' }),
  stack: css({ whiteSpace: 'pre-wrap', fontSize: theme.typography.bodySmall.fontSize }),
  fresh: css({ background: theme.colors.action.selected }),
  more: css({
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0.5, 1),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
