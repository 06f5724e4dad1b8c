import type { TimeMs } from '../model';
import type { Exemplars } from './exemplars';
import type { Fleet, FleetTarget } from './fleet';
import { END_OF_EXPOSITION, familyHeader, labelText } from './text';

/** What one target answers to a scrape at `tMs`, in OpenMetrics text format. */
export function exposition(fleet: Fleet, target: FleetTarget, tMs: TimeMs, exemplars: Exemplars): string {
  const lines: string[] = [];
  let family: string | undefined;
  for (const series of target.series) {
    const { metric, state } = series;
    if (metric.name !== family) {
      family = metric.name;
      lines.push(familyHeader(metric.name, metric.kind, metric.help));
    }
    fleet.read(series, tMs).forEach((value, sample) => {
      if (!Number.isNaN(value)) {
        const shape = state.samples[sample]!;
        const exemplar = shape.suffix === '_bucket' ? exemplars.text(series, sample) : '';
        lines.push(
          `${metric.name}${shape.suffix}${labelText({ ...state.labels, ...shape.labels })} ${value}${exemplar}\n`
        );
      }
    });
  }
  lines.push(END_OF_EXPOSITION);
  return lines.join('');
}
