import { css } from '@emotion/css';
import { dateTimeFormat, formattedValueToString, getValueFormat, type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { fieldValue } from '../../domain/logs/fields';
import { isSecretName, maskSecrets } from '../../domain/logs/maskSecrets';
import { fieldTitle } from './fieldTitles';
import { type LogQuestion } from './logSpecs';

interface Props {
  question: LogQuestion;
  documents: ReadonlyArray<Readonly<Record<string, unknown>>>;
  total: number;
  timeZone: string;
}

const DEFAULT_COLUMNS = ['level', 'service', 'message'];
const SHORT_ID_LENGTH = 8;
/** Elasticsearch counts no further unless asked. */
const COUNTED_TO = 10_000;

/** Log lines in columns. What looks like a secret is masked; a line with a trace leads to it. */
export function LinesTable({ question, documents, total, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { query, schema } = question;
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
          {documents.map((document, index) => (
            <tr key={index}>
              <td className={styles.time}>{timeText(document[schema.timeField], timeZone)}</td>
              {columns.map((name) => {
                const value = fieldValue(document, schema.fields, name);
                return (
                  <td key={name} className={name === 'durationMs' ? styles.number : undefined}>
                    {name === 'traceId' && typeof value === 'string' ? (
                      <TextLink href={pageUrl('traces', [value], search)} inline={false} variant="bodySmall">
                        {value.slice(0, SHORT_ID_LENGTH)}
                      </TextLink>
                    ) : (
                      cellText(name, value)
                    )}
                    {name === 'message' && <StackTrace text={fieldValue(document, schema.fields, 'stackTrace')} />}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
        {total > documents.length && (
          <caption className={styles.caption}>
            {documents.length} of {total >= COUNTED_TO ? 'more than ' : ''}
            {total.toLocaleString()} lines, {order} first
          </caption>
        )}
      </table>
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

function cellText(name: string, value: unknown): string {
  if (value === undefined) {
    return '–';
  }
  if (name === 'durationMs' && typeof value === 'number') {
    return formattedValueToString(getValueFormat('ms')(value));
  }
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  return isSecretName(name) ? '•••' : maskSecrets(text);
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
  caption: css({ captionSide: 'bottom', color: theme.colors.text.secondary, padding: theme.spacing(0.5, 1) }),
});
