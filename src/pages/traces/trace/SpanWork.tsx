import { css } from '@emotion/css';
import { type GrafanaTheme2, type IconName } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { Facts } from '../../../components/Facts';
import { maskSecrets } from '../../../domain/logs/maskSecrets';
import { counterparts } from '../../../domain/traces/counterparts';
import { formatUs } from '../../../domain/traces/formatUs';
import { type SpanRole, spanSummary } from '../../../domain/traces/spanSummary';
import { type SpanNode, type TraceTree } from '../../../domain/traces/tree';
import { type TraceChoice } from '../traceChoice';

export const ROLE_LOOK: Readonly<Record<SpanRole, { title: string; icon: IconName }>> = {
  database: { title: 'Database call', icon: 'database' },
  'http-client': { title: 'HTTP call', icon: 'exchange-alt' },
  'http-server': { title: 'HTTP request', icon: 'signin' },
  producer: { title: 'Message sent', icon: 'envelope' },
  consumer: { title: 'Message received', icon: 'import' },
  function: { title: 'Function', icon: 'brackets-curly' },
};

interface Props {
  node: SpanNode;
  tree: TraceTree;
  choose: (change: Partial<TraceChoice>) => void;
}

/** What a span did, whatever the names of its attributes; nothing when they do not tell. */
export function SpanWork({ node, tree, choose }: Props) {
  const styles = useStyles2(getStyles);
  const summary = spanSummary(node.span);
  if (!summary) {
    return null;
  }
  const { role, headline, facts, statement } = summary;
  return (
    <section aria-label="What it did" className={styles.work}>
      <h4 className={styles.title}>
        {ROLE_LOOK[role].title}: {maskSecrets(headline)}
      </h4>
      <Facts facts={facts.map(([name, value]) => [name, maskSecrets(value)] as const)} />
      {statement !== undefined && <pre className={styles.statement}>{maskSecrets(statement)}</pre>}
      {counterparts(tree, node).map((other) => (
        <Button
          key={other.index}
          size="sm"
          variant="secondary"
          icon="link"
          onClick={() => choose({ span: other.span.spanId, line: undefined })}
        >
          {`Same message: ${other.span.serviceName} ${other.span.operationName}${apart(node, other)}`}
        </Button>
      ))}
    </section>
  );
}

/** How long a message lay between the two. */
function apart(node: SpanNode, other: SpanNode): string {
  const [earlier, later] = node.startUs <= other.startUs ? [node, other] : [other, node];
  const us = later.startUs - earlier.endUs;
  return us > 0 ? `, ${formatUs(us)} ${other === later ? 'later' : 'earlier'}` : '';
}

const getStyles = (theme: GrafanaTheme2) => ({
  work: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(0.5), alignItems: 'flex-start' }),
  title: css({ ...theme.typography.h6, margin: theme.spacing(0.5, 0), overflowWrap: 'anywhere' }),
  statement: css({
    width: '100%',
    maxHeight: 160,
    overflow: 'auto',
    margin: 0,
    whiteSpace: 'pre-wrap',
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
