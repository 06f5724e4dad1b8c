import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { LazyLoader, type SceneComponentProps, type SceneObject, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { useStyles2 } from '@grafana/ui';

export interface BoardItem {
  /** Stable over renders. */
  key: string;
  body: SceneObject;
  /** Share of the row's 24 columns. */
  columns: number;
  heightPx: number;
  /** Under this width the item takes a row of its own. */
  minWidthPx: number;
}

export interface BoardRowItems {
  title?: string | undefined;
  items: readonly BoardItem[];
}

interface BoardGridState extends SceneObjectState {
  rows: readonly BoardRowItems[];
}

/**
 * Rows of panels that share 24 columns and wrap when the window is narrow. A panel is mounted, and so asks its first
 * question, when it comes near the view. (Scenes' flex layout cannot wait, and its CSS grid cannot wrap by content.)
 */
export class BoardGrid extends SceneObjectBase<BoardGridState> {
  static Component = BoardGridRenderer;
}

function BoardGridRenderer({ model }: SceneComponentProps<BoardGrid>) {
  const { rows } = model.useState();
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.rows}>
      {rows.map(({ title, items }, index) => (
        <section key={title ?? index} aria-label={title}>
          {title !== undefined && <h2 className={styles.title}>{title}</h2>}
          <div className={styles.row}>
            {items.map((item) => (
              <LazyLoader key={item.key} className={styles.item} style={placement(item)} data-testid={`panel-${item.key}`}>
                <item.body.Component model={item.body} />
              </LazyLoader>
            ))}
          </div>
        </section>
      ))}
    </div>
  );
}

function placement({ columns, heightPx, minWidthPx }: BoardItem) {
  return { flex: `${columns} 1 max(${minWidthPx}px, ${(columns / 24) * 100 - 2}%)`, height: heightPx };
}

const getStyles = (theme: GrafanaTheme2) => ({
  rows: css({ display: 'flex', flexDirection: 'column', gap: theme.spacing(1), flexGrow: 1, minWidth: 0 }),
  row: css({ display: 'flex', flexWrap: 'wrap', gap: theme.spacing(1) }),
  item: css({ position: 'relative', display: 'flex', minWidth: 0, '& > *': { flexGrow: 1, minWidth: 0 } }),
  title: css({ ...theme.typography.h5, margin: theme.spacing(1, 0) }),
});
