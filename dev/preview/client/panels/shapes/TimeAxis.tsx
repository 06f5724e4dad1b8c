import { css } from '@emotion/css';
import { dateTimeFormat, type GrafanaTheme2, type TimeRange, type TimeZone } from '@grafana/data';
import { useStyles2 } from '@grafana/ui';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

const STEPS_MS = [
  1_000,
  5_000,
  15_000,
  30_000,
  MINUTE_MS,
  2 * MINUTE_MS,
  5 * MINUTE_MS,
  10 * MINUTE_MS,
  15 * MINUTE_MS,
  30 * MINUTE_MS,
  HOUR_MS,
  2 * HOUR_MS,
  3 * HOUR_MS,
  6 * HOUR_MS,
  12 * HOUR_MS,
  DAY_MS,
  2 * DAY_MS,
  7 * DAY_MS,
  30 * DAY_MS,
];

/** Room that one label needs. */
const LABEL_PX = 70;

export const TIME_AXIS_PX = 20;

/** Round times across the range, as many as the width has room for. */
export function timeTicks(fromMs: number, toMs: number, widthPx: number): { ticks: number[]; stepMs: number } {
  const most = Math.max(1, Math.floor(widthPx / LABEL_PX));
  const stepMs = STEPS_MS.find((step) => (toMs - fromMs) / step <= most) ?? 90 * DAY_MS;
  const ticks: number[] = [];
  for (let tick = Math.ceil(fromMs / stepMs) * stepMs; tick <= toMs; tick += stepMs) {
    ticks.push(tick);
  }
  return { ticks, stepMs };
}

/** A labelled time axis under something that spans the range from left to right. */
export function TimeAxis({ timeRange, timeZone, width }: { timeRange: TimeRange; timeZone: TimeZone; width: number }) {
  const styles = useStyles2(getStyles);
  const fromMs = timeRange.from.valueOf();
  const toMs = timeRange.to.valueOf();
  const { ticks, stepMs } = timeTicks(fromMs, toMs, width);
  const format = stepMs >= DAY_MS ? 'MM/DD' : stepMs >= MINUTE_MS ? 'HH:mm' : 'HH:mm:ss';
  return (
    <div className={styles.axis} style={{ width, height: TIME_AXIS_PX }} aria-hidden>
      {ticks.map((tick) => (
        <span key={tick} className={styles.label} style={{ left: `${((tick - fromMs) / (toMs - fromMs)) * 100}%` }}>
          {dateTimeFormat(tick, { timeZone, format })}
        </span>
      ))}
    </div>
  );
}

function getStyles(theme: GrafanaTheme2) {
  return {
    axis: css({ position: 'relative', borderTop: `1px solid ${theme.colors.border.weak}`, overflow: 'hidden' }),
    label: css({
      position: 'absolute',
      top: 2,
      transform: 'translateX(-50%)',
      fontSize: theme.typography.bodySmall.fontSize,
      color: theme.colors.text.secondary,
      whiteSpace: 'nowrap',
    }),
  };
}
