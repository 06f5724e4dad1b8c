import { FieldType, formattedValueToString, type AbsoluteTimeRange, type DataFrame } from '@grafana/data';
import { TooltipDisplayMode, type SortOrder } from '@grafana/schema';
import {
  getFieldDisplayItems,
  TooltipPlugin2,
  VizTooltipContent,
  VizTooltipFooter,
  VizTooltipHeader,
  VizTooltipWrapper,
  type UPlotConfigBuilder,
} from '@grafana/ui';

/** uPlot's hover: the series under the cursor, or all at its time. */
const HOVER_ONE = 0;
const HOVER_ALL = 1;

interface SeriesTooltipProps {
  config: UPlotConfigBuilder;
  frame: DataFrame;
  options: { mode: TooltipDisplayMode; sort: SortOrder; hideZeros?: boolean; maxWidth?: number; maxHeight?: number };
  onZoom: (range: AbsoluteTimeRange) => void;
}

/** The tooltip of graphs over time; dragging across the graph zooms the page's time range. */
export function SeriesTooltip({ config, frame, options, onZoom }: SeriesTooltipProps) {
  if (options.mode === TooltipDisplayMode.None) {
    return null;
  }
  const time = frame.fields[0];
  if (!time) {
    return null;
  }
  return (
    <TooltipPlugin2
      config={config}
      hoverMode={options.mode === TooltipDisplayMode.Single ? HOVER_ONE : HOVER_ALL}
      queryZoom={onZoom}
      clientZoom
      maxWidth={options.maxWidth}
      getDataLinks={(seriesIndex, row) => frame.fields[seriesIndex]?.getLinks?.({ valueRowIndex: row }) ?? []}
      render={(_plot, rows, seriesIndex, isPinned, _dismiss, _range, viaSync, dataLinks) => {
        const mode = viaSync ? TooltipDisplayMode.Multi : options.mode;
        const at: unknown = time.values[rows[0] ?? 0];
        const items = getFieldDisplayItems(
          frame.fields,
          time,
          rows,
          seriesIndex,
          mode,
          options.sort,
          (field) => field.type === FieldType.number,
          options.hideZeros
        );
        return (
          <VizTooltipWrapper>
            <VizTooltipHeader
              item={{ label: '', value: time.display ? formattedValueToString(time.display(at)) : String(at) }}
              isPinned={isPinned}
            />
            <VizTooltipContent
              items={items}
              isPinned={isPinned}
              scrollable={options.maxHeight !== undefined}
              maxHeight={options.maxHeight}
            />
            {isPinned && seriesIndex !== null && <VizTooltipFooter dataLinks={dataLinks} />}
          </VizTooltipWrapper>
        );
      }}
    />
  );
}
