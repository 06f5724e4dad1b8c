import { formattedValueToString, getValueFormat } from '@grafana/data';
import { Icon, TextLink, useTheme2 } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { logsUrl, pageUrl } from '../../app/navigation';
import { fieldValue, type LogFields } from '../../domain/logs/fields';
import { writeFieldFilter } from '../../domain/logs/fieldFilter';
import { fieldText } from '../../domain/logs/flatFields';
import { readLevel } from '../../domain/logs/logLevel';
import { isSecretName, maskSecrets } from '../../domain/logs/maskSecrets';
import { readTraceId } from '../../domain/logs/traceIdsInText';
import { LEVEL_LOOK } from './levelLook';
import { LinkedText } from './LinkedText';

interface Props {
  /** A role or a field. */
  name: string;
  document: Readonly<Record<string, unknown>>;
  fields: LogFields;
}

const SHORT_ID_LENGTH = 8;

/** One value of a line: a trace leads to itself, a correlation id to all lines that have it. */
export function LineCell({ name, document, fields }: Props) {
  const { search } = useLocation();
  const value = fieldValue(document, fields, name);
  if (value === undefined) {
    return '–';
  }
  const [traceId] = name === 'traceId' ? readTraceId(value) : [];
  if (traceId !== undefined) {
    return (
      <TextLink
        href={traceHref(traceId, fieldValue(document, fields, 'spanId'), search)}
        inline={false}
        variant="bodySmall"
      >
        {traceId.slice(0, SHORT_ID_LENGTH)}
      </TextLink>
    );
  }
  const text = fieldText(value);
  if (name === 'level') {
    return <Level text={text} />;
  }
  if (name === 'correlationId') {
    return (
      <TextLink href={correlatedUrl(text, search)} inline={false} variant="bodySmall" title={text}>
        {text}
      </TextLink>
    );
  }
  if (name === 'durationMs' && typeof value === 'number') {
    return formattedValueToString(getValueFormat('ms')(value));
  }
  return isSecretName(name) ? (
    '•••'
  ) : name === 'message' ? (
    <LinkedText text={text} />
  ) : (
    <span title={maskSecrets(text)}>{maskSecrets(text)}</span>
  );
}

/** A level's own word, with a shape and a colour that are the same in all systems. */
function Level({ text }: { text: string }) {
  const theme = useTheme2();
  const { icon, colour } = LEVEL_LOOK[readLevel(text)];
  return (
    <>
      <Icon key={icon} name={icon} size="sm" style={{ color: colour(theme) }} aria-hidden /> {text}
    </>
  );
}

/** All lines of a correlation id, in all systems: one id may go through several. */
export function correlatedUrl(id: string, search: string): string {
  return logsUrl({ filters: [writeFieldFilter({ field: 'correlationId', value: id, isExcluded: false })] }, search);
}

/** The trace, at the line's span where the line names one. */
export function traceHref(traceId: string, span: unknown, search: string): string {
  const url = pageUrl('traces', [traceId], search);
  return typeof span === 'string' && /^[0-9a-f]{1,16}$/i.test(span)
    ? `${url}${url.includes('?') ? '&' : '?'}span=${span.toLowerCase()}`
    : url;
}
