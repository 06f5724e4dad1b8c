import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2 } from '@grafana/data';
import { Icon, useStyles2 } from '@grafana/ui';
import { goneOf, type Kept, keptFromMs } from '../../domain/logs/retention';

interface Props {
  kept: readonly Kept[];
  /** Begin of the time range, Unix milliseconds. */
  fromMs: number;
  timeZone: string;
}

/** When the time range begins before what is kept: what of it is gone. */
export function GoneNote({ kept, fromMs, timeZone }: Props) {
  const styles = useStyles2(getStyles);
  const nowMs = Date.now();
  const gone = goneOf(kept, fromMs, nowMs);
  const dayOf = (one: Kept) => dateTimeFormat(keptFromMs(one, nowMs), { timeZone, format: 'YYYY-MM-DD' });
  return gone.length > 0 ? (
    <p className={styles.gone} role="status">
      <Icon name="exclamation-triangle" size="sm" aria-hidden /> The time range begins before what is kept. Gone are
      lines of {gone.map((one) => `${one.name} before ${dayOf(one)} (${one.days} days)`).join(', ')}.
    </p>
  ) : null;
}

const getStyles = (theme: GrafanaTheme2) => ({
  gone: css({
    margin: 0,
    padding: theme.spacing(0, 1, 0.5),
    color: theme.colors.warning.text,
    fontSize: theme.typography.bodySmall.fontSize,
  }),
});
