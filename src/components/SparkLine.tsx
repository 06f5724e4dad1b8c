import { useTheme2 } from '@grafana/ui';
import { sparkPath } from '../domain/format/sparkPath';

interface Props {
  points: ReadonlyArray<readonly [timeMs: number, value: number]>;
  widthPx?: number;
  heightPx?: number;
}

/** The shape of a series, without numbers: those stand beside it. A plain path, because a table has hundreds. */
export function SparkLine({ points, widthPx = 80, heightPx = 20 }: Props) {
  const theme = useTheme2();
  return (
    <svg width={widthPx} height={heightPx} viewBox={`0 0 ${widthPx} ${heightPx}`} aria-hidden focusable="false">
      <path d={sparkPath(points, widthPx, heightPx)} fill="none" stroke={theme.colors.text.secondary} strokeWidth={1} />
    </svg>
  );
}
