import { dateTimeFormat } from '@grafana/data';
import { formatDuration } from '../domain/format/format';

interface Props {
  /** Unix milliseconds; nothing is drawn without. */
  atMs: number | null | undefined;
  nowMs: number;
  className?: string;
}

/** How long ago something began; the moment itself, in the viewer's time zone, on hover. */
export function Since({ atMs, nowMs, className }: Props) {
  if (atMs === null || atMs === undefined) {
    return null;
  }
  return (
    <time dateTime={new Date(atMs).toISOString()} title={dateTimeFormat(atMs)} className={className}>
      {formatDuration(nowMs - atMs)}
    </time>
  );
}
