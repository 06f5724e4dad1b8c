import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useMemo } from 'react';
import { countOf } from '../../../domain/format/format';
import { flameGraph } from '../../../domain/traces/flame';
import { formatUs } from '../../../domain/traces/formatUs';
import { type PaneProps } from './shared';

const ROW_PX = 24;
/** A name in a narrower box than this share of the width could not be read. */
const NARROWEST_NAME_RATIO = 0.03;

/** Where the time went, by operation below operation. A box leads to its longest span. */
export function FlamePane({ analysis, colours, choice, choose }: PaneProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const boxes = useMemo(() => flameGraph(analysis.tree, analysis.selfUs), [analysis]);
  const depth = boxes.reduce((deepest, box) => Math.max(deepest, box.depth), 0) + 1;
  return (
    <>
      <p className={styles.note}>
        A box is as wide as the work of its spans and of all below them: what ran side by side adds up, waiting does not
        count.
      </p>
      <div className={styles.graph} style={{ height: depth * ROW_PX }} role="group" aria-label="Flame graph">
        {boxes.map((box) => {
          const { serviceName, operationName, count, errorCount, workUs, selfUs, longest, leftRatio, widthRatio } = box;
          const spanId = analysis.tree.nodes[longest]?.span.spanId;
          const words = `${serviceName}: ${operationName}, ${countOf(count, 'span')}, ${formatUs(workUs)} of work, ${formatUs(selfUs)} of it its own${errorCount > 0 ? `, ${countOf(errorCount, 'error')}` : ''}`;
          return (
            <button
              type="button"
              key={`${box.depth} ${leftRatio}`}
              className={styles.box}
              aria-label={words}
              aria-pressed={spanId === choice.span}
              title={words}
              style={{
                left: `${leftRatio * 100}%`,
                width: `${widthRatio * 100}%`,
                top: box.depth * ROW_PX,
                borderTopColor: errorCount > 0 ? theme.colors.error.main : colours(theme, serviceName),
              }}
              onClick={() => choose({ span: spanId, line: undefined })}
            >
              {widthRatio > NARROWEST_NAME_RATIO && `${operationName} ${formatUs(workUs)}`}
            </button>
          );
        })}
      </div>
    </>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  note: css({ color: theme.colors.text.secondary, fontSize: theme.typography.bodySmall.fontSize }),
  graph: css({ position: 'relative', width: '100%', overflow: 'hidden' }),
  box: css({
    position: 'absolute',
    height: ROW_PX - 2,
    minWidth: 2,
    padding: theme.spacing(0, 0.5),
    border: `1px solid ${theme.colors.background.canvas}`,
    borderTopWidth: 4,
    background: theme.colors.background.secondary,
    color: theme.colors.text.primary,
    fontSize: theme.typography.bodySmall.fontSize,
    lineHeight: `${ROW_PX - 8}px`,
    textAlign: 'left',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '&:hover, &[aria-pressed="true"]': { background: theme.colors.action.selected },
  }),
});
