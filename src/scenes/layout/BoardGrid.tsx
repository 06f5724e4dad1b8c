import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import {
  LazyLoader,
  type SceneComponentProps,
  type SceneObject,
  SceneObjectBase,
  type SceneObjectState,
  VariableDependencyConfig,
  type VizPanel,
} from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';
import { type PanelHost } from '../panel/panelHost';
import { TableView } from '../panel/TableView';
import { chosenSystems, SYSTEM_VARIABLE } from '../variables/systems';
import { halves } from './halves';
import { FilterNote } from './FilterNote';
import { useLinkedPanel } from './useLinkedPanel';

interface BoardCellState extends SceneObjectState {
  body: SceneObject;
  /** Share of the row's 24 columns. */
  columns: number;
  /** Absent: as high as its content. */
  heightPx?: number | undefined;
  /** Under this width the cell takes a row of its own. */
  minWidthPx: number;
  /** The panel's data, while somebody looks at it. */
  table?: SceneObject | undefined;
}

/** A panel with its place. It is mounted, and so asks its first question, when it comes near the view. */
export class BoardCell extends SceneObjectBase<BoardCellState> implements PanelHost {
  static Component = BoardCellRenderer;

  /** Names the panel in links. */
  get panelKey() {
    return this.state.key;
  }

  showTable(panel: VizPanel) {
    this.setState({ table: new TableView(panel, () => this.setState({ table: undefined })) });
  }

  /** Queries of a panel out of view wait until it is seen again; a panel that draws words has nobody else to say so. */
  isInViewChanged(isInView: boolean) {
    const { body } = this.state;
    body.state.$data?.isInViewChanged?.(isInView);
    if (waitsForView(body)) {
      body.isInViewChanged(isInView);
    }
  }
}

function waitsForView(body: SceneObject): body is SceneObject & { isInViewChanged: (isInView: boolean) => void } {
  return 'isInViewChanged' in body && typeof body.isInViewChanged === 'function';
}

interface BoardRowState extends SceneObjectState {
  /** The system that it is about; the page's system variable can hide it. */
  systemId?: string | undefined;
  title?: string | undefined;
  cells: BoardCell[];
}

/** Panels side by side, under a title. */
export class BoardRow extends SceneObjectBase<BoardRowState> {
  static Component = BoardRowRenderer;
}

interface BoardGridState extends SceneObjectState {
  rows: BoardRow[];
}

/**
 * Rows of panels that share 24 columns and wrap when the window is narrow. (Scenes' flex layout cannot wait for a panel
 * to come into view, and its CSS grid cannot wrap by content.)
 */
export class BoardGrid extends SceneObjectBase<BoardGridState> {
  static Component = BoardGridRenderer;

  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: [SYSTEM_VARIABLE],
    onReferencedVariableValueChanged: () => this.forceRender(),
  });
}

function BoardGridRenderer({ model }: SceneComponentProps<BoardGrid>) {
  const { rows } = model.useState();
  const styles = useStyles2(getStyles);
  const chosen = chosenSystems(model);
  const shown = rows.filter(({ state }) => !chosen || !state.systemId || chosen.includes(state.systemId));
  return (
    <div className={styles.rows}>
      <FilterNote model={model} />
      {shown.map((row) => (
        <row.Component key={row.state.key} model={row} />
      ))}
    </div>
  );
}

function BoardRowRenderer({ model }: SceneComponentProps<BoardRow>) {
  const { title, cells } = model.useState();
  const styles = useStyles2(getStyles);
  return (
    <section aria-label={title}>
      {title !== undefined && <h2 className={styles.title}>{title}</h2>}
      <div className={styles.row}>
        {halves(cells.map((cell) => ({ ...cell.state, cell }))).map((part, index) =>
          'cells' in part ? (
            <div
              key={index}
              className={styles.row}
              style={{ flex: flexOf(part, String(ALL_COLUMNS), GAP_SHARE), ...columnsOf(part.columns) }}
            >
              {part.cells.map(({ cell }) => (
                <cell.Component key={cell.state.key} model={cell} />
              ))}
            </div>
          ) : (
            <part.cell.Component key={part.cell.state.key} model={part.cell} />
          )
        )}
      </div>
    </section>
  );
}

const ALL_COLUMNS = 24;
// Gaps between cells take a little of the width; the rest grows back.
const GAP_SHARE = '2%';

/** Shares the width of the row, or of the half of a row, that it stands in. */
function flexOf(
  { columns, minWidthPx }: { columns: number; minWidthPx: number },
  ofColumns: string,
  slack: string
): string {
  const share = `${columns} / ${ofColumns} * 100%`;
  return `${columns} 1 max(${minWidthPx}px, calc(${share} - ${slack}))`;
}

const COLUMNS_VARIABLE = '--row-columns';
const SLACK_VARIABLE = '--row-slack';
// Those of the half that the cell stands in, or of the whole row.
const OWN_COLUMNS = `var(${COLUMNS_VARIABLE}, ${ALL_COLUMNS})`;
const OWN_SLACK = `var(${SLACK_VARIABLE}, ${GAP_SHARE})`;
// Cells of a half are one line: they begin at their least width and share the rest, and wrap only when those do not fit.
const columnsOf = (columns: number) => ({ [COLUMNS_VARIABLE]: columns, [SLACK_VARIABLE]: '100%' });

function BoardCellRenderer({ model }: SceneComponentProps<BoardCell>) {
  const { body, columns, heightPx, minWidthPx, key, table } = model.useState();
  const isLinked = useLinkedPanel(key);
  const styles = useStyles2(getStyles);
  return (
    <LazyLoader
      key={key ?? ''}
      className={cx(styles.cell, isLinked && styles.linked)}
      style={{ flex: flexOf({ columns, minWidthPx }, OWN_COLUMNS, OWN_SLACK), height: heightPx }}
      data-testid={key}
      onChange={(isInView) => model.isInViewChanged(isInView)}
    >
      <body.Component model={body} />
      {table && <table.Component model={table} />}
    </LazyLoader>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  rows: css({
    display: 'flex',
    flexDirection: 'column',
    gap: theme.spacing(1),
    flexGrow: 1,
    minWidth: 0,
    // The page scrolls; a row that may scroll inside must not be squeezed to nothing.
    '& > *': { flexShrink: 0 },
  }),
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  cell: css({
    position: 'relative',
    display: 'flex',
    minWidth: 0,
    maxWidth: '100%',
    '& > *': { flexGrow: 1, minWidth: 0 },
  }),
  linked: css({ outline: `2px solid ${theme.colors.primary.border}`, borderRadius: theme.shape.radius.default }),
  title: css({ ...theme.typography.h5, margin: theme.spacing(1, 0) }),
});
