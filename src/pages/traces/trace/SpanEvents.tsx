import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { maskSecrets } from '../../../domain/logs/maskSecrets';
import { formatUs } from '../../../domain/traces/formatUs';
import { type SpanEvent } from '../../../domain/traces/types';
import { TagTable } from './TagTable';

const STACK_TRACE = /stack_?trace$/i;
const US_PER_MS = 1000;

/** What a span reported while it ran, exceptions with their stack. Times count from the trace's start. */
export function SpanEvents({ events, startTimeMs }: { events: readonly SpanEvent[]; startTimeMs: number }) {
  const styles = useStyles2(getStyles);
  return events.map(({ timeMs, name, fields }, index) => (
    <div key={index}>
      <p className={styles.head}>
        <strong>{name || 'event'}</strong> {formatUs(Math.round((timeMs - startTimeMs) * US_PER_MS))}
      </p>
      <TagTable label={`Event ${name}`} tags={fields.filter(({ key }) => !STACK_TRACE.test(key))} />
      {fields
        .filter(({ key }) => STACK_TRACE.test(key))
        .map(({ key, value }) => (
          <pre key={key} className={styles.stack}>
            {maskSecrets(String(value))}
          </pre>
        ))}
    </div>
  ));
}

const getStyles = (theme: GrafanaTheme2) => ({
  head: css({ margin: theme.spacing(0.5, 0), color: theme.colors.text.secondary }),
  stack: css({ maxHeight: 220, overflow: 'auto', fontSize: theme.typography.bodySmall.fontSize }),
});
