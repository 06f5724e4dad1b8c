import { type PathAnalysis, type TraceAnalysis } from '../../../domain/traces/analysis';
import { type TraceChoice } from '../traceChoice';
import { type ServiceColours } from './serviceColours';

/** What every pane of a trace is drawn from. */
export interface PaneProps {
  analysis: TraceAnalysis;
  paths: PathAnalysis;
  colours: ServiceColours;
  choice: TraceChoice;
  choose: (change: Partial<TraceChoice>) => void;
}

/** The part of the time that is drawn, microseconds since the trace's start. */
export interface TimeView {
  fromUs: number;
  toUs: number;
}

/** The view that is chosen; at least a microsecond wide. */
export function viewOf({ zoom }: TraceChoice, durationUs: number): TimeView {
  const [fromUs, toUs] = zoom ?? [0, durationUs];
  return { fromUs, toUs: Math.max(toUs, fromUs + 1) };
}

/** Where a time lies in a view, percent; outside of 0 to 100 when it is outside of it. */
export function percentAt({ fromUs, toUs }: TimeView, us: number): number {
  return ((us - fromUs) / (toUs - fromUs)) * 100;
}

/** A stretch as `left` and `width`, cut to the view; undefined when nothing of it is in there. */
export function stretchIn(view: TimeView, fromUs: number, toUs: number): { left: string; width: string } | undefined {
  const left = Math.max(0, percentAt(view, fromUs));
  const right = Math.min(100, percentAt(view, toUs));
  return right < left || left > 100 || right < 0 ? undefined : { left: `${left}%`, width: `${right - left}%` };
}

/** Stretches nearer to each other than this share of the view cannot be told apart. */
const NEAREST_PERCENT = 0.2;

/** Stretches in order of time, those that touch or nearly do joined, so that a row never has thousands of them. */
export function joined(view: TimeView, stretches: ReadonlyArray<readonly [fromUs: number, toUs: number]>) {
  const nearestUs = ((view.toUs - view.fromUs) * NEAREST_PERCENT) / 100;
  const result: Array<[fromUs: number, toUs: number]> = [];
  for (const [fromUs, toUs] of stretches) {
    const last = result.at(-1);
    if (last && fromUs - last[1] < nearestUs) {
      last[1] = Math.max(last[1], toUs);
    } else if (toUs >= view.fromUs && fromUs <= view.toUs) {
      result.push([fromUs, toUs]);
    }
  }
  return result;
}

/** Share of the width that names take; time takes the rest. The same everywhere, so that one axis serves all. */
export const NAME_PERCENT = 38;
export const ROW_HEIGHT_PX = 26;
