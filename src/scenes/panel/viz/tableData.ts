import { type DataFrame, FieldColorModeId, type Field, FieldType, type ThresholdsConfig } from '@grafana/data';
import { config } from '@grafana/runtime';
import { TableCellDisplayMode } from '@grafana/schema';
import { map, type Observable } from 'rxjs';
import { type ResolvedQuery } from '../panelQueries';
import { thresholdSteps } from '../thresholds';
import { labelTitle } from './labelTitle';
import { upOrDown } from './look';

interface Row {
  labels: readonly string[];
  values: Map<string, number>;
}

/**
 * One row for each combination of labels, with the newest value of every query beside it, the largest of the first query
 * on top. Done here and not by Grafana's transformations, because those lose which query a value came from.
 */
export function tableFrame(frames: readonly DataFrame[], queries: readonly ResolvedQuery[]): DataFrame {
  const labelNames = [...new Set(queries.flatMap(({ query }) => query.by ?? []))];
  const rows = sorted(collectRows(frames, labelNames), queries[0]);
  const labelFields = labelNames.map((name, index): Field => ({
    name,
    type: FieldType.string,
    config: { displayName: labelTitle(name), custom: { minWidth: 96 } },
    values: rows.map(({ labels }) => labels[index] ?? ''),
  }));
  return {
    name: 'table',
    refId: queries[0]?.refId ?? 'A',
    fields: [...labelFields, ...queries.map((query) => valueField(query, rows))],
    length: rows.length,
  };
}

function collectRows(frames: readonly DataFrame[], labelNames: readonly string[]): Row[] {
  const rows = new Map<string, Row>();
  for (const frame of frames) {
    const field = frame.fields.find(({ type }) => type === FieldType.number);
    const value: unknown = field?.values.at(-1);
    if (!field || typeof value !== 'number' || !Number.isFinite(value)) {
      continue;
    }
    const labels = labelNames.map((name) => field.labels?.[name] ?? '');
    const key = JSON.stringify(labels);
    const row = rows.get(key) ?? { labels, values: new Map<string, number>() };
    row.values.set(frame.refId ?? 'A', value);
    rows.set(key, row);
  }
  return [...rows.values()];
}

function sorted(rows: Row[], first: ResolvedQuery | undefined): Row[] {
  if (!first) {
    return rows;
  }
  const sign = first.signal.direction === 'higher-is-better' ? 1 : -1;
  const rank = (row: Row) => row.values.get(first.refId);
  // Rows without a value go last, whichever way the rest is sorted.
  return rows.sort((a, b) => {
    const [x, y] = [rank(a), rank(b)];
    return x === undefined || y === undefined ? Number(x === undefined) - Number(y === undefined) : sign * (x - y);
  });
}

/**
 * Colours of the palette are made for areas: as text on white they cannot be read. What is well needs none, and the theme
 * has a colour for words about trouble.
 */
function readable({ mode, steps }: ThresholdsConfig): ThresholdsConfig {
  const { text, warning, error } = config.theme2.colors;
  const words: Readonly<Record<string, string>> = {
    green: text.primary,
    'dark-orange': warning.text,
    red: error.text,
  };
  return { mode, steps: steps.map((step) => ({ ...step, color: words[step.color] ?? step.color })) };
}

/** Numbers leave the room to the names; a table of six columns has to fit half a row. */
const COMPACT = { width: 86, wrapHeaderText: true };

function valueField({ refId, signal }: ResolvedQuery, rows: readonly Row[]): Field {
  const bounded = signal.thresholds !== undefined && signal.direction !== 'neutral';
  return {
    name: refId,
    type: FieldType.number,
    config: {
      displayName: signal.title,
      unit: signal.unit,
      thresholds: readable(thresholdSteps(signal.thresholds ?? {}, signal.direction)),
      color: { mode: FieldColorModeId.Thresholds },
      mappings: upOrDown(signal),
      custom: {
        ...COMPACT,
        cellOptions: { type: bounded ? TableCellDisplayMode.ColorText : TableCellDisplayMode.Auto },
      },
    },
    values: rows.map(({ values }) => values.get(refId) ?? null),
  };
}

/** The same, as Scenes' data transformer wants it. */
export function tableOperator(queries: readonly ResolvedQuery[]) {
  return () => (source: Observable<DataFrame[]>) => source.pipe(map((frames) => [tableFrame(frames, queries)]));
}
