import { dateTimeFormat } from '@grafana/data';
import { type FoundLine } from './foundLines';

const DAY = 'MM-DD';

/** Lines of one day need no date each. */
export function areOfOneDay(lines: readonly FoundLine[], timeZone: string): boolean {
  const dayOf = (line: FoundLine | undefined) => line && dateTimeFormat(line.timeMs, { timeZone, format: DAY });
  return dayOf(lines[0]) === dayOf(lines.at(-1));
}

/** When a line was written, to the millisecond, in the page's time zone. */
export function lineTime(value: unknown, timeZone: string, isShort: boolean): string {
  return typeof value === 'string' || typeof value === 'number'
    ? dateTimeFormat(value, { timeZone, format: isShort ? 'HH:mm:ss.SSS' : `${DAY} HH:mm:ss.SSS` })
    : '–';
}
