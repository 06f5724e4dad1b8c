import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { type AttachedLine } from '../../../domain/logs/attach';
import { type PathSection } from '../../../domain/traces/criticalPath';
import { type WaterfallRow } from '../../../domain/traces/rows';
import { findSpan, type SpanNode } from '../../../domain/traces/tree';
import { GroupRow } from './GroupRow';
import { type PaneProps, ROW_HEIGHT_PX, type TimeView } from './shared';
import { SpanRow } from './SpanRow';
import { useListKeys } from '../../../components/useListKeys';

interface Props extends PaneProps {
  rows: readonly WaterfallRow[];
  view: TimeView;
  linesByNode: ReadonlyMap<number, readonly AttachedLine[]>;
  onFold: (node: number, isFolded: boolean) => void;
  onGroup: (id: string, isExpanded: boolean) => void;
}

/** What stands above and below the spans on an ordinary screen, so that log lines are in view as well. */
const REST_OF_PAGE_PX = 700;
const LEAST_HEIGHT_PX = 260;

/** The spans of a trace as a tree over time. Only the rows in view are drawn. */
export function Waterfall({ rows, view, linesByNode, onFold, onGroup, ...pane }: Props) {
  const styles = useStyles2(getStyles);
  const { analysis, paths, choice, choose } = pane;
  const { tree } = analysis;
  const sections = useMemo(() => sectionsByNode(paths.paths.flatMap((path) => path.sections)), [paths]);
  const bottleneckRatios = useMemo(
    () =>
      new Map(paths.bottlenecks.flatMap(({ nodes, shareRatio }) => nodes.map((node) => [node, shareRatio] as const))),
    [paths]
  );
  const chosen = choice.span === undefined ? undefined : findSpan(tree, choice.span);
  const chosenRow = useMemo(
    () => (chosen ? rows.findIndex((row) => row.kind === 'span' && row.node === chosen.index) : -1),
    [rows, chosen]
  );
  const chooseRow = (index: number) => {
    const row = rows[index];
    if (row?.kind === 'group') {
      onGroup(row.id, !row.isExpanded);
    } else if (row) {
      choose({ span: tree.nodes[row.node]?.span.spanId, line: undefined });
    }
  };
  const { virtual, active, setActive, rowId, containerProps } = useListKeys({
    count: rows.length,
    rowHeightPx: ROW_HEIGHT_PX,
    chosen: chosenRow,
    onChoose: chooseRow,
    onKey: (key, index, moveTo) => treeKey(key, rows, index, tree.nodes, { onFold, onGroup, moveTo }),
  });
  const allPx = Math.max(rows.length, 1) * ROW_HEIGHT_PX;
  const height = `min(${allPx}px, max(${LEAST_HEIGHT_PX}px, calc(100vh - ${REST_OF_PAGE_PX}px)))`;
  return (
    <div {...containerProps} role="tree" aria-label="Spans" className={styles.scroll} style={{ height }}>
      <div className={styles.all} style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const row = rows[index];
          if (!row) {
            return null;
          }
          const shared = {
            ...pane,
            view,
            id: rowId(index),
            topPx: start,
            isActive: active === index,
            onChoose: () => {
              setActive(index);
              chooseRow(index);
            },
          };
          return row.kind === 'group' ? (
            <GroupRow key={row.id} {...shared} row={row} />
          ) : (
            <SpanRow
              key={row.node}
              {...shared}
              row={row}
              isChosen={chosen?.index === row.node}
              sections={sections.get(row.node)}
              lines={linesByNode.get(row.node)}
              bottleneckRatio={bottleneckRatios.get(row.node)}
              onFold={() => onFold(row.node, !row.isCollapsed)}
            />
          );
        })}
      </div>
      {rows.length === 0 && <p className={styles.none}>No span matches the filters.</p>}
    </div>
  );
}

interface TreeActions {
  onFold: (node: number, isFolded: boolean) => void;
  onGroup: (id: string, isExpanded: boolean) => void;
  moveTo: (index: number) => void;
}

/** Right opens, then goes to the first child; left closes, then goes to the parent. As in any tree. */
function treeKey(
  key: string,
  rows: readonly WaterfallRow[],
  index: number,
  nodes: readonly SpanNode[],
  { onFold, onGroup, moveTo }: TreeActions
): boolean {
  const row = rows[index];
  if (!row || (key !== 'ArrowRight' && key !== 'ArrowLeft')) {
    return false;
  }
  const isOpen = row.kind === 'group' ? row.isExpanded : !row.isCollapsed;
  const canOpen = row.kind === 'group' || (nodes[row.node]?.children.length ?? 0) > 0;
  const opens = key === 'ArrowRight';
  if (canOpen && isOpen !== opens) {
    if (row.kind === 'group') {
      onGroup(row.id, opens);
    } else {
      onFold(row.node, !opens);
    }
  } else if (opens && canOpen) {
    moveTo(index + 1);
  } else if (!opens) {
    moveTo(parentRow(rows, index));
  }
  return true;
}

function parentRow(rows: readonly WaterfallRow[], index: number): number {
  const depth = rows[index]?.depth ?? 0;
  for (let at = index - 1; at >= 0; at--) {
    if ((rows[at]?.depth ?? 0) < depth) {
      return at;
    }
  }
  return index;
}

function sectionsByNode(sections: readonly PathSection[]): Map<number, PathSection[]> {
  const byNode = new Map<number, PathSection[]>();
  for (const section of sections) {
    const known = byNode.get(section.node);
    if (known) {
      known.push(section);
    } else {
      byNode.set(section.node, [section]);
    }
  }
  return byNode;
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({
    position: 'relative',
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarGutter: 'stable',
    contain: 'strict',
    flexShrink: 0,
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  all: css({ position: 'relative', width: '100%' }),
  none: css({ padding: theme.spacing(1), color: theme.colors.text.secondary }),
});
