import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Button, LinkButton, useStyles2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { logsUrl } from '../../app/navigation';
import { fieldValue } from '../../domain/logs/fields';
import { fieldText } from '../../domain/logs/flatFields';
import { readLocation } from '../../domain/logs/location';
import { maskSecrets } from '../../domain/logs/maskSecrets';
import { maskedDocument } from '../../domain/logs/maskedDocument';
import { readTraceId } from '../../domain/logs/traceIdsInText';
import { copyText } from '../panel/copyLink';
import { FieldTable } from './FieldTable';
import { type FoundLine } from './foundLines';
import { type LineActions } from './lineActions';
import { correlatedUrl, traceHref } from './LineCell';
import { LinkedText } from './LinkedText';
import { type LogQuestion } from './logSpecs';

interface Props {
  line: FoundLine;
  schema: LogQuestion['schema'];
  timeZone: string;
  columns: readonly string[];
  actions?: LineActions | undefined;
}

/** To either side of a line: enough for what led to it, and for what it led to. */
const AROUND_MS = 30_000;

/** All of one line, and where it leads. */
export function LineDetails({ line, schema, timeZone, columns, actions }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { document, timeMs } = line;
  const textOf = (role: string) => {
    const value = fieldValue(document, schema.fields, role);
    return value === undefined ? undefined : fieldText(value);
  };
  const message = textOf('message') ?? '';
  const service = textOf('service');
  const correlation = textOf('correlationId');
  const stack = textOf('stackTrace');
  const [traceId] = readTraceId(fieldValue(document, schema.fields, 'traceId'));
  const around = { fromMs: timeMs - AROUND_MS, toMs: timeMs + AROUND_MS };
  return (
    <section aria-label="Log line" className={styles.details}>
      <p className={styles.message}>
        <LinkedText text={message} />
      </p>
      <p className={styles.where}>
        {[
          dateTimeFormat(timeMs, { timeZone, format: 'YYYY-MM-DD HH:mm:ss.SSS Z' }),
          `in ${line.id.split('#')[0]}`,
          readLocation(document),
        ]
          .filter((part) => part !== undefined)
          .join(', ')}
      </p>
      <div className={styles.actions}>
        {traceId !== undefined && (
          <LinkButton
            size="sm"
            icon="gf-traces"
            href={traceHref(traceId, fieldValue(document, schema.fields, 'spanId'), search)}
          >
            Open its trace
          </LinkButton>
        )}
        {correlation !== undefined && (
          <LinkButton size="sm" variant="secondary" icon="link" href={correlatedUrl(correlation, search)}>
            Lines of its correlation id
          </LinkButton>
        )}
        <LinkButton
          size="sm"
          variant="secondary"
          icon="arrows-v"
          href={logsUrl({ services: service === undefined ? [] : [service], range: around }, search)}
        >
          {service === undefined ? 'Lines around it' : `Lines of ${service} around it`}
        </LinkButton>
        <Button
          size="sm"
          variant="secondary"
          icon="copy"
          onClick={() => void copyText(maskSecrets(message), 'Message')}
        >
          Copy message
        </Button>
        <Button
          size="sm"
          variant="secondary"
          icon="brackets-curly"
          onClick={() => void copyText(JSON.stringify(maskedDocument(document), null, 2), 'Line')}
        >
          Copy as JSON
        </Button>
      </div>
      {stack !== undefined && (
        // A long one scrolls, also by keyboard.
        <pre className={styles.stack} tabIndex={0} role="region" aria-label="Stack trace">
          {maskSecrets(stack)}
        </pre>
      )}
      <FieldTable document={document} columns={columns} actions={actions} />
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  details: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1, 1, 1.5, 3),
    borderBottom: `1px solid ${theme.colors.border.medium}`,
    background: theme.colors.background.secondary,
    p: { margin: 0 },
  }),
  message: css({ overflowWrap: 'anywhere', fontWeight: theme.typography.fontWeightMedium }),
  where: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  actions: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  stack: css({
    maxHeight: 220,
    overflow: 'auto',
    margin: 0,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
