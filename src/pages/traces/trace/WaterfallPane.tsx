import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { type MouseEvent, useMemo, useRef, useState } from 'react';
import { filterSpans } from '../../../domain/traces/filter';
import { GROUP_FROM, groupId, waterfallRows } from '../../../domain/traces/rows';
import { ancestors, findSpan } from '../../../domain/traces/tree';
import { type TraceLogs } from '../TraceLogs';
import { Highlight, HighlightContext } from './Highlight';
import { Legend } from './Legend';
import { LogPane } from './LogPane';
import { Minimap } from './Minimap';
import { NAME_PERCENT, type PaneProps, viewOf } from './shared';
import { TimeAxis } from './TimeAxis';
import { type AttachedLines } from './useAttachedLines';
import { Waterfall } from './Waterfall';
import { WaterfallToolbar } from './WaterfallToolbar';

/** Spans and log lines under one time axis. */
export function WaterfallPane({ logs, attached, ...pane }: PaneProps & { logs: TraceLogs; attached: AttachedLines }) {
  const styles = useStyles2(getStyles);
  const { analysis, paths, choice, choose } = pane;
  const { tree } = analysis;
  const [collapsed, setCollapsed] = useState<ReadonlySet<number>>(new Set());
  const [expandedGroups, setExpandedGroups] = useState<ReadonlySet<string>>(new Set());
  const [highlight] = useState(() => new Highlight());
  const view = viewOf(choice, tree.durationUs);
  const matches = useMemo(
    () =>
      filterSpans(tree, {
        text: choice.find,
        services: choice.services,
        onlyErrors: choice.onlyErrors,
        minDurationUs: choice.minDurationUs,
        onPath: choice.onlyPath ? paths.onPathUs : undefined,
      }),
    [tree, choice.find, choice.services, choice.onlyErrors, choice.minDurationUs, choice.onlyPath, paths]
  );
  // Whatever is folded, the chosen span is shown.
  const opened = useMemo(() => {
    const chosen = choice.span === undefined ? undefined : findSpan(tree, choice.span);
    const path = chosen ? ancestors(tree, chosen.index) : [];
    const groups = chosen ? [...path, chosen.index].map((index) => groupId(tree.nodes[index] ?? chosen)) : [];
    return {
      collapsed: new Set([...collapsed].filter((index) => !path.includes(index))),
      groups: new Set([...expandedGroups, ...groups]),
    };
  }, [tree, choice.span, collapsed, expandedGroups]);
  const rows = useMemo(
    () =>
      waterfallRows(tree, {
        collapsed: opened.collapsed,
        expandedGroups: opened.groups,
        matches,
        groupFrom: GROUP_FROM,
      }),
    [tree, opened, matches]
  );
  const area = useRef<HTMLDivElement>(null);
  const follow = (event: MouseEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    area.current?.style.setProperty('--cursor', `${event.clientX - left}px`);
    const isOnTime = event.clientX - left > (width * NAME_PERCENT) / 100;
    area.current?.style.setProperty('--cursor-shown', isOnTime ? '1' : '0');
  };
  return (
    <HighlightContext.Provider value={highlight}>
      <div className={styles.pane}>
        <WaterfallToolbar
          {...pane}
          shownCount={matches ? matches.reduce((sum, one) => sum + one, 0) : tree.nodes.length}
          onCollapseAll={() =>
            setCollapsed(new Set(tree.nodes.filter(({ depth }) => depth > 0).map(({ index }) => index)))
          }
          onExpandAll={() => setCollapsed(new Set())}
        />
        <Minimap {...pane} view={view} />
        <div ref={area} className={styles.area} onMouseMove={follow} onMouseLeave={() => highlight.set(undefined)}>
          <TimeAxis view={view} isZoomed={choice.zoom !== undefined} onReset={() => choose({ zoom: undefined })} />
          <Waterfall
            {...pane}
            rows={rows}
            view={view}
            linesByNode={attached.byNode}
            onFold={(node, isFolded) => {
              const next = new Set(opened.collapsed);
              if (isFolded) {
                next.add(node);
              } else {
                next.delete(node);
              }
              setCollapsed(next);
            }}
            onGroup={(id, isExpanded) => {
              const next = new Set(opened.groups);
              if (isExpanded) {
                next.add(id);
              } else {
                next.delete(id);
              }
              setExpandedGroups(next);
            }}
          />
          <LogPane logs={logs} attached={attached} analysis={analysis} choice={choice} choose={choose} view={view} />
          <Legend />
          <div className={styles.cursor} aria-hidden />
        </div>
      </div>
    </HighlightContext.Provider>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  pane: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), minWidth: 0 }),
  area: css({
    position: 'relative',
    display: 'flex',
    flexDirection: 'column',
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    overflow: 'hidden',
  }),
  cursor: css({
    position: 'absolute',
    top: 0,
    bottom: 0,
    left: 'var(--cursor, 0)',
    opacity: 'var(--cursor-shown, 0)',
    borderLeft: `1px dashed ${theme.colors.border.strong}`,
    pointerEvents: 'none',
  }),
});
