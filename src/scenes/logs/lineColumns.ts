import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { fieldTitle } from './fieldTitles';

export const LINE_ROW_HEIGHT_PX = 28;

/** Widths of columns that are always as wide, pixels. The others share what is left. */
const WIDTHS: Readonly<Record<string, number>> = {
  level: 88,
  service: 124,
  durationMs: 72,
  traceId: 72,
  correlationId: 104,
};
const OTHER_WIDTH_PX = 140;
const OTHER_MIN_PX = 76;
const MESSAGE_MIN_PX = 150;
/** What gives way where there is no room, unless the reader has chosen it. */
const GIVES_WAY = new Set(['durationMs', 'correlationId']);

/** How a column of log lines lies in its row. */
export interface LineColumn {
  name: string;
  title: string;
  isNumber: boolean;
  givesWay: boolean;
  style: { flex: string; minWidth?: number };
}

/** @param isChosen the reader has named these columns. */
export function lineColumns(names: readonly string[], isChosen: boolean): LineColumn[] {
  return names.map((name) => ({
    name,
    title: fieldTitle(name),
    isNumber: name === 'durationMs',
    givesWay: !isChosen && GIVES_WAY.has(name),
    style:
      name === 'message'
        ? { flex: `1 1 ${MESSAGE_MIN_PX}px`, minWidth: MESSAGE_MIN_PX }
        : name in WIDTHS
          ? { flex: `0 0 ${WIDTHS[name]}px` }
          : { flex: `0 1 ${OTHER_WIDTH_PX}px`, minWidth: OTHER_MIN_PX },
  }));
}

/** Looks that the header and the rows share. */
export const lineStyles = (theme: GrafanaTheme2) => ({
  row: css({
    display: 'flex',
    alignItems: 'center',
    height: LINE_ROW_HEIGHT_PX,
    minWidth: 'min-content',
    gap: theme.spacing(1.5),
    padding: theme.spacing(0, 1),
    background: theme.colors.background.primary,
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
  cell: css({
    // What is in a cell says nothing about its width: columns lie below each other.
    contain: 'inline-size',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
    '& a': { overflow: 'hidden', textOverflow: 'ellipsis', maxWidth: '100%' },
  }),
  number: css({ textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
  givesWay: css({ '@container lines (max-width: 720px)': { display: 'none' } }),
  // Its shape and colour are left.
  isLevel: css({ '@container lines (max-width: 720px)': { maxWidth: 16, fontSize: 0 } }),
  // In view, however many columns there are.
  isTrace: css({ position: 'sticky', right: 0, background: 'inherit' }),
  time: css({ fontVariantNumeric: 'tabular-nums' }),
});

export const TIME_WIDTH_PX = 100;
export const DATED_TIME_WIDTH_PX = 136;

/** The class of a cell of a column, in the header and in the rows. */
export function columnClass(styles: ReturnType<typeof lineStyles>, { name, isNumber, givesWay }: LineColumn): string {
  return cx(
    styles.cell,
    isNumber && styles.number,
    givesWay && styles.givesWay,
    name === 'level' && styles.isLevel,
    name === 'traceId' && styles.isTrace
  );
}
