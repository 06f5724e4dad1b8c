import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useMemo } from 'react';
import { type AttachedLine } from '../../../domain/logs/attach';
import { type TraceAnalysis } from '../../../domain/traces/analysis';
import { findSpan } from '../../../domain/traces/tree';
import { type TraceChoice } from '../traceChoice';
import { LogRow } from './LogRow';
import { ROW_HEIGHT_PX, type TimeView } from './shared';
import { useListKeys } from '../../../components/useListKeys';

interface Props {
  lines: readonly AttachedLine[];
  analysis: TraceAnalysis;
  choice: TraceChoice;
  choose: (change: Partial<TraceChoice>) => void;
  view?: TimeView | undefined;
}

const MOST_ROWS_IN_VIEW = 9;

/** Log lines by time. Choosing one chooses its span; choosing a span scrolls to its first line. */
export function LogList({ lines, analysis, choice, choose, view }: Props) {
  const styles = useStyles2(getStyles);
  const { tree } = analysis;
  const chosenNode = choice.span === undefined ? undefined : findSpan(tree, choice.span)?.index;
  const chosenLine = useMemo(() => {
    const byId = lines.findIndex(({ line }) => line.id === choice.line);
    return byId >= 0 || chosenNode === undefined ? byId : lines.findIndex(({ node }) => node === chosenNode);
  }, [lines, choice.line, chosenNode]);
  const chooseLine = (index: number) => {
    const attached = lines[index];
    if (attached) {
      const span = attached.node === undefined ? undefined : tree.nodes[attached.node]?.span.spanId;
      choose(span === undefined ? { line: attached.line.id } : { line: attached.line.id, span });
    }
  };
  const { virtual, active, setActive, rowId, containerProps } = useListKeys({
    count: lines.length,
    rowHeightPx: ROW_HEIGHT_PX,
    chosen: chosenLine,
    onChoose: chooseLine,
  });
  return (
    <div
      {...containerProps}
      role="listbox"
      aria-label="Log lines by time"
      className={styles.scroll}
      style={{ height: Math.min(MOST_ROWS_IN_VIEW, lines.length) * ROW_HEIGHT_PX }}
    >
      <div className={styles.all} style={{ height: virtual.getTotalSize() }} role="presentation">
        {virtual.getVirtualItems().map(({ index, start }) => {
          const attached = lines[index];
          return attached ? (
            <LogRow
              key={attached.line.id}
              id={rowId(index)}
              topPx={start}
              attached={attached}
              analysis={analysis}
              view={view}
              isActive={active === index}
              isChosen={attached.line.id === choice.line}
              isOfChosenSpan={chosenNode !== undefined && attached.node === chosenNode}
              onChoose={() => {
                setActive(index);
                chooseLine(index);
              }}
            />
          ) : null;
        })}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({
    position: 'relative',
    overflowX: 'hidden',
    overflowY: 'auto',
    scrollbarGutter: 'stable',
    contain: 'strict',
    '&:focus-visible': { outline: `2px solid ${theme.colors.primary.main}`, outlineOffset: -2 },
  }),
  all: css({ position: 'relative', width: '100%' }),
});
