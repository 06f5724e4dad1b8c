import { css } from '@emotion/css';
import {
  dateTimeFormat,
  FieldType,
  type DataFrame,
  type GrafanaTheme2,
  type LinkModel,
  type TimeZone,
} from '@grafana/data';
import { EventsCanvas, TextLink, Toggletip, useStyles2, type UPlotConfigBuilder } from '@grafana/ui';
import { useEffect, useLayoutEffect, useRef } from 'react';
import type uPlot from 'uplot';

interface ExemplarMarkersProps {
  config: UPlotConfigBuilder;
  annotations: DataFrame[];
  timeZone: TimeZone;
}

const MARKER_PX = 8;
const HALF_MARKER_PX = MARKER_PX / 2;

function isExemplars(frame: DataFrame): boolean {
  return frame.meta?.custom?.resultType === 'exemplar';
}

function links(frame: DataFrame, row: number): LinkModel[] {
  return frame.fields.flatMap((field) => field.getLinks?.({ valueRowIndex: row }) ?? []);
}

/** Where an exemplar stands, in pixels; values beyond the axis stick to its end. */
function position(
  plot: uPlot,
  config: UPlotConfigBuilder,
  frame: DataFrame,
  row: number
): { x: number; y: number } | undefined {
  const time = frame.fields.find((field) => field.type === FieldType.time);
  const value = frame.fields.find((field) => field.name === 'Value');
  const scale = config.scales.find((candidate) => candidate.props.scaleKey !== 'x')?.props.scaleKey;
  if (!time || !value || !scale) {
    return undefined;
  }
  const min = plot.scales[scale]?.min ?? -Infinity;
  const max = plot.scales[scale]?.max ?? Infinity;
  const within = Math.min(Math.max(value.values[row] as number, min), max);
  return {
    x: plot.valToPos(time.values[row] as number, 'x') - HALF_MARKER_PX,
    y: plot.valToPos(within, scale) - HALF_MARKER_PX,
  };
}

/** Exemplars as small diamonds at their time and value; a click shows their labels and the way to the trace. */
export function ExemplarMarkers({ config, annotations, timeZone }: ExemplarMarkersProps) {
  const styles = useStyles2(getStyles);
  const plot = useRef<uPlot | undefined>(undefined);
  useLayoutEffect(() => {
    config.addHook('init', (created) => {
      plot.current = created;
    });
  }, [config]);
  // the canvas draws its markers on the plot's next drawing after it is mounted: see that there is one
  useEffect(() => {
    plot.current?.redraw(false, true);
  }, [config, annotations]);
  const frames = annotations.filter(isExemplars);
  if (frames.length === 0) {
    return null;
  }
  return (
    <EventsCanvas
      id="exemplars"
      config={config}
      events={frames}
      mapEventToXYCoords={(frame, row) => (plot.current ? position(plot.current, config, frame, row) : undefined)}
      renderEventMarker={(frame, row) => (
        <Toggletip
          title="Exemplar"
          content={
            <dl className={styles.labels}>
              {frame.fields.map((field) => (
                <div key={field.name}>
                  <dt>{field.name}</dt>
                  <dd>
                    {field.type === FieldType.time
                      ? dateTimeFormat(field.values[row] as number, { timeZone })
                      : String(field.values[row])}
                  </dd>
                </div>
              ))}
              {links(frame, row).map((link) => (
                <TextLink key={link.href} href={link.href} inline={false}>
                  {link.title}
                </TextLink>
              ))}
            </dl>
          }
        >
          <button
            type="button"
            className={styles.marker}
            aria-label="Exemplar"
            data-testid="data-testid Exemplar marker"
          />
        </Toggletip>
      )}
    />
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    marker: css({
      width: MARKER_PX,
      height: MARKER_PX,
      padding: 0,
      border: 'none',
      transform: 'rotate(45deg)',
      background: theme.colors.info.text,
      cursor: 'pointer',
    }),
    labels: css({
      '& > div': { display: 'flex', gap: theme.spacing(1), justifyContent: 'space-between' },
      '& dt': { color: theme.colors.text.secondary, fontWeight: theme.typography.fontWeightRegular },
      '& dd': { margin: 0, fontFamily: theme.typography.fontFamilyMonospace },
    }),
  };
}
