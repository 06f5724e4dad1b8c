import { formatDuration } from '../format/format';
import { type AlertPeriod, type Change, type Deploy } from './types';

/** `payment-service 3.1.4 → 3.2.0`. */
export function deployWords({ service, from, to, isRollback }: Deploy): string {
  return `${service} ${from} → ${to}${isRollback ? ' (back to an earlier version)' : ''}`;
}

/** Name of an alert with what it is about. */
export function alertWords({ name, service, component }: AlertPeriod): string {
  const about = service || component;
  return about === '' ? name : `${name} of ${about}`;
}

/** One line for a change. */
export function changeWords(change: Change): string {
  switch (change.what) {
    case 'deploy':
      return deployWords(change.deploy);
    case 'alert-began':
      return `${alertWords(change.alert)} began to fire`;
    case 'alert-ended': {
      const { beganMs, endedMs } = change.alert;
      const lasted =
        beganMs === undefined || endedMs === undefined ? '' : ` after ${formatDuration(endedMs - beganMs)}`;
      return `${alertWords(change.alert)} ended${lasted}`;
    }
    case 'mark':
      return change.mark.text;
  }
}
