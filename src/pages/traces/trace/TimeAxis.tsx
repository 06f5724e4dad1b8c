import { css } from '@emotion/css';
import { type GrafanaTheme2 } from '@grafana/data';
import { Button, useStyles2 } from '@grafana/ui';
import { axisTicks, formatUs } from '../../../domain/traces/formatUs';
import { NAME_PERCENT, percentAt, type TimeView } from './shared';

interface Props {
  view: TimeView;
  isZoomed: boolean;
  onReset: () => void;
}

const MOST_TICKS = 5;
/** A label further right would be cut off. */
const LAST_LABEL_PERCENT = 94;

/** Time since the start of the trace, for the spans and the log lines below. */
export function TimeAxis({ view, isZoomed, onReset }: Props) {
  const styles = useStyles2(getStyles);
  return (
    <div className={styles.axis}>
      <div className={styles.names}>
        <span>Service and operation</span>
        {isZoomed && (
          <Button size="sm" variant="secondary" fill="outline" icon="search-minus" onClick={onReset}>
            Whole trace
          </Button>
        )}
      </div>
      <div className={styles.times}>
        {axisTicks(view.fromUs, view.toUs, MOST_TICKS)
          .filter((us) => percentAt(view, us) <= LAST_LABEL_PERCENT)
          .map((us) => (
            <span key={us} className={styles.tick} style={{ left: `${percentAt(view, us)}%` }}>
              {formatUs(us)}
            </span>
          ))}
      </div>
    </div>
  );
}

const getStyles = (theme: GrafanaTheme2) => ({
  axis: css({
    display: 'flex',
    overflow: 'hidden',
    scrollbarGutter: 'stable',
    borderBottom: `1px solid ${theme.colors.border.weak}`,
    color: theme.colors.text.secondary,
    fontSize: theme.typography.bodySmall.fontSize,
    height: 32,
    flexShrink: 0,
  }),
  names: css({
    width: `${NAME_PERCENT}%`,
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    padding: theme.spacing(0, 1),
  }),
  times: css({ position: 'relative', flexGrow: 1 }),
  tick: css({
    position: 'absolute',
    top: 0,
    bottom: 0,
    paddingLeft: theme.spacing(0.5),
    lineHeight: '32px',
    borderLeft: `1px solid ${theme.colors.border.weak}`,
    whiteSpace: 'nowrap',
    fontVariantNumeric: 'tabular-nums',
  }),
});
