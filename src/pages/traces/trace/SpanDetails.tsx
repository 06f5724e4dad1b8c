import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, IconButton, LinkButton, useStyles2 } from '@grafana/ui';
import { type ReactNode } from 'react';
import { useLocation } from 'react-router-dom';
import { pageUrl } from '../../../app/navigation';
import { type System } from '../../../catalog/types';
import { Facts } from '../../../components/Facts';
import { StateBadge } from '../../../components/StateBadge';
import { countOf, formatPercent } from '../../../domain/format/format';
import { formatUs } from '../../../domain/traces/formatUs';
import { spanKind } from '../../../domain/traces/spanFacts';
import { type SpanNode } from '../../../domain/traces/tree';
import { copyText } from '../../../scenes/panel/copyLink';
import { type TraceLogs } from '../TraceLogs';
import { type PaneProps } from './shared';
import { SpanEvents } from './SpanEvents';
import { SpanLines } from './SpanLines';
import { SpanLinks } from './SpanLinks';
import { SpanReferences } from './SpanReferences';
import { SpanWork } from './SpanWork';
import { TagTable } from './TagTable';
import { type AttachedLines } from './useAttachedLines';

interface Props extends PaneProps {
  node: SpanNode;
  logs: TraceLogs;
  attached: AttachedLines;
  systems: readonly System[];
}

const WIDTH_PX = 380;

/** Everything about one span, and where to go from it. */
export function SpanDetails({ node, analysis, paths, choose, attached, logs, systems }: Props) {
  const styles = useStyles2(getStyles);
  const { search } = useLocation();
  const { tree, selfUs } = analysis;
  const { span, startUs, endUs, isError, index } = node;
  const onPathUs = paths.onPathUs[index] ?? 0;
  const lines = attached.byNode.get(index) ?? [];
  const share = (us: number) => (tree.durationUs > 0 ? ` (${formatPercent(us / tree.durationUs, 1)})` : '');
  const copy = () => {
    const url = pageUrl('traces', [tree.traceId], search);
    void copyText(
      `${window.location.origin}${url}${url.includes('?') ? '&' : '?'}span=${encodeURIComponent(span.spanId)}`
    );
  };
  return (
    <aside className={styles.details} aria-label="Span">
      <div className={styles.head}>
        <h3 className={styles.name}>{span.operationName}</h3>
        <IconButton
          name="times"
          aria-label="Close the span"
          onClick={() => choose({ span: undefined, line: undefined })}
        />
      </div>
      <div className={styles.row}>
        <StateBadge state={isError ? 'critical' : 'ok'} title={isError ? 'The span is an error' : 'No error'} />
        <span>{span.serviceName || '(no service)'}</span>
      </div>
      <Facts
        facts={[
          ['Duration', formatUs(endUs - startUs) + share(endUs - startUs)],
          ['Own work', formatUs(selfUs[index] ?? 0) + share(selfUs[index] ?? 0)],
          ['On the critical path', onPathUs > 0 ? formatUs(onPathUs) + share(onPathUs) : 'no'],
          ['Begins at', formatUs(startUs)],
          ['Kind', spanKind(span)],
          ['Hangs on its parent', LINK_WORDS[node.link]],
          ['Span id', <code key="id">{span.spanId}</code>],
        ]}
      />
      <div className={styles.row}>
        <Button size="sm" variant="secondary" icon="link" onClick={copy}>
          Copy link to the span
        </Button>
        {node.parent >= 0 && (
          <Button
            size="sm"
            variant="secondary"
            icon="arrow-up"
            onClick={() => choose({ span: tree.nodes[node.parent]?.span.spanId, line: undefined })}
          >
            Parent
          </Button>
        )}
        {span.parentSpanId !== null && node.link === 'orphan' && (
          <LinkButton size="sm" variant="secondary" fill="text" href={pageUrl('traces', [], search)} icon="search">
            Parent is not in this trace
          </LinkButton>
        )}
      </div>
      <SpanWork node={node} tree={tree} choose={choose} />
      <SpanLinks node={node} tree={tree} logs={logs} systems={systems} />
      {span.warnings.map((warning) => (
        <p key={warning} className={styles.warning}>
          {warning}
        </p>
      ))}
      <Part title={lines.length > 0 ? countOf(lines.length, 'log line') : 'No log lines'}>
        <SpanLines lines={lines} choose={choose} />
      </Part>
      {span.events.length > 0 && (
        <Part title={countOf(span.events.length, 'event')}>
          <SpanEvents events={span.events} startTimeMs={tree.startTimeMs} />
        </Part>
      )}
      <Part title="Tags">
        <TagTable label="Tags" tags={span.tags} />
      </Part>
      <Part title="Process">
        <TagTable label="Process" tags={span.serviceTags} />
      </Part>
      <SpanReferences span={span} tree={tree} choose={choose} />
    </aside>
  );
}

const LINK_WORDS: Readonly<Record<SpanNode['link'], string>> = {
  root: 'it has none',
  orphan: 'which is missing',
  blocking: 'which may have waited for it',
  async: 'which did not wait for it',
};

/** A part of the details under a heading. */
function Part({ title, children }: { title: string; children: ReactNode }) {
  const styles = useStyles2(getStyles);
  return (
    <section>
      <h4 className={styles.title}>{title}</h4>
      {children}
    </section>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  details: css({
    flex: `1 1 ${WIDTH_PX}px`,
    minWidth: 0,
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    padding: theme.spacing(1.5),
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
  }),
  head: css({ display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1) }),
  name: css({ ...theme.typography.h5, margin: 0, overflowWrap: 'anywhere' }),
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1), alignItems: 'center' }),
  warning: css({ color: theme.colors.warning.text, margin: 0 }),
  title: css({ ...theme.typography.h6, margin: theme.spacing(0.5, 0) }),
});
