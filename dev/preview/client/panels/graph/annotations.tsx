import { css } from '@emotion/css';
import { dateTimeFormat, type DataFrame, type GrafanaTheme2, type TimeZone } from '@grafana/data';
import { EventsCanvas, Tag, Toggletip, useStyles2, useTheme2, type UPlotConfigBuilder } from '@grafana/ui';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type uPlot from 'uplot';

interface AnnotationMarkersProps {
  config: UPlotConfigBuilder;
  annotations: DataFrame[];
  timeZone: TimeZone;
}

interface Annotation {
  time: number;
  timeEnd?: number;
  isRegion?: boolean;
  title?: string;
  text?: string;
  tags?: string[];
  color?: string;
}

const MARKER_PX = 10;
const DASH_PX = [5, 5];
/** Several alerts may fire at once, and their areas add up. */
const AREA_ALPHA = 0.06;

/** Grafana's test id of these, so that tests find them on both hosts. */
const TEST_ID = 'data-testid annotation-marker';

function isAnnotations(frame: DataFrame): boolean {
  return frame.meta?.custom?.resultType !== 'exemplar' && frame.fields.some(({ name }) => name === 'time');
}

function annotationAt(frame: DataFrame, row: number): Annotation {
  const entries = frame.fields.map(({ name, values }) => [name, values[row] as unknown]);
  return Object.fromEntries(entries) as unknown as Annotation;
}

function draw(plot: uPlot, frames: DataFrame[], fallback: string): void {
  const { ctx, bbox } = plot;
  ctx.save();
  ctx.beginPath();
  ctx.rect(bbox.left, bbox.top, bbox.width, bbox.height);
  ctx.clip();
  for (const frame of frames) {
    for (let row = 0; row < frame.length; row++) {
      const { time, timeEnd = time, isRegion, color = fallback } = annotationAt(frame, row);
      const [start, end] = [plot.valToPos(time, 'x', true), plot.valToPos(timeEnd, 'x', true)];
      ctx.strokeStyle = color;
      ctx.setLineDash(DASH_PX);
      for (const x of isRegion ? [start, end] : [start]) {
        ctx.beginPath();
        ctx.moveTo(x, bbox.top);
        ctx.lineTo(x, bbox.top + bbox.height);
        ctx.stroke();
      }
      if (isRegion) {
        ctx.globalAlpha = AREA_ALPHA;
        ctx.fillStyle = color;
        ctx.fillRect(start, bbox.top, end - start, bbox.height);
        ctx.globalAlpha = 1;
      }
    }
  }
  ctx.restore();
}

/** Annotations as dashed lines and areas with a marker below the axis; a click on the marker tells what happened. */
export function AnnotationMarkers({ config, annotations, timeZone }: AnnotationMarkersProps) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const plot = useRef<uPlot | undefined>(undefined);
  const frames = annotations.filter(isAnnotations);
  const drawn = useRef(frames);
  drawn.current = frames;
  useLayoutEffect(() => {
    config.addHook('init', (created) => {
      plot.current = created;
    });
    config.addHook('draw', (current) => draw(current, drawn.current, theme.colors.text.secondary));
  }, [config, theme]);
  useEffect(() => {
    plot.current?.redraw(false, true);
  }, [config, annotations]);
  if (frames.length === 0) {
    return null;
  }
  return (
    <EventsCanvas
      id="annotations"
      config={config}
      events={frames}
      mapEventToXYCoords={(frame, row) => {
        const { time } = annotationAt(frame, row);
        const current = plot.current;
        const { min = Infinity, max = -Infinity } = current?.scales['x'] ?? {};
        return current && time >= (min ?? 0) && time <= (max ?? 0)
          ? {
              x: current.valToPos(time, 'x') - MARKER_PX / 2,
              y: current.bbox.height / devicePixelRatio,
            }
          : undefined;
      }}
      renderEventMarker={(frame, row) => {
        const { time, timeEnd, isRegion, title, text, tags = [], color } = annotationAt(frame, row);
        const times = (isRegion ? [time, timeEnd ?? time] : [time]).map((at) => dateTimeFormat(at, { timeZone }));
        return (
          <Toggletip
            title={[title, times.join(' – ')].filter(Boolean).join(', ')}
            content={
              <>
                <p>{text}</p>
                {tags.map((tag) => (
                  <Tag key={tag} name={tag} className={styles.tag} />
                ))}
              </>
            }
          >
            <button
              type="button"
              className={styles.marker}
              style={{ borderBottomColor: color }}
              aria-label={[title, text].filter(Boolean).join(': ')}
              data-testid={TEST_ID}
            />
          </Toggletip>
        );
      }}
    />
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    marker: css({
      width: 0,
      height: 0,
      padding: 0,
      background: 'none',
      border: `${MARKER_PX / 2}px solid transparent`,
      borderBottom: `${MARKER_PX - 2}px solid ${theme.colors.text.secondary}`,
      borderTop: 'none',
      cursor: 'pointer',
    }),
    tag: css({ marginRight: theme.spacing(0.5) }),
  };
}
