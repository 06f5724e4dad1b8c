import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useEffect, useRef, useState } from 'react';
import { AppLink } from '../../components/AppLink';
import { StateBadge } from '../../components/StateBadge';
import { type Box, edgePath, layoutNeighbours } from '../../domain/dependencies/layout';
import { type Neighbour } from '../../domain/dependencies/merge';
import { countOf } from '../../domain/format/format';
import { type HealthState } from '../../domain/health/states';
import { shortSource, sourceWords } from './sourceWords';

/** A neighbour as it is drawn. */
export interface GraphNode extends Neighbour {
  /** Absent: nothing measures it. */
  state: HealthState | undefined;
  /** Absent: it has no page. */
  href: string | undefined;
}

interface Props {
  name: string;
  state: HealthState | undefined;
  upstream: readonly GraphNode[];
  downstream: readonly GraphNode[];
}

/** As many as fit a screen; the list has all of them. */
const MAX_NODES = 7;
const DEFAULT_WIDTH_PX = 560;

/** A service between those that call it and those that it calls. */
export function DependencyGraph({ name, state, upstream, downstream }: Props) {
  const styles = useStyles2(getStyles);
  const [ref, widthPx] = useWidth();
  const [left, right] = [upstream.slice(0, MAX_NODES), downstream.slice(0, MAX_NODES)];
  const layout = layoutNeighbours(left.length, right.length, widthPx);
  const hiddenCount = upstream.length + downstream.length - left.length - right.length;
  return (
    <div ref={ref} className={styles.graph} role="group" aria-label={`Services around ${name}`}>
      <div className={styles.columns} aria-hidden>
        <span>{left.length > 0 && 'calls it'}</span>
        <span>{right.length > 0 && 'is called by it'}</span>
      </div>
      <div className={styles.canvas} style={{ height: layout.heightPx }}>
        <svg width={layout.widthPx} height={layout.heightPx} aria-hidden focusable="false">
          {left.map((node, index) => (
            <Edge key={node.id} node={node} from={layout.upstream[index]} to={layout.centre} />
          ))}
          {right.map((node, index) => (
            <Edge key={node.id} node={node} from={layout.centre} to={layout.downstream[index]} />
          ))}
        </svg>
        {left.map((node, index) => (
          <Node key={node.id} node={node} box={layout.upstream[index]} relation={`calls ${name}`} />
        ))}
        <div className={cx(styles.node, styles.centre)} style={placed(layout.centre)}>
          <span className={styles.name}>{name}</span>
          {state && <StateBadge state={state} />}
        </div>
        {right.map((node, index) => (
          <Node key={node.id} node={node} box={layout.downstream[index]} relation={`is called by ${name}`} />
        ))}
      </div>
      <div className={styles.legend}>
        <span>— seen in traces, with the calls in those that were kept</span>
        <span>- - in the catalog only</span>
        {hiddenCount > 0 && <span>{countOf(hiddenCount, 'more service')} in the list</span>}
      </div>
    </div>
  );
}

function Edge({ node, from, to }: { node: GraphNode; from: Box | undefined; to: Box | undefined }) {
  const styles = useStyles2(getStyles);
  const isSeen = node.sources.includes('traces');
  return from && to ? <path d={edgePath(from, to)} className={cx(styles.edge, !isSeen && styles.unseen)} /> : null;
}

function Node({ node, box, relation }: { node: GraphNode; box: Box | undefined; relation: string }) {
  const styles = useStyles2(getStyles);
  if (!box) {
    return null;
  }
  const source = sourceWords(node);
  const content = (
    <>
      <span className={styles.name}>{node.name}</span>
      <span className={styles.second}>
        {node.state ? <StateBadge state={node.state} /> : 'not measured'}
        <span className={styles.source}>{shortSource(node)}</span>
      </span>
    </>
  );
  const common = { className: styles.node, style: placed(box), title: `${node.name} ${relation} (${source})` };
  return node.href ? (
    <AppLink href={node.href} {...common} className={cx(styles.node, styles.link)}>
      {content}
    </AppLink>
  ) : (
    <div {...common}>{content}</div>
  );
}

function placed({ x, y, widthPx, heightPx }: Box) {
  return { left: x, top: y, width: widthPx, height: heightPx };
}

function useWidth() {
  const ref = useRef<HTMLDivElement>(null);
  const [widthPx, setWidthPx] = useState(DEFAULT_WIDTH_PX);
  useEffect(() => {
    const element = ref.current;
    if (!element) {
      return;
    }
    const observer = new ResizeObserver(([entry]) => entry && setWidthPx(Math.floor(entry.contentRect.width)));
    observer.observe(element);
    return () => observer.disconnect();
  }, []);
  return [ref, widthPx] as const;
}

const getStyles = (theme: GrafanaTheme2) => ({
  graph: css({ width: '100%', overflow: 'hidden' }),
  columns: css({
    display: 'flex',
    justifyContent: 'space-between',
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  canvas: css({ position: 'relative' }),
  node: css({
    position: 'absolute',
    display: 'flex',
    flexDirection: 'column',
    justifyContent: 'center',
    padding: theme.spacing(0.25, 1),
    background: theme.colors.background.secondary,
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
    fontSize: theme.typography.bodySmall.fontSize,
    overflow: 'hidden',
  }),
  centre: css({ borderColor: theme.colors.primary.border, borderWidth: 2 }),
  link: css({
    '&:hover': { background: theme.colors.action.hover, borderColor: theme.colors.border.strong },
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  name: css({
    fontWeight: theme.typography.fontWeightMedium,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
  second: css({ display: 'flex', justifyContent: 'space-between', gap: theme.spacing(1), whiteSpace: 'nowrap' }),
  source: css({ color: theme.colors.text.secondary, overflow: 'hidden', textOverflow: 'ellipsis' }),
  edge: css({ fill: 'none', stroke: theme.colors.text.secondary, strokeWidth: 1.5 }),
  unseen: css({ strokeDasharray: '4 4' }),
  legend: css({
    display: 'flex',
    flexWrap: 'wrap',
    gap: theme.spacing(0, 2),
    marginTop: theme.spacing(0.5),
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
