import { css } from '@emotion/css';
import {
  formattedValueToString,
  getActiveThreshold,
  PanelPlugin,
  ThresholdsMode,
  type VizOrientation,
  type FieldDisplay,
  type GrafanaTheme2,
  type PanelProps,
  type ReduceDataOptions,
} from '@grafana/data';
import { useStyles2, useTheme2, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';

import { displayValues } from './displayValues';
import { arcPath } from './shapes/arc';
import { declareOptions, REDUCE_DEFAULTS } from './options';

interface GaugeOptions {
  reduceOptions: ReduceDataOptions;
  orientation: VizOrientation;
  showThresholdLabels: boolean;
  showThresholdMarkers: boolean;
}

/** The dial is open at the bottom: from 225° to 495°, clockwise from the top. */
const START_DEG = 225;
const SWEEP_DEG = 270;
const CENTER = 50;

interface Band {
  fromShare: number;
  toShare: number;
  color: string;
}

/** The thresholds as parts of the scale, each in its colour. */
function thresholdBands({ field }: FieldDisplay, theme: GrafanaTheme2, min: number, max: number): Band[] {
  const { steps = [], mode } = field.thresholds ?? {};
  const share = (value: number): number =>
    Math.min(1, Math.max(0, mode === ThresholdsMode.Percentage ? value / 100 : (value - min) / (max - min || 1)));
  return steps.map((step, index) => ({
    fromShare: index === 0 ? 0 : share(step.value),
    toShare: index + 1 < steps.length ? share(steps[index + 1]?.value ?? max) : 1,
    color: theme.visualization.getColorByName(step.color),
  }));
}

function Dial({
  item,
  options,
  width,
  height,
}: {
  item: FieldDisplay;
  options: GaugeOptions;
  width: number;
  height: number;
}) {
  const theme = useTheme2();
  const styles = useStyles2(getStyles);
  const { display, field } = item;
  const min = field.min ?? 0;
  const max = field.max ?? 100;
  const share = Math.min(1, Math.max(0, (display.numeric - min) / (max - min || 1)));
  const at = (part: number): number => START_DEG + SWEEP_DEG * part;
  const color = display.color ?? getActiveThreshold(display.numeric, field.thresholds?.steps).color;
  const bands = options.showThresholdMarkers ? thresholdBands(item, theme, min, max) : [];
  const text = formattedValueToString(display);
  return (
    <figure className={styles.figure} style={{ width, height }} title={`${display.title ?? ''} ${text}`.trim()}>
      <svg viewBox="0 0 100 86" role="img" aria-label={text} className={styles.dial}>
        <path
          d={arcPath(CENTER, CENTER, 40, at(0), at(1))}
          stroke={theme.colors.background.secondary}
          strokeWidth={11}
          fill="none"
        />
        {!Number.isNaN(display.numeric) && (
          <path d={arcPath(CENTER, CENTER, 40, at(0), at(share))} stroke={color} strokeWidth={11} fill="none" />
        )}
        {bands.map((band) => (
          <path
            key={band.fromShare}
            d={arcPath(CENTER, CENTER, 47.5, at(band.fromShare), at(band.toShare))}
            stroke={band.color}
            strokeWidth={1.6}
            fill="none"
          />
        ))}
        <text
          x={CENTER}
          y={57}
          textAnchor="middle"
          fontSize={Math.min(20, 110 / Math.max(text.length, 1))}
          fill={color}
          fontWeight={500}
        >
          {text}
        </text>
      </svg>
      {display.title && <figcaption className={styles.title}>{display.title}</figcaption>}
    </figure>
  );
}

function GaugePanel(props: PanelProps<GaugeOptions>) {
  const { options, width, height, data, renderCounter } = props;
  return (
    <VizRepeater
      getValues={() => displayValues(props, options.reduceOptions)}
      renderValue={({ value, width: itemWidth, height: itemHeight }: VizRepeaterRenderValueProps<FieldDisplay>) => (
        <Dial item={value} options={options} width={itemWidth} height={itemHeight} />
      )}
      width={width}
      height={height}
      source={data}
      autoGrid
      renderCounter={renderCounter}
      orientation={options.orientation}
    />
  );
}

/** "gauge": a dial a value, its scale coloured by thresholds. */
export function gaugePanel(): PanelPlugin {
  return new PanelPlugin<GaugeOptions>(GaugePanel).useFieldConfig().setPanelOptions(
    declareOptions({
      ...REDUCE_DEFAULTS,
      showThresholdLabels: false,
      showThresholdMarkers: true,
      sizing: 'auto',
      minVizWidth: 75,
      minVizHeight: 75,
    })
  ) as PanelPlugin;
}

function getStyles(theme: GrafanaTheme2) {
  return {
    figure: css({ display: 'flex', flexDirection: 'column', alignItems: 'center', margin: 0, overflow: 'hidden' }),
    dial: css({ flex: 1, minHeight: 0, maxWidth: '100%' }),
    title: css({
      color: theme.colors.text.secondary,
      fontSize: theme.typography.bodySmall.fontSize,
      whiteSpace: 'nowrap',
    }),
  };
}
