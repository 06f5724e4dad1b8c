import { css, cx } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2, useTheme2 } from '@grafana/ui';
import { memo, useContext } from 'react';
import { type AttachedLine } from '../../../domain/logs/attach';
import { maskSecrets } from '../../../domain/logs/maskSecrets';
import { type TraceAnalysis } from '../../../domain/traces/analysis';
import { formatUs } from '../../../domain/traces/formatUs';
import { HighlightContext, useLineHighlight, useNodeHighlight } from './Highlight';
import { LEVEL_LOOK } from '../../../scenes/logs/levelLook';
import { NAME_PERCENT, percentAt, ROW_HEIGHT_PX, type TimeView } from './shared';

interface Props {
  id: string;
  topPx: number;
  attached: AttachedLine;
  analysis: TraceAnalysis;
  view: TimeView | undefined;
  isActive: boolean;
  isChosen: boolean;
  isOfChosenSpan: boolean;
  onChoose: () => void;
}

/** A line at its time on the axis, and how it was put on its span. */
export const LogRow = memo(function LogRow(props: Props) {
  const { id, topPx, attached, analysis, view, isActive, isChosen, isOfChosenSpan, onChoose } = props;
  const { line, node, basis, offsetUs, byCorrelation } = attached;
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const highlight = useContext(HighlightContext);
  const isLineOn = useLineHighlight(line.id);
  const isNodeOn = useNodeHighlight(node);
  const { word, icon, colour } = LEVEL_LOOK[line.level];
  const hasSpans = analysis.tree.nodes.length > 0;
  const time =
    offsetUs === null
      ? 'no time'
      : hasSpans
        ? formatUs(offsetUs)
        : dateTimeFormat(line.timeMs ?? 0, { format: 'HH:mm:ss.SSS' });
  return (
    // The list takes the keys; see `useListKeys`.
    // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/interactive-supports-focus
    <div
      id={id}
      role="option"
      aria-selected={isChosen}
      data-active={isActive}
      data-on={isLineOn || isNodeOn}
      data-basis={basis}
      className={cx(styles.row, isOfChosenSpan && styles.ofSpan)}
      style={{ transform: `translateY(${topPx}px)` }}
      onClick={onChoose}
      onMouseEnter={() => highlight.set(node, line.id)}
    >
      <div className={styles.name}>
        <span className={styles.level}>
          <Icon key={icon} name={icon} size="sm" style={{ color: colour(theme) }} aria-hidden />{' '}
          {line.levelText || word}
        </span>
        <span className={styles.service}>{line.service}</span>
        <span data-quiet className={styles.basis} title={BASIS_TITLE[basis]}>
          {byCorrelation ? 'correlated' : basis}
        </span>
        <span className={styles.offset}>{time}</span>
      </div>
      <Message attached={attached} view={view} durationUs={analysis.tree.durationUs} colour={colour(theme)} />
    </div>
  );
});

const BASIS_TITLE: Readonly<Record<AttachedLine['basis'], string>> = {
  exact: 'The line names its span',
  inferred: 'The line names no span; this is the deepest one of its service at that time',
  trace: 'The line belongs to the trace, and to no span that could be told',
};

interface MessageProps {
  attached: AttachedLine;
  view: TimeView | undefined;
  durationUs: number;
  colour: string;
}

/** Text to the right of its mark while there is room, else to the left. */
function Message({ attached: { line, offsetUs, isOutside }, view, durationUs, colour }: MessageProps) {
  const styles = useStyles2(getStyles);
  const text = maskSecrets(line.message);
  if (!view || offsetUs === null) {
    return (
      <div className={styles.time}>
        <span className={styles.message} title={text} style={{ left: 8, right: 0 }}>
          {text}
        </span>
      </div>
    );
  }
  const exact = percentAt(view, offsetUs);
  // Written to the millisecond, a line may seem to be a hair after the end.
  const percent = !isOutside && exact > 100 && exact < 101 ? 100 : exact;
  const outside = isOutside
    ? offsetUs < 0
      ? `${formatUs(-offsetUs)} before the trace: `
      : `${formatUs(offsetUs - durationUs)} after the trace: `
    : '';
  const isLeft = percent < 50;
  const place = isLeft
    ? { left: `calc(${Math.max(percent, 0)}% + 10px)`, right: 0 }
    : { right: `calc(${100 - Math.min(percent, 100)}% + 10px)`, left: 0, textAlign: 'right' as const };
  return (
    <div className={styles.time}>
      {percent >= 0 && percent <= 100 ? (
        <span className={styles.dot} style={{ left: `${percent}%`, background: colour }} />
      ) : (
        <Icon
          name={percent < 0 ? 'angle-left' : 'angle-right'}
          className={styles.edge}
          style={percent < 0 ? { left: 0, color: colour } : { right: 0, color: colour }}
          aria-hidden
        />
      )}
      <span className={styles.message} style={place} title={text}>
        {outside && <em>{outside}</em>}
        {text}
      </span>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  row: css({
    position: 'absolute',
    top: 0,
    left: 0,
    right: 0,
    height: ROW_HEIGHT_PX,
    display: 'flex',
    cursor: 'pointer',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    fontSize: theme.typography.bodySmall.fontSize,
    '&:hover, &[data-on="true"]': { background: theme.colors.action.hover },
    '&:hover [data-quiet], &[data-on="true"] [data-quiet], &[aria-selected="true"] [data-quiet]': {
      color: theme.colors.text.primary,
    },
    '&[aria-selected="true"]': { background: theme.colors.action.selected },
    '[role="listbox"]:focus-visible &[data-active="true"]': {
      boxShadow: `inset 0 0 0 2px ${theme.colors.primary.main}`,
    },
  }),
  ofSpan: css({ boxShadow: `inset 3px 0 0 ${theme.colors.primary.main}` }),
  name: css({
    width: `${NAME_PERCENT}%`,
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(1),
    padding: theme.spacing(0, 1),
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  }),
  level: css({ width: 72, flexShrink: 0, overflow: 'hidden', textOverflow: 'ellipsis' }),
  service: css({ flexGrow: 1, overflow: 'hidden', textOverflow: 'ellipsis' }),
  basis: css({ color: theme.colors.text.secondary }),
  offset: css({ minWidth: 60, flexShrink: 0, textAlign: 'right', fontVariantNumeric: 'tabular-nums' }),
  time: css({
    position: 'relative',
    flexGrow: 1,
    overflow: 'hidden',
    borderLeft: `1px solid ${theme.colors.border.weak}`,
  }),
  dot: css({ position: 'absolute', top: 9, width: 8, height: 8, marginLeft: -4, transform: 'rotate(45deg)' }),
  edge: css({ position: 'absolute', top: 4 }),
  message: css({
    position: 'absolute',
    top: 0,
    lineHeight: `${ROW_HEIGHT_PX}px`,
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    whiteSpace: 'nowrap',
  }),
});
