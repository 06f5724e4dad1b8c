import { PanelPlugin, type PanelProps } from '@grafana/data';
import type { TooltipDisplayMode, VizLegendOptions, VizTooltipOptions } from '@grafana/schema';
import { EventBusPlugin, KeyboardPlugin, TimeSeries, usePanelContext } from '@grafana/ui';
import { useMemo } from 'react';

import { AnnotationMarkers } from './graph/annotations';
import { ExemplarMarkers } from './graph/exemplars';
import { fieldDefaults, LEGEND_DEFAULTS, TOOLTIP_DEFAULTS } from './graph/defaults';
import { prepareFrames } from './graph/frames';
import { SeriesTooltip } from './graph/SeriesTooltip';
import { NoData } from './noData';
import { declareCustomFields, declareOptions } from './options';

interface TimeSeriesOptions {
  legend: VizLegendOptions;
  tooltip: VizTooltipOptions & { mode: TooltipDisplayMode };
  timezone?: string[];
}

function TimeSeriesPanel(props: PanelProps<TimeSeriesOptions>) {
  const { data, timeRange, timeZone, width, height, options, fieldConfig, id, onChangeTimeRange } = props;
  const { eventBus, sync } = usePanelContext();
  const frames = useMemo(() => prepareFrames(data.series, timeRange), [data.series, timeRange]);
  if (!frames) {
    return <NoData id={id} data={data} fieldConfig={fieldConfig} needsTimeField needsNumberField />;
  }
  return (
    <TimeSeries
      frames={frames}
      structureRev={data.structureRev}
      timeRange={timeRange}
      timeZone={options.timezone?.length ? options.timezone : [timeZone]}
      width={width}
      height={height}
      legend={options.legend}
      options={options}
    >
      {(config, alignedFrame) => (
        <>
          <KeyboardPlugin config={config} />
          {sync && <EventBusPlugin config={config} eventBus={eventBus} frame={alignedFrame} />}
          <SeriesTooltip config={config} frame={alignedFrame} options={options.tooltip} onZoom={onChangeTimeRange} />
          <AnnotationMarkers config={config} annotations={data.annotations ?? []} timeZone={timeZone} />
          <ExemplarMarkers config={config} annotations={data.annotations ?? []} timeZone={timeZone} />
        </>
      )}
    </TimeSeries>
  );
}

/** "timeseries": lines, bars and points over time. */
export function timeSeriesPanel(): PanelPlugin {
  return new PanelPlugin<TimeSeriesOptions>(TimeSeriesPanel)
    .useFieldConfig({
      standardOptions: { color: { defaultValue: { mode: 'palette-classic' } } },
      useCustomConfig: declareCustomFields(fieldDefaults()),
    })
    .setPanelOptions(
      declareOptions({ ...LEGEND_DEFAULTS, ...TOOLTIP_DEFAULTS, timezone: undefined, orientation: 'horizontal' })
    )
    .setDataSupport({ annotations: true, alertStates: true }) as PanelPlugin;
}
