import { cx } from '@emotion/css';
import { useStyles2 } from '@grafana/ui';
import { formatUs } from '../../../domain/traces/formatUs';
import { getRowStyles } from './rowStyles';
import { percentAt, type TimeView } from './shared';

/** Beyond this share the label goes to the left of the bar, or it would be cut off. */
const LAST_PERCENT = 85;
/** Left of a bar that begins there, the label has room. */
const ROOM_PERCENT = 12;

/** A duration beside its bar, on the side where there is room. */
export function DurationLabel({ view, startUs, endUs }: { view: TimeView; startUs: number; endUs: number }) {
  const styles = useStyles2(getRowStyles);
  const [left, right] = [percentAt(view, startUs), percentAt(view, endUs)];
  if (left > 100 || right < 0) {
    return null;
  }
  const isInside = right > LAST_PERCENT && left <= ROOM_PERCENT;
  const place = right <= LAST_PERCENT ? { left: `${right}%` } : { right: isInside ? 0 : `${100 - left}%` };
  return (
    <span className={cx(styles.duration, isInside && styles.inside)} style={place}>
      {formatUs(endUs - startUs)}
    </span>
  );
}
