import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { type PointerEvent, useMemo, useState } from 'react';
import { useLocation, useNavigate } from 'react-router-dom';
import { pageUrl } from '../../../app/navigation';
import { type TimeWindow } from '../../../datasources/types';
import { countOf } from '../../../domain/format/format';
import { durationScale, type FoundTrace, type Selection } from '../../../domain/traces/found';
import { formatUs } from '../../../domain/traces/formatUs';

interface Props {
  traces: readonly FoundTrace[];
  range: TimeWindow;
  selection: Selection | undefined;
  onSelect: (selection: Selection | undefined) => void;
}

interface Point {
  x: number;
  y: number;
}

const HEIGHT_PX = 200;
const TIME_TICKS = 4;
/** A drag shorter than this share of the plane is a click. */
const SHORTEST_DRAG_RATIO = 0.01;

/** How long traces took over time; dragging selects some of them. A click on a point opens its trace. */
export function TraceScatter({ traces, range, selection, onSelect }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const navigate = useNavigate();
  const { search } = useLocation();
  const scale = useMemo(() => durationScale(traces), [traces]);
  const [drag, setDrag] = useState<{ from: Point; to: Point }>();
  const spanMs = Math.max(1, range.toMs - range.fromMs);
  const timeAt = (x: number) => range.fromMs + x * spanMs;
  const finish = () => {
    if (drag && Math.hypot(drag.to.x - drag.from.x, drag.to.y - drag.from.y) > SHORTEST_DRAG_RATIO) {
      onSelect({
        fromMs: timeAt(Math.min(drag.from.x, drag.to.x)),
        toMs: timeAt(Math.max(drag.from.x, drag.to.x)),
        minMs: scale.durationAt(1 - Math.max(drag.from.y, drag.to.y)),
        maxMs: scale.durationAt(1 - Math.min(drag.from.y, drag.to.y)),
      });
    } else if (drag && selection) {
      onSelect(undefined);
    }
    setDrag(undefined);
  };
  const box = drag ? boxOf(drag.from, drag.to) : selection && selectionBox(selection, range, scale.ratioOf);
  return (
    <figure className={styles.figure}>
      <div className={styles.durations} aria-hidden>
        {scale.ticksMs.map((ms) => (
          <span key={ms} style={{ bottom: `${scale.ratioOf(ms) * 100}%` }}>
            {formatUs(ms * 1000)}
          </span>
        ))}
      </div>
      <div
        className={styles.plane}
        role="img"
        aria-label={`Durations of ${countOf(traces.length, 'trace')} over time; the table below has the same`}
        onPointerDown={(event) => {
          event.currentTarget.setPointerCapture(event.pointerId);
          setDrag({ from: pointOf(event), to: pointOf(event) });
        }}
        onPointerMove={(event) => drag && setDrag({ ...drag, to: pointOf(event) })}
        onPointerUp={(event) => {
          const isClick = drag !== undefined && !selection && isNear(drag.from, drag.to);
          const traceId = isClick ? traceUnder(event) : undefined;
          finish();
          if (traceId !== undefined) {
            navigate(pageUrl('traces', [traceId], search));
          }
        }}
        onPointerCancel={() => setDrag(undefined)}
      >
        {scale.ticksMs.map((ms) => (
          <div key={ms} className={styles.line} style={{ bottom: `${scale.ratioOf(ms) * 100}%` }} />
        ))}
        {traces.map(({ traceId, serviceName, operationName, startTimeMs, durationMs, errorCount = 0 }) => (
          <div
            key={traceId}
            data-trace={traceId}
            className={errorCount > 0 ? styles.error : styles.point}
            title={`${serviceName}: ${operationName}, ${formatUs(durationMs * 1000)}${errorCount > 0 ? `, ${countOf(errorCount, 'error')}` : ''}, ${dateTimeFormat(startTimeMs)}`}
            style={{
              left: `${((startTimeMs - range.fromMs) / spanMs) * 100}%`,
              bottom: `${scale.ratioOf(durationMs) * 100}%`,
              background: errorCount > 0 ? theme.colors.error.main : theme.colors.primary.main,
            }}
          />
        ))}
        {box && <div className={styles.box} style={box} />}
      </div>
      <div className={styles.times} aria-hidden>
        {Array.from({ length: TIME_TICKS + 1 }, (_, step) => (
          <span key={step}>{dateTimeFormat(timeAt(step / TIME_TICKS), { format: 'MM-DD HH:mm' })}</span>
        ))}
      </div>
    </figure>
  );
}

function pointOf(event: PointerEvent): Point {
  const { left, top, width, height } = event.currentTarget.getBoundingClientRect();
  const within = (ratio: number) => Math.min(1, Math.max(0, ratio));
  return { x: within((event.clientX - left) / width), y: within((event.clientY - top) / height) };
}

function isNear(a: Point, b: Point): boolean {
  return Math.hypot(a.x - b.x, a.y - b.y) <= SHORTEST_DRAG_RATIO;
}

/** The plane has the pointer, so what lies under it is looked up. */
function traceUnder({ clientX, clientY }: PointerEvent): string | undefined {
  const [point] = document.elementsFromPoint(clientX, clientY).filter((element) => element.hasAttribute('data-trace'));
  return point?.getAttribute('data-trace') ?? undefined;
}

function boxOf(a: Point, b: Point) {
  return {
    left: `${Math.min(a.x, b.x) * 100}%`,
    top: `${Math.min(a.y, b.y) * 100}%`,
    width: `${Math.abs(a.x - b.x) * 100}%`,
    height: `${Math.abs(a.y - b.y) * 100}%`,
  };
}

function selectionBox(
  { fromMs, toMs, minMs, maxMs }: Selection,
  range: TimeWindow,
  ratioOf: (durationMs: number) => number
) {
  const x = (ms: number) => (ms - range.fromMs) / (range.toMs - range.fromMs);
  return boxOf({ x: x(fromMs), y: 1 - ratioOf(minMs) }, { x: x(toMs), y: 1 - ratioOf(maxMs) });
}

const getStyles = (theme: GrafanaTheme2) => {
  const point = {
    position: 'absolute',
    width: 9,
    height: 9,
    transform: 'translate(-50%, 50%)',
    cursor: 'pointer',
  } as const;
  return {
    figure: css({
      display: 'grid',
      gridTemplateColumns: '72px 1fr',
      gridTemplateRows: `${HEIGHT_PX}px 20px`,
      gap: theme.spacing(0, 1),
      margin: 0,
      padding: theme.spacing(1.5),
      background: theme.colors.background.primary,
      border: `1px solid ${theme.colors.border.weak}`,
      borderRadius: theme.shape.radius.default,
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
    }),
    durations: css({
      position: 'relative',
      '& span': { position: 'absolute', right: 0, transform: 'translateY(50%)', whiteSpace: 'nowrap' },
    }),
    plane: css({ position: 'relative', cursor: 'crosshair', touchAction: 'none', userSelect: 'none' }),
    line: css({ position: 'absolute', left: 0, right: 0, borderTop: `1px solid ${theme.colors.border.weak}` }),
    point: css({ ...point, borderRadius: '50%', opacity: 0.8 }),
    error: css({ ...point, transform: 'translate(-50%, 50%) rotate(45deg)' }),
    box: css({
      position: 'absolute',
      border: `1px solid ${theme.colors.primary.border}`,
      background: theme.colors.action.selected,
      pointerEvents: 'none',
    }),
    times: css({ gridColumn: 2, display: 'flex', justifyContent: 'space-between', fontVariantNumeric: 'tabular-nums' }),
  };
};
