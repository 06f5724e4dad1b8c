import {
  fieldNamed,
  fieldOfType,
  type Frame,
  type FrameField,
  numberAt,
  stringAt,
  timeMsAt,
} from '../../domain/frames';
import { type Exemplar, type Labels, type Point, type Sample, type Series } from '../../domain/metrics/types';

/** Labels of exemplars that carry a trace id, by how common they are. */
export const TRACE_ID_LABELS: readonly string[] = ['trace_id', 'traceID', 'traceId', 'TraceId'];

/**
 * Series of a range query. A frame may hold one series or several columns of them. NaN (0/0) and ±Infinity are kept:
 * they are not the same as no sample, which simply is no point.
 */
export function parseSeries(frames: readonly Frame[]): Series[] {
  return frames.filter((frame) => !isExemplarFrame(frame)).flatMap(seriesOfFrame);
}

/** The samples of an instant query, one per series. */
export function parseSamples(frames: readonly Frame[]): Sample[] {
  return parseSeries(frames).flatMap(({ labels, points }) => {
    const last = points.at(-1);
    return last ? [{ labels, timeMs: last[0], value: last[1] }] : [];
  });
}

/** The exemplars of a query that asked for them, oldest first. */
export function parseExemplars(frames: readonly Frame[], traceIdLabels = TRACE_ID_LABELS): Exemplar[] {
  return frames
    .filter(isExemplarFrame)
    .flatMap((frame) => exemplarsOfFrame(frame, traceIdLabels))
    .sort((a, b) => a.timeMs - b.timeMs);
}

function isExemplarFrame(frame: Frame): boolean {
  return frame.meta?.custom?.resultType === 'exemplar' || frame.name === 'exemplar';
}

function seriesOfFrame(frame: Frame): Series[] {
  const time = fieldOfType(frame, 'time');
  if (!time) {
    return [];
  }
  return frame.fields
    .filter(({ type }) => type === 'number')
    .map((field) => ({ labels: field.labels ?? {}, name: seriesName(field), points: pointsOf(time, field) }));
}

function seriesName({ config, labels, name }: FrameField): string {
  return config?.displayNameFromDS ?? labels?.__name__ ?? name;
}

function pointsOf(time: FrameField, field: FrameField): Point[] {
  const points: Point[] = [];
  for (let row = 0; row < time.values.length; row++) {
    const timeMs = timeMsAt(time, row);
    const value = numberAt(field, row);
    if (timeMs !== null && value !== null) {
      points.push([timeMs, value]);
    }
  }
  return points;
}

function exemplarsOfFrame(frame: Frame, traceIdLabels: readonly string[]): Exemplar[] {
  const time = fieldNamed(frame, 'Time');
  const value = fieldNamed(frame, 'Value');
  const labelFields = frame.fields.filter((field) => field !== time && field !== value);
  const exemplars: Exemplar[] = [];
  for (let row = 0; row < frame.length; row++) {
    const timeMs = timeMsAt(time, row);
    const measured = numberAt(value, row);
    if (timeMs !== null && measured !== null) {
      const labels = labelsOfRow(labelFields, row);
      const traceId = traceIdLabels.map((label) => labels[label]).find((id) => id !== undefined && id !== '');
      exemplars.push({ timeMs, value: measured, labels, traceId });
    }
  }
  return exemplars;
}

function labelsOfRow(fields: readonly FrameField[], row: number): Labels {
  return Object.fromEntries(fields.map((field) => [field.name, stringAt(field, row) ?? '']));
}
