import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { TextLink, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../app/navigation';
import { fieldValue, type LogFields } from '../../domain/logs/fields';
import { maskSecrets } from '../../domain/logs/maskSecrets';
import { type LogRecord } from '../../domain/logs/types';

/** Log lines in short, each with the way to its trace. */
export function FoundLines({ lines, fields }: { lines: readonly LogRecord[]; fields: LogFields }) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  return (
    <ul className={styles.list}>
      {lines.map(({ id, timeMs, fields: document }) => {
        const text = (role: string) => {
          const value = fieldValue(document, fields, role);
          return value === undefined ? '' : maskSecrets(typeof value === 'string' ? value : JSON.stringify(value));
        };
        const traceId = fieldValue(document, fields, 'traceId');
        return (
          <li key={id}>
            <span className={styles.time}>
              {timeMs === null ? '–' : dateTimeFormat(timeMs, { format: 'HH:mm:ss' })}
            </span>
            <span>{text('level')}</span>
            <span className={styles.message}>
              {[text('message'), text('exceptionMessage')].filter(Boolean).join(' · ')}
            </span>
            {typeof traceId === 'string' && traceId !== '' && (
              <TextLink href={pageUrl('traces', [traceId], search)} inline={false} variant="bodySmall">
                Trace
              </TextLink>
            )}
          </li>
        );
      })}
    </ul>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  list: css({
    listStyle: 'none',
    fontFamily: theme.typography.fontFamilyMonospace,
    fontSize: theme.typography.bodySmall.fontSize,
    li: { display: 'flex', gap: theme.spacing(1), padding: theme.spacing(0.25, 0) },
  }),
  time: css({ color: theme.colors.text.secondary }),
  message: css({ flexGrow: 1, minWidth: 0, overflowWrap: 'anywhere' }),
});
