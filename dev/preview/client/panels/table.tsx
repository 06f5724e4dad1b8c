import {
  cacheFieldDisplayNames,
  getFrameDisplayName,
  PanelPlugin,
  type FieldConfigSource,
  type PanelProps,
} from '@grafana/data';
import { TableCellDisplayMode, TableCellHeight } from '@grafana/schema';
import { Select, usePanelContext } from '@grafana/ui';
import { TableNG } from '@grafana/ui/unstable';

import { NoData } from './noData';
import { declareCustomFields, declareOptions } from './options';

interface TableOptions {
  frameIndex: number;
  showHeader: boolean;
  showTypeIcons?: boolean;
  cellHeight: TableCellHeight;
  maxRowHeight?: number;
  frozenColumns?: { left?: number };
  sortBy?: Array<{ displayName: string; desc?: boolean }>;
  enablePagination?: boolean;
}

const FRAME_PICKER_PX = 40;

/** The field options with a column's width as the viewer dragged it. */
function withWidth(fieldConfig: FieldConfigSource, column: string, width: number): FieldConfigSource {
  const isOurs = (override: FieldConfigSource['overrides'][number]): boolean =>
    override.matcher.id === 'byName' && override.matcher.options === column;
  const dragged = { id: 'custom.width', value: width };
  const known = fieldConfig.overrides.find(isOurs);
  const properties = [...(known?.properties ?? []).filter(({ id }) => id !== dragged.id), dragged];
  const rest = fieldConfig.overrides.filter((override) => override !== known);
  return { ...fieldConfig, overrides: [...rest, { matcher: { id: 'byName', options: column }, properties }] };
}

function TablePanel(props: PanelProps<TableOptions>) {
  const {
    data,
    width,
    height,
    options,
    fieldConfig,
    id,
    timeRange,
    transparent,
    onOptionsChange,
    onFieldConfigChange,
  } = props;
  const { onAddAdHocFilter } = usePanelContext();
  cacheFieldDisplayNames(data.series);
  const frames = data.series;
  const index = options.frameIndex > 0 && options.frameIndex < frames.length ? options.frameIndex : 0;
  const frame = frames[index];
  if (!frame || frames.every((candidate) => candidate.fields.length === 0)) {
    return <NoData id={id} data={data} fieldConfig={fieldConfig} />;
  }
  const table = (
    <TableNG
      data={frame}
      width={width}
      height={frames.length > 1 ? height - FRAME_PICKER_PX : height}
      noHeader={!options.showHeader}
      showTypeIcons={options.showTypeIcons}
      resizable
      sortBy={options.sortBy}
      onSortByChange={(sortBy) => onOptionsChange({ ...options, sortBy })}
      onColumnResize={(column, columnWidth) => onFieldConfigChange(withWidth(fieldConfig, column, columnWidth))}
      onCellFilterAdded={onAddAdHocFilter}
      frozenColumns={options.frozenColumns?.left}
      enablePagination={options.enablePagination}
      cellHeight={options.cellHeight}
      maxRowHeight={options.maxRowHeight}
      timeRange={timeRange}
      fieldConfig={fieldConfig}
      structureRev={data.structureRev}
      transparent={transparent}
    />
  );
  if (frames.length === 1) {
    return table;
  }
  return (
    <>
      {table}
      <Select
        options={frames.map((candidate, value) => ({ label: getFrameDisplayName(candidate), value }))}
        value={index}
        onChange={({ value }) => onOptionsChange({ ...options, frameIndex: value ?? 0 })}
        aria-label="Frame"
      />
    </>
  );
}

/** "table": sortable, with links, coloured cells and cell sparklines. */
export function tablePanel(): PanelPlugin {
  return new PanelPlugin<TableOptions>(TablePanel)
    .useFieldConfig({
      useCustomConfig: declareCustomFields({
        minWidth: undefined,
        width: undefined,
        align: 'auto',
        cellOptions: { type: TableCellDisplayMode.Auto },
        inspect: false,
        filterable: undefined,
        hidden: undefined,
        hideFrom: undefined,
        footer: undefined,
        wrapText: undefined,
        wrapHeaderText: undefined,
        tooltip: undefined,
      }),
    })
    .setPanelOptions(
      declareOptions({
        frameIndex: 0,
        showHeader: true,
        cellHeight: TableCellHeight.Sm,
        sortBy: undefined,
        frozenColumns: undefined,
      })
    ) as PanelPlugin;
}
