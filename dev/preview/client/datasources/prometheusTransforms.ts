import {
  DataFrameType,
  DataTopic,
  FieldType,
  type DataFrame,
  type DataLink,
  type DataQueryRequest,
  type DataQueryResponse,
  type Field,
} from '@grafana/data';
import { getDataSourceSrv } from '@grafana/runtime';
import { groupBy } from 'lodash';

import type { PrometheusOptions, PrometheusQuery } from './prometheus';

function valueField(frame: DataFrame): Field | undefined {
  return frame.fields.find((field) => field.type === FieldType.number);
}

/** Frames of one query as one table: time, a column a label (sorted), value. */
export function toTable(frames: DataFrame[], valueName: string): DataFrame | undefined {
  const first = frames[0];
  if (!first || (frames.length === 1 && first.length === 0)) {
    return first;
  }
  const names: string[] = [];
  for (const frame of frames) {
    names.push(
      ...Object.keys(frame.fields[1]?.labels ?? {})
        .sort()
        .filter((name) => !names.includes(name))
    );
  }
  const rows = frames
    .flatMap((frame) =>
      (frame.fields[0]?.values ?? []).map((time: number, row: number) => ({
        time,
        labels: frame.fields[1]?.labels ?? {},
        value: frame.fields[1]?.values[row] as number,
      }))
    )
    .sort((a, b) => a.time - b.time);
  return {
    refId: first.refId,
    meta: { ...first.meta, preferredVisualisationType: 'rawPrometheus' },
    length: rows.length,
    fields: [
      {
        name: 'Time',
        type: FieldType.time,
        config: { interval: first.fields[0]?.config.interval },
        values: rows.map((row) => row.time),
      },
      ...names.map((name) => ({
        name,
        type: FieldType.string,
        config: { filterable: true },
        values: rows.map((row) => row.labels[name] ?? ''),
      })),
      { name: valueName, type: FieldType.number, config: {}, values: rows.map((row) => row.value) },
    ],
  };
}

function upperBound(frame: DataFrame): number {
  const text = valueField(frame)?.labels?.le ?? '';
  return text === '+Inf' ? Infinity : Number(text);
}

/** Cumulative `le` buckets as one heatmap frame of counts by bucket, lowest bucket first. */
export function toHeatmap(frames: DataFrame[]): DataFrame | undefined {
  const buckets = frames.filter((frame) => frame.length > 0).sort((a, b) => upperBound(a) - upperBound(b));
  const time = buckets[0]?.fields.find((field) => field.type === FieldType.time);
  if (!buckets[0] || !time) {
    return undefined;
  }
  const counts = buckets.map((frame, index): Field => {
    const below = index > 0 ? buckets[index - 1] : undefined;
    const lower = below && valueField(below)?.values;
    const field = valueField(frame);
    const name = field?.labels?.le ?? '';
    const values = (field?.values ?? []).map((count: number, row: number) =>
      Math.max(0, count - ((lower?.[row] as number | undefined) ?? 0))
    );
    return {
      name,
      type: FieldType.number,
      labels: field?.labels,
      config: { ...field?.config, displayNameFromDS: name },
      values: values.map((count: number) => (count < 1e-9 ? 0 : count)),
    };
  });
  return {
    refId: buckets[0].refId,
    meta: { ...buckets[0].meta, type: DataFrameType.HeatmapRows },
    length: time.values.length,
    fields: [time, ...counts],
  };
}

function exemplarLinks(destination: NonNullable<PrometheusOptions['exemplarTraceIdDestinations']>[number]): DataLink[] {
  const target = destination.datasourceUid
    ? getDataSourceSrv().getInstanceSettings(destination.datasourceUid)
    : undefined;
  return [
    ...(target
      ? [
          {
            title: destination.urlDisplayLabel ?? `Query with ${target.name}`,
            url: '',
            internal: {
              query: { query: '${__value.raw}', queryType: 'traceql' },
              datasourceUid: target.uid,
              datasourceName: target.name,
            },
          },
        ]
      : []),
    ...(destination.url
      ? [{ title: destination.urlDisplayLabel ?? `Go to ${destination.url}`, url: destination.url, targetBlank: true }]
      : []),
  ];
}

function toExemplars(frame: DataFrame, options: PrometheusOptions): DataFrame {
  for (const destination of options.exemplarTraceIdDestinations ?? []) {
    const field = frame.fields.find((candidate) => candidate.name === destination.name);
    if (field) {
      field.config = { ...field.config, links: [...(field.config.links ?? []), ...exemplarLinks(destination)] };
    }
  }
  return { ...frame, meta: { ...frame.meta, dataTopic: DataTopic.Annotations } };
}

/** Grafana's last step in the browser: tables and heatmaps where the query asks for them, exemplars as annotations. */
export function transformResponse(
  response: DataQueryResponse,
  request: DataQueryRequest<PrometheusQuery>,
  options: PrometheusOptions
): DataQueryResponse {
  const frames = response.data as DataFrame[];
  const formatOf = (frame: DataFrame) => request.targets.find((target) => target.refId === frame.refId)?.format;
  const isExemplar = (frame: DataFrame): boolean => frame.meta?.custom?.resultType === 'exemplar';
  const plain = frames.filter((frame) => !isExemplar(frame));
  const tables = Object.values(
    groupBy(
      plain.filter((frame) => formatOf(frame) === 'table'),
      'refId'
    )
  );
  const heatmaps = Object.values(
    groupBy(
      plain.filter((frame) => formatOf(frame) === 'heatmap'),
      'refId'
    )
  );
  const series = plain.filter((frame) => !['table', 'heatmap'].includes(formatOf(frame) ?? ''));
  return {
    ...response,
    data: [
      ...series.map((frame) => ({ ...frame, meta: { ...frame.meta, preferredVisualisationType: 'graph' } })),
      ...tables.map((group) => toTable(group, tables.length > 1 ? `Value #${group[0]?.refId}` : 'Value')),
      ...heatmaps.map(toHeatmap),
      ...frames.filter(isExemplar).map((frame) => toExemplars(frame, options)),
    ].filter((frame) => frame !== undefined),
  };
}
