import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { EmptyState, useStyles2 } from '@grafana/ui';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import { useLocation } from 'react-router-dom';
import { sharedSearch } from '../../app/navigation';
import { type System } from '../../catalog/types';
import { type ListedAlert } from '../../domain/alerts/filter';
import { type FiringHistory } from '../../scenes/oncall/FiringHistory';
import { AlertRow, ROW_HEIGHT_PX } from './AlertRow';
import { AlertsTableHead, COLUMN_WIDTHS_PX } from './AlertsTableHead';
import { type Sorting } from './alertSorting';

interface Props {
  rows: readonly ListedAlert[];
  systems: readonly System[];
  history: FiringHistory;
  nowMs: number;
  isFiltered: boolean;
  sorting: Sorting;
  onSort: (sorting: Sorting) => void;
}

const OVERSCAN_ROWS = 6;
/** Somebody who scrolls on does not want to know about the rows in between. */
const SETTLED_MS = 200;

/** Alerts of which only the rows in view exist, however many there are. */
export function AlertsTable({ rows, systems, history, nowMs, isFiltered, sorting, onSort }: Props) {
  const styles = useStyles2(getStyles);
  const scrollRef = useRef<HTMLDivElement>(null);
  const search = sharedSearch(useLocation().search);
  const { value: known } = history.useState();
  const virtual = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scrollRef.current,
    estimateSize: () => ROW_HEIGHT_PX,
    overscan: OVERSCAN_ROWS,
  });
  const items = virtual.getVirtualItems();
  const names = [...new Set(items.map(({ index }) => rows[index]?.alert.name ?? ''))].sort().join('\n');
  useEffect(() => {
    const timer = setTimeout(() => names !== '' && history.want(names.split('\n')), SETTLED_MS);
    return () => clearTimeout(timer);
  }, [history, names]);
  if (rows.length === 0) {
    return (
      <EmptyState
        variant={isFiltered ? 'not-found' : 'completed'}
        message={isFiltered ? 'No alert matches the filters' : 'No alert is active'}
      />
    );
  }
  const above = items[0]?.start ?? 0;
  const below = virtual.getTotalSize() - (items.at(-1)?.end ?? 0);
  return (
    <div ref={scrollRef} className={styles.scroll} tabIndex={0} role="region" aria-label="List of alerts">
      <table className={styles.table} aria-rowcount={rows.length + 1}>
        <colgroup>
          {COLUMN_WIDTHS_PX.map((width, index) => (
            <col key={index} style={{ width }} />
          ))}
        </colgroup>
        <AlertsTableHead sorting={sorting} onSort={onSort} />
        <tbody>
          <Space heightPx={above} />
          {items.map(({ index }) => {
            const one = rows[index];
            return (
              one && (
                <AlertRow
                  key={index}
                  position={index}
                  listed={one}
                  systems={systems}
                  history={known}
                  search={search}
                  nowMs={nowMs}
                />
              )
            );
          })}
          <Space heightPx={below} />
        </tbody>
      </table>
    </div>
  );
}

/** Stands for the rows that are not there. */
function Space({ heightPx }: { heightPx: number }) {
  return heightPx > 0 ? (
    <tr aria-hidden style={{ height: heightPx }}>
      <td colSpan={COLUMN_WIDTHS_PX.length} />
    </tr>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  scroll: css({
    overflow: 'auto',
    maxHeight: 'max(480px, calc(100vh - 340px))',
    border: `1px solid ${theme.colors.border.weak}`,
    borderRadius: theme.shape.radius.default,
    background: theme.colors.background.primary,
    // Rows change under the eye when the browser moves the list to keep one of them in place.
    overflowAnchor: 'none',
  }),
  table: css({
    width: '100%',
    minWidth: 660,
    tableLayout: 'fixed',
    borderCollapse: 'separate',
    borderSpacing: 0,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
