import { Button, TextLink } from '@grafana/ui';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../../app/navigation';
import { isSameId } from '../../../domain/traces/ids';
import { findSpan, type TraceTree } from '../../../domain/traces/tree';
import { type Span } from '../../../domain/traces/types';
import { type TraceChoice } from '../traceChoice';

interface Props {
  span: Span;
  tree: TraceTree;
  choose: (change: Partial<TraceChoice>) => void;
}

/** Links of a span to others besides its parent, also to those of other traces. */
export function SpanReferences({ span, tree, choose }: Props) {
  const { search } = useLocation();
  return span.references.map(({ kind, traceId, spanId }) => {
    const what = kind === 'follows-from' ? 'Follows from' : 'Refers to';
    const target = isSameId(traceId, span.traceId) ? findSpan(tree, spanId) : undefined;
    if (target) {
      return (
        <p key={spanId}>
          {what}{' '}
          <Button size="sm" variant="secondary" fill="text" onClick={() => choose({ span: spanId, line: undefined })}>
            {target.span.serviceName} {target.span.operationName}
          </Button>
        </p>
      );
    }
    const url = pageUrl('traces', [traceId], search);
    return (
      <p key={`${traceId} ${spanId}`}>
        {what}{' '}
        {isSameId(traceId, span.traceId) ? (
          `span ${spanId}, which is not here`
        ) : (
          <TextLink href={`${url}${url.includes('?') ? '&' : '?'}span=${encodeURIComponent(spanId)}`} inline>
            {`trace ${traceId.slice(0, 8)}`}
          </TextLink>
        )}
      </p>
    );
  });
}
