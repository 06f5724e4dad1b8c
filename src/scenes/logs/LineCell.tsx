import { formattedValueToString, getValueFormat } from '@grafana/data';
import { TextLink } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { logsUrl, pageUrl } from '../../app/navigation';
import { fieldNames, fieldValue, type LogFields } from '../../domain/logs/fields';
import { fieldEquals, or } from '../../domain/logs/lucene';
import { isSecretName, maskSecrets } from '../../domain/logs/maskSecrets';
import { readTraceId } from '../../domain/logs/traceIdsInText';
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
  const text = typeof value === 'string' ? value : JSON.stringify(value);
  if (name === 'correlationId') {
    const query = or(fieldNames(fields, name).map((field) => fieldEquals(field, text)));
    return (
      <TextLink href={logsUrl({ query }, search)} inline={false} variant="bodySmall">
        {text}
      </TextLink>
    );
  }
  if (name === 'durationMs' && typeof value === 'number') {
    return formattedValueToString(getValueFormat('ms')(value));
  }
  return isSecretName(name) ? '•••' : name === 'message' ? <LinkedText text={text} /> : maskSecrets(text);
}

/** The trace, at the line's span where the line names one. */
function traceHref(traceId: string, span: unknown, search: string): string {
  const url = pageUrl('traces', [traceId], search);
  return typeof span === 'string' && /^[0-9a-f]{1,16}$/i.test(span)
    ? `${url}${url.includes('?') ? '&' : '?'}span=${span.toLowerCase()}`
    : url;
}
