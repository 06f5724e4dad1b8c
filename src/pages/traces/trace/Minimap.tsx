import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { type PointerEvent, useMemo, useState } from 'react';
import { formatUs } from '../../../domain/traces/formatUs';
import { minimapBars } from '../../../domain/traces/minimap';
import { type PaneProps, type TimeView } from './shared';

const HEIGHT_PX = 48;
const MOST_BARS = 48;
const SCALE = 1000;
/** A drag shorter than this share of the width is a click. */
const SHORTEST_DRAG_RATIO = 0.005;

/** The whole trace at a glance; dragging over it zooms into a part of its time. */
export function Minimap({ analysis: { tree }, colours, choose, choice, view }: PaneProps & { view: TimeView }) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const bars = useMemo(() => minimapBars(tree, MOST_BARS), [tree]);
  const [drag, setDrag] = useState<{ from: number; to: number }>();
  const heightPx = HEIGHT_PX / Math.max(bars.length, 1);
  const scale = (us: number) => (us / Math.max(tree.durationUs, 1)) * SCALE;
  const ratioOf = (event: PointerEvent) => {
    const { left, width } = event.currentTarget.getBoundingClientRect();
    return Math.min(1, Math.max(0, (event.clientX - left) / width));
  };
  const finish = () => {
    if (drag && Math.abs(drag.to - drag.from) > SHORTEST_DRAG_RATIO) {
      const [from, to] = [Math.min(drag.from, drag.to), Math.max(drag.from, drag.to)];
      choose({ zoom: [Math.round(from * tree.durationUs), Math.round(to * tree.durationUs)] });
    } else if (drag && choice.zoom) {
      choose({ zoom: undefined });
    }
    setDrag(undefined);
  };
  const [low, high] = drag
    ? [Math.min(drag.from, drag.to) * SCALE, Math.max(drag.from, drag.to) * SCALE]
    : [scale(view.fromUs), scale(view.toUs)];
  return (
    <div className={styles.map} title="Drag to zoom into a part of the time">
      <svg
        role="img"
        aria-label={`The whole trace, ${formatUs(tree.durationUs)}`}
        viewBox={`0 0 ${SCALE} ${HEIGHT_PX}`}
        preserveAspectRatio="none"
        className={styles.svg}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: ratioOf(event), to: ratioOf(event) });
        }}
        onPointerMove={(event) => drag && setDrag({ ...drag, to: ratioOf(event) })}
        onPointerUp={finish}
        onPointerCancel={() => setDrag(undefined)}
      >
        {bars.map(({ startUs, endUs, serviceName, isError }, index) => (
          <rect
            key={index}
            x={scale(startUs)}
            width={Math.max(scale(endUs) - scale(startUs), 1)}
            y={index * heightPx}
            height={Math.max(heightPx * 0.8, 0.7)}
            fill={isError ? theme.colors.error.main : colours(theme, serviceName)}
          />
        ))}
        {(drag ?? choice.zoom) && (
          <>
            <rect x={0} width={low} y={0} height={HEIGHT_PX} className={styles.veil} />
            <rect x={high} width={Math.max(0, SCALE - high)} y={0} height={HEIGHT_PX} className={styles.veil} />
          </>
        )}
      </svg>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  map: css({
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    padding: theme.spacing(0.5),
  }),
  svg: css({ display: 'block', width: '100%', height: HEIGHT_PX, cursor: 'crosshair', touchAction: 'none' }),
  veil: css({ fill: theme.colors.background.canvas, opacity: 0.75 }),
});
