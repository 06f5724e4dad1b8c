import { type DataFrame, FieldType, getFieldDisplayName, outerJoinDataFrames, toCSV } from '@grafana/data';
import {
  DataProviderProxy,
  PanelBuilders,
  type SceneComponentProps,
  SceneDataTransformer,
  sceneGraph,
  SceneObjectBase,
  type SceneObjectState,
  type VizPanel,
} from '@grafana/scenes';
import { ClipboardButton, Drawer } from '@grafana/ui';
import { TableCellHeight } from '@grafana/schema';
import { map, type Observable } from 'rxjs';

interface TableViewState extends SceneObjectState {
  title: string;
  table: VizPanel;
  onClose: () => void;
}

/** A panel's data as a table that can be sorted and copied, in a drawer beside the page. */
export class TableView extends SceneObjectBase<TableViewState> {
  static Component = TableViewRenderer;

  constructor(panel: VizPanel, onClose: () => void) {
    const { unit, decimals, mappings } = panel.state.fieldConfig.defaults;
    const table = PanelBuilders.table()
      .setOption('cellHeight', TableCellHeight.Sm)
      .setCustomFieldConfig('minWidth', 90)
      .setUnit(unit)
      .setDecimals(decimals);
    const built = table.setMappings(mappings).setDisplayMode('transparent').build();
    // What a graph draws may be cut: the table has all that came.
    const shown = sceneGraph.getData(panel);
    const source = panel.state.pluginId === 'table' ? shown : sceneGraph.getData(panel.parent ?? panel);
    built.setState({
      $data: new SceneDataTransformer({
        $data: new DataProviderProxy({ source: source.getRef() }),
        transformations: [() => (frames: Observable<DataFrame[]>) => frames.pipe(map(asTable))],
      }),
    });
    super({ title: sceneGraph.interpolate(panel, panel.state.title), table: built, onClose });
  }

  csv = (): string => toCSV([...(sceneGraph.getData(this.state.table).state.data?.series ?? [])].map(named));
}

/** One table of all frames: a row a time, newest first, for series; a row a series for single values. */
export function asTable(frames: DataFrame[]): DataFrame[] {
  const filled = frames.filter(({ length }) => length > 0);
  const [first] = filled;
  const isTable = filled.length === 1 && (first?.fields.length ?? 0) > 2;
  if (!first || isTable) {
    return first ? [first] : [];
  }
  if (filled.every(({ length }) => length === 1)) {
    return [oneRowEach(filled)];
  }
  const joined = outerJoinDataFrames({ frames: filled });
  return joined ? [newestFirst(joined)] : [];
}

function newestFirst(frame: DataFrame): DataFrame {
  return { ...frame, fields: frame.fields.map((field) => ({ ...field, values: [...field.values].reverse() })) };
}

function oneRowEach(frames: readonly DataFrame[]): DataFrame {
  const rows = frames.flatMap((frame) => {
    const field = frame.fields.find(({ type }) => type === FieldType.number);
    return field ? [{ name: getFieldDisplayName(field, frame), labels: field.labels ?? {}, field }] : [];
  });
  const labels = [...new Set(rows.flatMap((row) => Object.keys(row.labels)))].sort();
  return {
    length: rows.length,
    fields: [
      { name: 'Series', type: FieldType.string, config: {}, values: rows.map(({ name }) => name) },
      ...labels.map((label) => ({
        name: label,
        type: FieldType.string,
        config: {},
        values: rows.map((row) => row.labels[label] ?? ''),
      })),
      {
        name: 'Value',
        type: FieldType.number,
        config: {},
        values: rows.map(({ field }): unknown => field.values[0]),
      },
    ],
  };
}

/** A file has one line of titles: what the reader sees above each column. */
function named(frame: DataFrame): DataFrame {
  return {
    ...frame,
    fields: frame.fields.map((field) => ({
      ...field,
      name: getFieldDisplayName(field, frame),
      labels: undefined,
      ...(field.type === FieldType.time && { type: FieldType.string, values: field.values.map(isoTime) }),
    })),
  };
}

function isoTime(timeMs: unknown): string {
  return typeof timeMs === 'number' ? new Date(timeMs).toISOString() : '';
}

function TableViewRenderer({ model }: SceneComponentProps<TableView>) {
  const { title, table, onClose } = model.useState();
  return (
    <Drawer
      title={title}
      subtitle={
        <ClipboardButton size="sm" variant="secondary" icon="copy" getText={model.csv}>
          Copy as CSV
        </ClipboardButton>
      }
      size="md"
      onClose={onClose}
    >
      <div style={{ height: '100%', minHeight: 300 }}>
        <table.Component model={table} />
      </div>
    </Drawer>
  );
}
