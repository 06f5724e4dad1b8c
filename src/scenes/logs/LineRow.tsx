import { css, cx } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { memo, type MouseEvent } from 'react';
import { type LogFields } from '../../domain/logs/fields';
import { type FoundLine } from './foundLines';
import { LineCell } from './LineCell';
import { columnClass, DATED_TIME_WIDTH_PX, type LineColumn, lineStyles, TIME_WIDTH_PX } from './lineColumns';
import { lineTime } from './lineTime';

interface Props {
  id: string;
  /** Its place in the whole list, from 0. */
  index: number;
  line: FoundLine;
  columns: readonly LineColumn[];
  fields: LogFields;
  timeField: string;
  timeZone: string;
  hasShortTimes: boolean;
  isOpen: boolean;
  isActive: boolean;
  isFresh: boolean;
  onToggle: (index: number) => void;
}

/** A line in one row, as much of it as there is room for. */
export const LineRow = memo(function LineRow(props: Props) {
  const { id, index, line, columns, fields, timeField, timeZone, hasShortTimes } = props;
  const { isOpen, isActive, isFresh, onToggle } = props;
  const shared = useStyles2(lineStyles);
  const styles = useStyles2(getStyles);
  return (
    // The list takes the keys; see `useListKeys`.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="row"
      aria-level={1}
      // The header is the first row.
      aria-rowindex={index + 2}
      aria-expanded={isOpen}
      className={cx(shared.row, styles.row, isFresh && styles.fresh, isOpen && styles.open)}
      data-active={isActive}
      onClick={(event) => !isElsewhere(event) && onToggle(index)}
    >
      <div
        role="gridcell"
        className={cx(shared.cell, shared.time)}
        style={{ flex: `0 0 ${hasShortTimes ? TIME_WIDTH_PX : DATED_TIME_WIDTH_PX}px` }}
      >
        <Icon key={String(isOpen)} name={isOpen ? 'angle-down' : 'angle-right'} size="sm" aria-hidden />
        {lineTime(line.document[timeField], timeZone, hasShortTimes)}
      </div>
      {columns.map((column) => (
        <div key={column.name} role="gridcell" style={column.style} className={columnClass(shared, column)}>
          <LineCell name={column.name} document={line.document} fields={fields} />
        </div>
      ))}
    </div>
  );
});

/** Links lead away, and who selects text does not press. */
function isElsewhere({ target }: MouseEvent): boolean {
  const isLink = target instanceof Element && target.closest('a, button') !== null;
  return isLink || window.getSelection()?.isCollapsed === false;
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    cursor: 'pointer',
    '&:hover': { background: theme.colors.background.secondary },
    '& svg': { flexShrink: 0 },
  }),
  fresh: css({ background: theme.colors.emphasize(theme.colors.background.primary, 0.06) }),
  open: css({ background: theme.colors.background.secondary }),
});
