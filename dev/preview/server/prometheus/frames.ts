import { encodeFrame, type FrameJson, type FrameMeta } from '../frames';
import { displayName, type Labels } from './legend';
import type { PrometheusQuery } from './model';
import { formatGoDuration } from './interval';

type Sample = [number, string];
interface MatrixSeries {
  metric: Labels;
  values?: Sample[];
}
interface VectorSeries {
  metric: Labels;
  value?: Sample;
}

/** Prometheus' answer to a query; `result` depends on `resultType`. */
export type PrometheusData =
  | { resultType: 'matrix'; result: MatrixSeries[] }
  | { resultType: 'vector'; result: VectorSeries[] }
  | { resultType: 'scalar' | 'string'; result: Sample };

const TYPES: Record<PrometheusData['resultType'], string> = {
  matrix: 'timeseries-multi',
  vector: 'numeric-multi',
  scalar: 'numeric-multi',
  string: 'timeseries-multi',
};

function toNumber(text: string): number {
  return text === '+Inf' ? Infinity : text === '-Inf' ? -Infinity : Number(text);
}

function toMs(seconds: number): number {
  return Math.round(seconds * 1000);
}

/** The members that only a response's first frame carries. */
export function firstFrameMeta(query: PrometheusQuery): Pick<FrameMeta, 'custom' | 'executedQueryString'> {
  return {
    custom: { calculatedMinStep: query.stepMs },
    executedQueryString: `Expr: ${query.expr}\nStep: ${formatGoDuration(query.stepMs)}`,
  };
}

function seriesFrame(query: PrometheusQuery, kind: 'matrix' | 'vector' | 'scalar', labels: Labels, samples: Sample[]) {
  const legend = displayName(query, labels);
  return encodeFrame({
    refId: query.refId,
    meta: { type: TYPES[kind], typeVersion: [0, 1], custom: { resultType: kind } },
    columns: [
      {
        name: 'Time',
        type: 'time',
        typeInfo: { frame: 'time.Time' },
        config: { interval: query.stepMs },
        values: samples.map(([seconds]) => toMs(seconds)),
      },
      {
        name: labels.__name__ ?? 'Value',
        type: 'number',
        typeInfo: { frame: 'float64' },
        labels: sortLabels(labels),
        ...(legend ? { config: { displayNameFromDS: legend } } : {}),
        values: samples.map(([, value]) => toNumber(value)),
      },
    ],
  });
}

function sortLabels(labels: Labels): Labels {
  return Object.fromEntries(Object.entries(labels).sort(([a], [b]) => (a < b ? -1 : 1)));
}

function stringFrame(query: PrometheusQuery, [seconds, text]: Sample): FrameJson {
  return encodeFrame({
    refId: query.refId,
    meta: { type: TYPES.string, typeVersion: [0, 0], custom: { resultType: 'string' } },
    columns: [
      {
        name: 'Time',
        type: 'time',
        typeInfo: { frame: 'time.Time' },
        config: { interval: query.stepMs },
        values: [toMs(seconds)],
      },
      {
        name: 'Value',
        type: 'string',
        typeInfo: { frame: 'string' },
        labels: {},
        config: { displayNameFromDS: displayName(query, {}) },
        values: [text],
      },
    ],
  });
}

/** An answer without series: one frame without fields that still says what was asked. */
export function emptyFrame(query: PrometheusQuery): FrameJson {
  return encodeFrame({ refId: query.refId, meta: { typeVersion: [0, 0], ...firstFrameMeta(query) }, columns: [] });
}

/** Encodes Prometheus' result as Grafana's frames: one frame a series, in Prometheus' order. */
export function encodeResult(query: PrometheusQuery, data: PrometheusData, notices: FrameMeta['notices']): FrameJson[] {
  let frames: FrameJson[];
  switch (data.resultType) {
    case 'matrix':
      frames = data.result.map((series) => seriesFrame(query, 'matrix', series.metric, series.values ?? []));
      break;
    case 'vector':
      frames = data.result.map((series) =>
        seriesFrame(query, 'vector', series.metric, series.value ? [series.value] : [])
      );
      break;
    case 'scalar':
      frames = [seriesFrame(query, 'scalar', {}, [data.result])];
      break;
    case 'string':
      frames = [stringFrame(query, data.result)];
      break;
  }
  if (frames.length === 0) {
    frames = [emptyFrame(query)];
  }
  return frames.map((frame, index) => {
    const first = index === 0 ? firstFrameMeta(query) : undefined;
    const meta: FrameMeta = {
      ...frame.schema.meta,
      ...(first ? { custom: { ...first.custom, ...frame.schema.meta?.custom } } : {}),
      ...(notices?.length ? { notices } : {}),
      ...(first ? { executedQueryString: first.executedQueryString } : {}),
    };
    return { ...frame, schema: { ...frame.schema, meta } };
  });
}
