import {
  getDisplayValueAlignmentFactors,
  PanelPlugin,
  type DisplayValueAlignmentFactors,
  type FieldDisplay,
  type PanelProps,
  type ReduceDataOptions,
} from '@grafana/data';
import { config } from '@grafana/runtime';
import type { PercentChangeColorMode, VizOrientation, VizTextDisplayOptions } from '@grafana/schema';
import {
  BigValue,
  BigValueColorMode,
  BigValueGraphMode,
  BigValueJustifyMode,
  BigValueTextMode,
  DataLinksContextMenu,
  VizRepeater,
  type VizRepeaterRenderValueProps,
} from '@grafana/ui';

import { displayValues } from './displayValues';
import { declareOptions, REDUCE_DEFAULTS } from './options';

interface StatOptions {
  reduceOptions: ReduceDataOptions;
  orientation: VizOrientation;
  colorMode: BigValueColorMode;
  graphMode: BigValueGraphMode;
  justifyMode: BigValueJustifyMode;
  textMode: BigValueTextMode;
  wideLayout: boolean;
  showPercentChange: boolean;
  percentChangeColorMode: PercentChangeColorMode;
  text?: VizTextDisplayOptions;
}

type Item = VizRepeaterRenderValueProps<FieldDisplay, DisplayValueAlignmentFactors>;

const ITEM_GAP_PX = 3;

function textMode({ options, fieldConfig, title }: PanelProps<StatOptions>): BigValueTextMode {
  const named = Boolean(fieldConfig.defaults.displayName) || !title;
  return options.textMode === BigValueTextMode.Auto && named ? BigValueTextMode.ValueAndName : options.textMode;
}

function Stat(props: PanelProps<StatOptions>) {
  const { options, width, height, data, renderCounter, timeRange } = props;
  const renderItem = ({ value, alignmentFactors, width: itemWidth, height: itemHeight, count }: Item) => {
    const bigValue = (onClick?: React.MouseEventHandler<HTMLElement>, className?: string) => (
      <BigValue
        value={value.display}
        count={count}
        sparkline={value.sparkline && { ...value.sparkline, timeRange }}
        colorMode={options.colorMode}
        graphMode={options.graphMode}
        justifyMode={options.justifyMode}
        textMode={textMode(props)}
        alignmentFactors={alignmentFactors}
        text={options.text}
        width={itemWidth}
        height={itemHeight}
        theme={config.theme2}
        disableWideLayout={!options.wideLayout}
        percentChangeColorMode={options.percentChangeColorMode}
        onClick={onClick}
        className={className}
      />
    );
    return value.hasLinks && value.getLinks ? (
      <DataLinksContextMenu links={value.getLinks}>
        {({ openMenu, targetClassName }) => bigValue(openMenu, targetClassName)}
      </DataLinksContextMenu>
    ) : (
      bigValue()
    );
  };
  return (
    <VizRepeater
      getValues={() =>
        displayValues(props, options.reduceOptions, {
          sparkline: options.graphMode !== BigValueGraphMode.None,
          percentChange: options.showPercentChange,
        })
      }
      getAlignmentFactors={getDisplayValueAlignmentFactors}
      renderValue={renderItem}
      width={width}
      height={height}
      source={data}
      itemSpacing={ITEM_GAP_PX}
      renderCounter={renderCounter}
      autoGrid
      orientation={options.orientation}
    />
  );
}

/** "stat": big numbers with an optional sparkline. */
export function statPanel(): PanelPlugin {
  return new PanelPlugin<StatOptions>(Stat)
    .useFieldConfig()
    .setPanelOptions(
      declareOptions({
        ...REDUCE_DEFAULTS,
        textMode: BigValueTextMode.Auto,
        wideLayout: true,
        colorMode: BigValueColorMode.Value,
        graphMode: BigValueGraphMode.Area,
        justifyMode: BigValueJustifyMode.Auto,
        showPercentChange: false,
        percentChangeColorMode: 'standard',
      })
    )
    .setNoPadding() as PanelPlugin;
}
