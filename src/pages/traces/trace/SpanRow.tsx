import { cx } from '@emotion/css';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { memo, useContext, useMemo } from 'react';
import { type AttachedLine } from '../../../domain/logs/attach';
import { type PathSection } from '../../../domain/traces/criticalPath';
import { maskSecrets } from '../../../domain/logs/maskSecrets';
import { formatPercent } from '../../../domain/format/format';
import { type SpanRole, spanSummary, type SpanSummary } from '../../../domain/traces/spanSummary';
import { formatUs } from '../../../domain/traces/formatUs';
import { type WaterfallRow } from '../../../domain/traces/rows';
import { selfIntervals } from '../../../domain/traces/selfTime';
import { type SpanNode } from '../../../domain/traces/tree';
import { DurationLabel } from './DurationLabel';
import { HighlightContext, useNodeHighlight } from './Highlight';
import { LineMarks } from './LineMarks';
import { getRowStyles, indentPx } from './rowStyles';
import { ROLE_LOOK } from './SpanWork';
import { joined, type PaneProps, stretchIn, type TimeView } from './shared';

export interface RowProps extends PaneProps {
  id: string;
  topPx: number;
  view: TimeView;
  isActive: boolean;
  onChoose: () => void;
}

interface Props extends RowProps {
  row: Extract<WaterfallRow, { kind: 'span' }>;
  isChosen: boolean;
  sections: readonly PathSection[] | undefined;
  lines: readonly AttachedLine[] | undefined;
  /** What it belongs to takes this much of the critical path; absent when that is not much. */
  bottleneckRatio: number | undefined;
  onFold: () => void;
}

/** A span: its name, its time, when it worked itself, its part of the critical path, and what it logged. */
export const SpanRow = memo(function SpanRow(props: Props) {
  const { row, id, topPx, view, isActive, isChosen, analysis, colours, sections, lines, choose } = props;
  const { bottleneckRatio, onChoose, onFold } = props;
  const styles = useStyles2(getRowStyles);
  const theme = useTheme2();
  const highlight = useContext(HighlightContext);
  const isOn = useNodeHighlight(row.node);
  const node = analysis.tree.nodes[row.node] as SpanNode;
  const { span, startUs, endUs, isError, children } = node;
  const colour = colours(theme, span.serviceName);
  const own = useMemo(() => selfIntervals(analysis.tree, row.node), [analysis, row.node]);
  const hasChildren = children.length > 0;
  const work = useMemo(() => spanSummary(span), [span]);
  return (
    // The tree takes the keys; see `useListKeys`.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="treeitem"
      aria-level={row.depth + 1}
      aria-selected={isChosen}
      aria-expanded={hasChildren ? !row.isCollapsed : undefined}
      aria-label={labelOf(node, lines?.length ?? 0, sections, bottleneckRatio)}
      data-active={isActive}
      data-on={isOn}
      data-span={span.spanId}
      className={cx(styles.row, row.isDimmed && styles.dimmed)}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={onChoose}
      onMouseEnter={() => highlight.set(row.node)}
    >
      <div className={styles.name} style={{ paddingLeft: indentPx(row.depth) }}>
        <FoldMark isShown={hasChildren} isFolded={row.isCollapsed} onFold={onFold} />
        <span className={styles.service} style={{ borderColor: colour }}>
          {span.serviceName || '(no service)'}
        </span>
        {work && <RoleIcon role={work.role} />}
        {bottleneckRatio !== undefined && (
          <Icon
            name="stopwatch"
            size="sm"
            title={`Bottleneck: ${formatPercent(bottleneckRatio, 0)} of the critical path`}
          />
        )}
        {isError && <Icon name="exclamation-circle" size="sm" className={styles.error} aria-hidden />}
        <span data-quiet className={styles.operation} title={`${span.serviceName}: ${span.operationName}`}>
          {span.operationName}
          {work && <em> {maskSecrets(newWords(span.operationName, work))}</em>}
        </span>
        {row.isCollapsed && (
          <span data-quiet className={styles.operation}>
            +{node.endIndex - node.index - 1}
          </span>
        )}
      </div>
      <div className={styles.time}>
        <Stretch view={view} from={startUs} to={endUs} className={styles.bar} colour={colour} />
        {joined(view, own).map(([from, to]) => (
          <Stretch key={from} view={view} from={from} to={to} className={styles.own} colour={colour} />
        ))}
        {(['work', 'wait'] as const).map((kind) =>
          joined(view, stretchesOf(sections, kind)).map(([from, to]) => (
            <Stretch
              key={`${kind} ${from}`}
              view={view}
              from={from}
              to={to}
              className={kind === 'wait' ? styles.wait : styles.path}
            />
          ))
        )}
        <DurationLabel view={view} startUs={startUs} endUs={endUs} />
        {lines && <LineMarks lines={lines} view={view} node={row.node} choose={choose} />}
      </div>
    </div>
  );
});

function stretchesOf(sections: readonly PathSection[] = [], kind: PathSection['kind']) {
  return sections.filter((section) => section.kind === kind).map(({ startUs, endUs }) => [startUs, endUs] as const);
}

interface StretchProps {
  view: TimeView;
  from: number;
  to: number;
  className: string;
  colour?: string;
}

/** A stretch of time in a row; nothing when it lies outside of the view. */
export function Stretch({ view, from, to, className, colour }: StretchProps) {
  const place = stretchIn(view, from, to);
  return place ? <div className={className} style={{ ...place, ...(colour ? { background: colour } : {}) }} /> : null;
}

function FoldMark({ isShown, isFolded, onFold }: { isShown: boolean; isFolded: boolean; onFold: () => void }) {
  const styles = useStyles2(getRowStyles);
  const name = isFolded ? 'angle-right' : 'angle-down';
  return (
    // For the mouse only: the tree's arrow keys do the same.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
    <span
      className={styles.fold}
      onClick={(event) => {
        if (isShown) {
          event.stopPropagation();
          onFold();
        }
      }}
    >
      {isShown && <Icon key={name} name={name} size="sm" aria-hidden />}
    </span>
  );
}

function RoleIcon({ role }: { role: SpanRole }) {
  const { icon, title } = ROLE_LOOK[role];
  return <Icon name={icon} size="sm" title={title} />;
}

/** Names such as `db.select` do not say of what; names such as `SELECT users` do. */
function newWords(operationName: string, { role, headline }: SpanSummary): string {
  const known = operationName.toLowerCase();
  return role === 'http-server' || role === 'function'
    ? ''
    : headline
        .split(' ')
        .filter((word) => !known.includes(word.toLowerCase()))
        .join(' ');
}

function labelOf(
  { span, startUs, endUs, isError }: SpanNode,
  lines: number,
  sections: readonly PathSection[] = [],
  bottleneckRatio?: number
) {
  const onPathUs = sections.reduce((sum, section) => sum + section.endUs - section.startUs, 0);
  return [
    `${span.serviceName} ${span.operationName}`,
    formatUs(endUs - startUs),
    ...(isError ? ['error'] : []),
    ...(onPathUs > 0 ? [`${formatUs(onPathUs)} on the critical path`] : []),
    ...(bottleneckRatio === undefined ? [] : ['bottleneck']),
    ...(lines > 0 ? [`${lines} log lines`] : []),
  ].join(', ');
}
