import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';
import { useCallback, useMemo, useState } from 'react';
import { useListKeys } from '../../components/useListKeys';
import { type Kept } from '../../domain/logs/retention';
import { fieldTitle } from './fieldTitles';
import { type FoundLines } from './foundLines';
import { type LineActions } from './lineActions';
import {
  columnClass,
  DATED_TIME_WIDTH_PX,
  LINE_ROW_HEIGHT_PX,
  lineColumns,
  lineStyles,
  TIME_WIDTH_PX,
} from './lineColumns';
import { LineDetails } from './LineDetails';
import { LineRow } from './LineRow';
import { areOfOneDay } from './lineTime';
import { LinesFooter } from './LinesFooter';
import { type LogQuestion } from './logSpecs';
import { useKeptInView } from './useKeptInView';

interface Props {
  question: LogQuestion;
  found: FoundLines;
  timeZone: string;
  /** The reader has chosen the columns. */
  hasOwnColumns: boolean;
  /** How long whose lines are kept. */
  kept: readonly Kept[];
  actions?: LineActions | undefined;
  /** Absent where there are no pages: lines in another order than that of time. */
  onOlder?: (() => void) | undefined;
}

const DEFAULT_COLUMNS = ['level', 'service', 'message'];

/** Log lines in columns, of which only those in view are drawn. One that is opened shows all its fields. */
export default function LinesTable({ question, found, timeZone, hasOwnColumns, kept, actions, onOlder }: Props) {
  const shared = useStyles2(lineStyles);
  const styles = useStyles2(getStyles);
  const { query, schema } = question;
  const { lines, freshCount } = found;
  const names = query.columns ?? DEFAULT_COLUMNS;
  const columns = useMemo(() => lineColumns(names, hasOwnColumns), [names, hasOwnColumns]);
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const toggle = useCallback(
    (index: number, isOpen?: boolean) =>
      setOpened((before) => {
        const id = lines[index]?.id ?? '';
        const after = new Set(before);
        return (isOpen ?? !before.has(id)) ? after.add(id) : (after.delete(id), after);
      }),
    [lines]
  );
  const { virtual, scrollRef, active, setActive, rowId, containerProps } = useListKeys({
    count: lines.length,
    rowHeightPx: LINE_ROW_HEIGHT_PX,
    headerHeightPx: LINE_ROW_HEIGHT_PX,
    keyOf: (index) => lines[index]?.id ?? String(index),
    onChoose: toggle,
    onKey: (key, index) => {
      const isArrow = key === 'ArrowRight' || key === 'ArrowLeft';
      if (isArrow) {
        toggle(index, key === 'ArrowRight');
      }
      return isArrow;
    },
  });
  const above = useKeptInView({ lines, scrollRef, onMoved: (by) => setActive(active + by) });
  const choose = useCallback(
    (index: number) => {
      setActive(index);
      toggle(index);
    },
    [setActive, toggle]
  );
  const order = query.largestFirst === undefined ? 'newest' : `largest ${fieldTitle(query.largestFirst).toLowerCase()}`;
  const hasShortTimes = areOfOneDay(lines, timeZone);
  return (
    <div className={styles.all}>
      <div
        {...containerProps}
        role="treegrid"
        aria-label={`Log lines, ${order} first`}
        aria-rowcount={lines.length + 1}
        className={styles.scroll}
      >
        <div role="row" aria-rowindex={1} className={cx(shared.row, styles.header)}>
          <div
            role="columnheader"
            style={{ flex: `0 0 ${hasShortTimes ? TIME_WIDTH_PX : DATED_TIME_WIDTH_PX}px` }}
            className={shared.cell}
          >
            Time
          </div>
          {columns.map((column) => (
            <div
              key={column.name}
              role="columnheader"
              style={column.style}
              title={column.name}
              className={columnClass(shared, column)}
            >
              {column.title}
            </div>
          ))}
        </div>
        <div role="presentation" className={styles.rows} style={{ height: virtual.getTotalSize() }}>
          {virtual.getVirtualItems().map(({ index, key, start }) => {
            const line = lines[index];
            const isOpen = line !== undefined && opened.has(line.id);
            return line ? (
              <div
                key={key}
                ref={virtual.measureElement}
                data-index={index}
                role="presentation"
                className={styles.item}
                style={{ transform: `translateY(${start}px)` }}
              >
                <LineRow
                  id={rowId(index)}
                  index={index}
                  line={line}
                  columns={columns}
                  fields={schema.fields}
                  timeField={schema.timeField}
                  timeZone={timeZone}
                  hasShortTimes={hasShortTimes}
                  isOpen={isOpen}
                  isActive={active === index}
                  isFresh={index < freshCount}
                  onToggle={choose}
                />
                {isOpen && (
                  // Keys in it are its own: a stack trace is scrolled by them.
                  // eslint-disable-next-line jsx-a11y/interactive-supports-focus
                  <div role="row" aria-level={2} className={styles.details} onKeyDown={(key) => key.stopPropagation()}>
                    <div role="gridcell" aria-colspan={columns.length + 1}>
                      <LineDetails line={line} schema={schema} timeZone={timeZone} columns={names} actions={actions} />
                    </div>
                  </div>
                )}
              </div>
            ) : null;
          })}
        </div>
      </div>
      <LinesFooter
        found={found}
        order={order}
        aboveCount={above}
        kept={kept}
        onTop={() => virtual.scrollToIndex(0)}
        onOlder={onOlder}
      />
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  all: css({
    display: 'flex',
    flexDirection: 'column',
    flexGrow: 1,
    minHeight: 0,
    containerType: 'inline-size',
    containerName: 'lines',
    // Around the list: rows would hide an outline inside it.
    padding: 2,
    '&:has(> [role="treegrid"]:focus-visible)': {
      outline: `2px solid ${theme.colors.primary.main}`,
      outlineOffset: -2,
    },
  }),
  scroll: css({
    position: 'relative',
    overflow: 'auto',
    flexGrow: 1,
    minHeight: 0,
    scrollbarGutter: 'stable',
    '&:focus-visible': { outline: 'none' },
    '&:focus-visible [data-active="true"]': { boxShadow: `inset 3px 0 ${theme.colors.primary.main}` },
  }),
  header: css({
    position: 'sticky',
    top: 0,
    zIndex: 1,
    background: theme.colors.background.primary,
    color: theme.colors.text.secondary,
    fontWeight: theme.typography.fontWeightMedium,
  }),
  rows: css({ position: 'relative', minWidth: 'min-content' }),
  // As wide as what is in view, however wide the columns are.
  details: css({ position: 'sticky', left: 0, width: 'calc(100cqi - 16px)' }),
  item: css({ position: 'absolute', top: 0, left: 0, minWidth: '100%' }),
});
