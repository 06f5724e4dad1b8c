import {
  getDisplayValueAlignmentFactors,
  PanelPlugin,
  VizOrientation,
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  type PanelProps,
  type ReduceDataOptions,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import {
  BarGaugeDisplayMode,
  BarGaugeNamePlacement,
  BarGaugeValueMode,
  type VizTextDisplayOptions,
} from '@grafana/schema';
import { BarGauge, DataLinksContextMenu, VizRepeater, type VizRepeaterRenderValueProps } from '@grafana/ui';

import { displayValues } from './displayValues';
import { declareOptions, REDUCE_DEFAULTS } from './options';

interface BarGaugeOptions {
  reduceOptions: ReduceDataOptions;
  orientation: VizOrientation;
  displayMode: BarGaugeDisplayMode;
  valueMode: BarGaugeValueMode;
  namePlacement: BarGaugeNamePlacement;
  showUnfilled: boolean;
  minVizWidth: number;
  minVizHeight: number;
  maxVizHeight: number;
  text?: VizTextDisplayOptions;
}

type Item = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>;

/** Below this width or height, bars stand closer together. */
const ROOMY_PX = 400;

function BarGaugePanel(props: PanelProps<BarGaugeOptions>) {
  const { options, width, height, data, renderCounter } = props;
  const gapPx = width < ROOMY_PX || height < ROOMY_PX ? 4 : 8;
  const renderItem = ({ value, alignmentFactors, orientation, width: itemWidth, height: itemHeight, count }: Item) => {
    const bar = (onClick?: React.MouseEventHandler<HTMLElement>, className?: string) => (
      <BarGauge
        value={value.display}
        field={value.field}
        display={value.view?.getFieldDisplayProcessor(value.colIndex ?? 0)}
        text={options.text}
        width={itemWidth}
        height={itemHeight}
        orientation={orientation}
        itemSpacing={gapPx}
        alignmentFactors={count > 1 ? alignmentFactors : undefined}
        displayMode={options.displayMode}
        showUnfilled={options.showUnfilled}
        valueDisplayMode={options.valueMode}
        namePlacement={options.namePlacement}
        theme={config.theme2}
        onClick={onClick}
        className={className}
      />
    );
    return value.hasLinks && value.getLinks ? (
      <DataLinksContextMenu links={value.getLinks}>
        {({ openMenu, targetClassName }) => bar(openMenu, targetClassName)}
      </DataLinksContextMenu>
    ) : (
      bar()
    );
  };
  const vertical =
    options.orientation === VizOrientation.Vertical || (options.orientation === VizOrientation.Auto && width > height);
  return (
    <VizRepeater
      getValues={() => displayValues(props, options.reduceOptions)}
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={renderItem}
      width={width}
      height={height}
      source={data}
      itemSpacing={gapPx}
      renderCounter={renderCounter}
      minVizWidth={options.minVizWidth}
      minVizHeight={options.minVizHeight}
      maxVizHeight={options.maxVizHeight}
      orientation={vertical ? VizOrientation.Vertical : VizOrientation.Horizontal}
    />
  );
}

/** "bargauge": one bar a value, coloured by thresholds. */
export function barGaugePanel(): PanelPlugin {
  return new PanelPlugin<BarGaugeOptions>(BarGaugePanel).useFieldConfig().setPanelOptions(
    declareOptions({
      ...REDUCE_DEFAULTS,
      displayMode: BarGaugeDisplayMode.Gradient,
      valueMode: BarGaugeValueMode.Color,
      namePlacement: BarGaugeNamePlacement.Auto,
      showUnfilled: true,
      sizing: 'auto',
      minVizWidth: 8,
      minVizHeight: 16,
      maxVizHeight: 300,
    })
  ) as PanelPlugin;
}
