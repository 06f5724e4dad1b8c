import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { NAME_PERCENT, ROW_HEIGHT_PX } from './shared';

/** The look of a row of the waterfall, of spans and of groups alike. */
export const getRowStyles = (theme: GrafanaTheme2) => ({
  row: css({
    position: 'absolute',
    left: 0,
    right: 0,
    top: 0,
    height: ROW_HEIGHT_PX,
    display: 'flex',
    cursor: 'pointer',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    fontSize: theme.typography.bodySmall.fontSize,
    '&:hover, &[data-on="true"]': { background: theme.colors.action.hover },
    // On a lighter ground quiet text could not be read.
    '&:hover [data-quiet], &[data-on="true"] [data-quiet], &[aria-selected="true"] [data-quiet]': {
      color: theme.colors.text.primary,
    },
    '&[aria-selected="true"]': { background: theme.colors.action.selected },
    '[role="tree"]:focus-visible &[data-active="true"]': { boxShadow: `inset 0 0 0 2px ${theme.colors.primary.main}` },
  }),
  dimmed: css({ opacity: 0.55 }),
  name: css({
    width: `${NAME_PERCENT}%`,
    flexShrink: 0,
    display: 'flex',
    alignItems: 'center',
    gap: theme.spacing(0.5),
    paddingRight: theme.spacing(0.5),
    overflow: 'hidden',
    whiteSpace: 'nowrap',
  }),
  fold: css({
    width: 16,
    flexShrink: 0,
    color: theme.colors.text.secondary,
    display: 'inline-flex',
    justifyContent: 'center',
  }),
  service: css({
    flexShrink: 0,
    maxWidth: '45%',
    overflow: 'hidden',
    textOverflow: 'ellipsis',
    paddingLeft: theme.spacing(0.75),
    borderLeft: '4px solid',
    fontWeight: theme.typography.fontWeightMedium,
  }),
  operation: css({ overflow: 'hidden', textOverflow: 'ellipsis', color: theme.colors.text.secondary }),
  error: css({ color: theme.colors.error.text, flexShrink: 0 }),
  time: css({
    position: 'relative',
    flexGrow: 1,
    overflow: 'hidden',
    borderLeft: `1px solid ${theme.colors.border.weak}`,
  }),
  bar: css({ position: 'absolute', top: 6, height: 12, minWidth: 2, borderRadius: 2, opacity: 0.35 }),
  own: css({ position: 'absolute', top: 6, height: 12, minWidth: 1 }),
  path: css({ position: 'absolute', top: 19, height: 3, minWidth: 1, background: theme.colors.text.maxContrast }),
  wait: css({
    position: 'absolute',
    top: 19,
    height: 3,
    minWidth: 1,
    backgroundImage: `repeating-linear-gradient(90deg, ${theme.colors.text.maxContrast} 0 3px, transparent 3px 6px)`,
  }),
  inside: css({
    // On the bar itself: framed, so that it does not look like the bar's end.
    lineHeight: '16px',
    marginRight: 4,
    background: theme.colors.background.primary,
    border: `1px solid ${theme.colors.border.medium}`,
    borderRadius: theme.shape.radius.default,
  }),
  duration: css({
    position: 'absolute',
    top: 3,
    padding: theme.spacing(0, 1),
    color: theme.colors.text.primary,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
    pointerEvents: 'none',
  }),
});

/** Deeper than that is not told by indenting any more. */
const DEEPEST_INDENT = 14;
const INDENT_PX = 12;

/** How far a name is moved to the right. */
export function indentPx(depth: number): number {
  return 4 + Math.min(depth, DEEPEST_INDENT) * INDENT_PX;
}
