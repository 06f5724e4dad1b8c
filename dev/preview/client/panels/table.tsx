import { getFrameDisplayName, PanelPlugin, type PanelProps } from '@grafana/data';
import { TableCellDisplayMode, TableCellHeight } from '@grafana/schema';
import { Select, Table } from '@grafana/ui';

import { NoData } from './noData';
import { declareCustomFields, declareOptions } from './options';

interface TableOptions {
  frameIndex: number;
  showHeader: boolean;
  cellHeight: TableCellHeight;
  sortBy?: Array<{ displayName: string; desc?: boolean }>;
  footer?: { show: boolean; reducer: string[]; fields?: string[]; countRows?: boolean; enablePagination?: boolean };
  enablePagination?: boolean;
}

const FRAME_PICKER_PX = 40;

function TablePanel({
  data,
  width,
  height,
  options,
  fieldConfig,
  id,
  timeRange,
  onOptionsChange,
}: PanelProps<TableOptions>) {
  const frames = data.series.filter((frame) => frame.fields.length > 0);
  const index = Math.min(options.frameIndex, frames.length - 1);
  const frame = frames[index];
  if (!frame) {
    return <NoData id={id} data={data} fieldConfig={fieldConfig} />;
  }
  const table = (
    <Table
      data={frame}
      width={width}
      height={frames.length > 1 ? height - FRAME_PICKER_PX : height}
      noHeader={!options.showHeader}
      resizable
      initialSortBy={options.sortBy}
      onSortByChange={(sortBy) => onOptionsChange({ ...options, sortBy })}
      footerOptions={options.footer}
      enablePagination={options.enablePagination ?? options.footer?.enablePagination}
      cellHeight={options.cellHeight}
      timeRange={timeRange}
      fieldConfig={fieldConfig}
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
      }),
    })
    .setPanelOptions(
      declareOptions({
        frameIndex: 0,
        showHeader: true,
        cellHeight: TableCellHeight.Sm,
        sortBy: undefined,
        footer: undefined,
      })
    ) as PanelPlugin;
}
