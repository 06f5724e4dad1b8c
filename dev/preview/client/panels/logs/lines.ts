import { css } from '@emotion/css';
import { FieldType, type DataFrame, type Field, type LinkModel } from '@grafana/data';
import { config } from '@grafana/runtime';

export interface LogLine {
  id: string;
  timeMs: number;
  level: string;
  body: string;
  fields: Array<{ name: string; value: string; links: LinkModel[] }>;
}

const LEVEL_NAMES = ['level', 'detected_level', 'severity', 'log.level', 'lvl'];
/** Columns that are about the row, not part of what was logged. */
const TECHNICAL = new Set(['_source', 'sort', 'highlight', 'id', '_id', '_index', '_type']);

const LEVELS: ReadonlyArray<readonly [RegExp, string]> = [
  [/^(emerg|fatal|alert|crit|critical)/i, 'critical'],
  [/^(err|eror|error)/i, 'error'],
  [/^warn/i, 'warning'],
  [/^(info|notice|information)/i, 'info'],
  [/^(debug|dbug)/i, 'debug'],
  [/^trace/i, 'trace'],
];

function readLevel(frame: DataFrame, row: number): string {
  const field = frame.fields.find((candidate) => LEVEL_NAMES.includes(candidate.name));
  const text = String(field?.values[row] ?? '');
  return LEVELS.find(([pattern]) => pattern.test(text))?.[1] ?? 'unknown';
}

function textOf(value: unknown): string {
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function details(fields: Field[], row: number): LogLine['fields'] {
  return fields
    .filter((field) => !TECHNICAL.has(field.name) && field.values[row] !== null && field.values[row] !== undefined)
    .map((field) => ({
      name: field.name,
      value: textOf(field.values[row]),
      links: field.getLinks?.({ valueRowIndex: row }) ?? [],
    }));
}

/** Log frames as lines: the first time field, the first text field as the message, the rest as the line's fields. */
export function toLogLines(frames: DataFrame[], oldestFirst: boolean): LogLine[] {
  const lines = frames.flatMap((frame, index) => {
    const time = frame.fields.find((field) => field.type === FieldType.time);
    const body = frame.fields.find((field) => field.type === FieldType.string);
    if (!time || !body) {
      return [];
    }
    const rest = frame.fields.filter((field) => field !== time && field !== body);
    return Array.from({ length: frame.length }, (_, row) => ({
      id: `${index}:${row}`,
      timeMs: time.values[row] as number,
      level: readLevel(frame, row),
      body: textOf(body.values[row] ?? ''),
      fields: details(rest, row),
    }));
  });
  return lines.sort((a, b) => (oldestFirst ? a.timeMs - b.timeMs : b.timeMs - a.timeMs));
}

/** A class whose text colour stands for the level. */
export function levelColor(level: string): string {
  const { visualization, colors } = config.theme2;
  const names: Record<string, string> = {
    critical: 'purple',
    error: 'red',
    warning: 'yellow',
    info: 'green',
    debug: 'blue',
    trace: 'light-blue',
  };
  const name = names[level];
  return css({ color: name ? visualization.getColorByName(name) : colors.text.disabled });
}
