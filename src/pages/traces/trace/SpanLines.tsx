import { css } from '@emotion/css';

import { Button, useStyles2, useTheme2 } from '@grafana/ui';
import { type AttachedLine } from '../../../domain/logs/attach';
import { maskSecrets } from '../../../domain/logs/maskSecrets';
import { formatUs } from '../../../domain/traces/formatUs';
import { type TraceChoice } from '../traceChoice';
import { LEVEL_LOOK } from '../../../scenes/logs/levelLook';

const MOST_LINES = 20;

/** What a span logged; each line leads to its place in the list. */
export function SpanLines({
  lines,
  choose,
}: {
  lines: readonly AttachedLine[];
  choose: (change: Partial<TraceChoice>) => void;
}) {
  const styles = useStyles2(getStyles);
  const theme = useTheme2();
  return (
    <ul className={styles.list}>
      {lines.slice(0, MOST_LINES).map(({ line, offsetUs, basis }) => {
        const { icon, colour } = LEVEL_LOOK[line.level];
        return (
          <li key={line.id}>
            <Button
              size="sm"
              variant="secondary"
              fill="text"
              icon={icon}
              className={styles.line}
              style={{ color: colour(theme) }}
              onClick={() => choose({ tab: 'waterfall', line: line.id })}
            >
              {offsetUs === null ? '' : `${formatUs(offsetUs)} `}
              {maskSecrets(line.message)}
              {basis === 'inferred' && ' (inferred)'}
            </Button>
          </li>
        );
      })}
      {lines.length > MOST_LINES && <li>… and {lines.length - MOST_LINES} more in the list.</li>}
    </ul>
  );
}

const getStyles = () => ({
  list: css({ listStyle: 'none' }),
  line: css({
    maxWidth: '100%',
    justifyContent: 'flex-start',
    overflow: 'hidden',
    height: 'auto',
    whiteSpace: 'normal',
    textAlign: 'left',
  }),
});
