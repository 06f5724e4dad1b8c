import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { useStyles2, useTheme2 } from '@grafana/ui';
import { useContext } from 'react';
import { type AttachedLine } from '../../../domain/logs/attach';
import { maskSecrets } from '../../../domain/logs/maskSecrets';
import { type TraceChoice } from '../traceChoice';
import { HighlightContext } from './Highlight';
import { LEVEL_LOOK, LEVELS } from '../../../scenes/logs/levelLook';
import { percentAt, type TimeView } from './shared';

interface Props {
  lines: readonly AttachedLine[];
  view: TimeView;
  node: number;
  choose: (change: Partial<TraceChoice>) => void;
}

/** Marks nearer to each other than this share of the width are drawn as one. */
const NEAREST_PERCENT = 0.8;

/** What was logged in a span, as marks on its row; each leads to its line. */
export function LineMarks({ lines, view, node, choose }: Props) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  const highlight = useContext(HighlightContext);
  return marksOf(lines, view).map(({ percent, members }) => {
    const [first] = members;
    const loudest = LEVELS.find((level) => members.some(({ line }) => line.level === level)) ?? 'unknown';
    const title = members
      .map(({ line }) => maskSecrets(line.message))
      .slice(0, 5)
      .join('\n');
    return first ? (
      // For the mouse only: the list of lines has the same for the keyboard.
      // eslint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-static-element-interactions
      <span
        key={first.line.id}
        className={styles.mark}
        style={{ left: `${percent}%`, background: LEVEL_LOOK[loudest].colour(theme) }}
        title={members.length > 5 ? `${title}\n… and ${members.length - 5} more` : title}
        data-log-mark={loudest}
        onMouseEnter={() => highlight.set(node, first.line.id)}
        onMouseLeave={() => highlight.set(node)}
        onClick={(event) => {
          event.stopPropagation();
          choose({ line: first.line.id });
        }}
      />
    ) : null;
  });
}

/** Lines are in order of time, so that neighbours are near each other. Those out of view have no mark. */
function marksOf(lines: readonly AttachedLine[], view: TimeView): Array<{ percent: number; members: AttachedLine[] }> {
  const marks: Array<{ percent: number; members: AttachedLine[] }> = [];
  for (const line of lines) {
    const percent = line.offsetUs === null ? NaN : percentAt(view, line.offsetUs);
    const last = marks.at(-1);
    if (last && percent - last.percent < NEAREST_PERCENT) {
      last.members.push(line);
    } else if (percent >= 0 && percent <= 100) {
      marks.push({ percent, members: [line] });
    }
  }
  return marks;
}

const getStyles = (theme: GrafanaTheme2) => ({
  mark: css({
    position: 'absolute',
    top: 8,
    width: 9,
    height: 9,
    marginLeft: -4,
    transform: 'rotate(45deg)',
    border: `1px solid ${theme.colors.background.primary}`,
    cursor: 'pointer',
    '&:hover': { outline: `2px solid ${theme.colors.text.maxContrast}` },
  }),
});
