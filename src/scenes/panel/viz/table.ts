import { PanelBuilders, type VizPanel } from '@grafana/scenes';
import { TableCellHeight } from '@grafana/schema';
import { panelMenu } from '../panelMenu';
import { type Look } from './look';

/** One row for each combination of labels, a column for each query. Units and colours come with the data. */
export function tablePanel({ title, description, panel, system }: Look): VizPanel {
  return (
    PanelBuilders.table()
      .setTitle(title)
      .setDescription(description)
      .setOption('cellHeight', TableCellHeight.Sm)
      // Several columns beside each other rather than the last ones out of sight.
      .setCustomFieldConfig('minWidth', 80)
      .setMenu(panelMenu(panel, system))
      .build()
  );
}
