import { type DataFrame, type Field, FieldType } from '@grafana/data';
import { map, type Observable } from 'rxjs';
import { MISSING_VALUE, parseHistogram, parseTable } from '../../datasources/elasticsearch';
import { type LogLevel, readLevel } from '../../domain/logs/logLevel';
import { groupFields, groupsSpec, type LogQuestion, timelineSpec } from './logSpecs';
import { fieldTitle } from './fieldTitles';

type Operator = () => (source: Observable<DataFrame[]>) => Observable<DataFrame[]>;

/** Lines are counted exactly, and numbers leave their room to the names. */
const NARROW = { width: 80 };
const NAME = { minWidth: 80 };
const COUNT = { unit: 'locale', decimals: 0, custom: NARROW };

const operator =
  (change: (frames: DataFrame[]) => DataFrame[]): Operator =>
  () =>
  (source) =>
    source.pipe(map(change));

/** One series for each group, named by it. */
export function timelineFrames(frames: readonly DataFrame[], question: LogQuestion): DataFrame[] {
  const spec = timelineSpec(question, '', {});
  const named = parseHistogram(frames, spec).map(({ group, points }) => ({
    name: Object.values(group).join(' ') || 'lines',
    points,
  }));
  return (question.query.by?.join() === 'level' ? sameLevels(named) : named).map(({ name, points }) => {
    return {
      name,
      refId: 'A',
      length: points.length,
      fields: [
        { name: 'Time', type: FieldType.time, config: {}, values: points.map(([timeMs]) => timeMs) },
        {
          name: 'Lines',
          type: FieldType.number,
          config: { displayNameFromDS: name },
          values: points.map(([, value]) => value ?? 0),
        },
      ],
    };
  });
}

interface Named {
  name: string;
  points: ReadonlyArray<readonly [timeMs: number, value: number | null]>;
}

const LEVEL_RANKS: readonly LogLevel[] = ['error', 'warning', 'info', 'debug', 'unknown'];

/** Levels that differ in their capitals only are one: systems write them differently. */
function sameLevels(series: readonly Named[]): Named[] {
  const joined = new Map<string, Map<number, number>>();
  for (const { name, points } of series) {
    const level = name === MISSING_VALUE ? name : name.toUpperCase();
    const counts = joined.get(level) ?? new Map<number, number>();
    points.forEach(([timeMs, value]) => counts.set(timeMs, (counts.get(timeMs) ?? 0) + (value ?? 0)));
    joined.set(level, counts);
  }
  // The gravest first: it stands at the bottom of the bars, where its changes can be seen.
  const rankOf = (level: string) => LEVEL_RANKS.indexOf(readLevel(level));
  return [...joined]
    .sort(([a], [b]) => rankOf(a) - rankOf(b) || a.localeCompare(b))
    .map(([name, counts]) => ({ name, points: [...counts].sort(([a], [b]) => a - b) }));
}

/** One row for each group: its lines, those of the part, and the part's share; the largest part first. */
export function groupFrame(frames: readonly DataFrame[], question: LogQuestion): DataFrame {
  const spec = groupsSpec(question, '', {});
  const { part, by = [] } = question.query;
  const fields = groupFields(question);
  const rowsOf = (refId: string) =>
    parseTable(
      frames.filter((frame) => (frame.refId ?? 'A') === refId),
      spec
    );
  const keyOf = (group: Readonly<Record<string, string>>) => JSON.stringify(fields.map((field) => group[field] ?? ''));
  const parts = new Map(rowsOf('B').map(({ group, values }) => [keyOf(group), values.count ?? 0]));
  const rows = rowsOf('A')
    .map(({ group, values }) => ({ group, all: values.count ?? 0, part: parts.get(keyOf(group)) ?? 0 }))
    .sort((a, b) => b.part - a.part || b.all - a.all);
  const column = (name: string, values: unknown[], config: Field['config'] = {}): Field => ({
    name,
    type: typeof values[0] === 'string' ? FieldType.string : FieldType.number,
    config,
    values,
  });
  return {
    name: 'groups',
    refId: 'A',
    length: rows.length,
    fields: [
      ...fields.map((field, index) =>
        column(
          fieldTitle(by[index] ?? field),
          rows.map(({ group }) => group[field] ?? ''),
          { custom: NAME }
        )
      ),
      column(
        'Lines',
        rows.map(({ all }) => all),
        COUNT
      ),
      ...(part
        ? [
            column(
              part.title,
              rows.map((row) => row.part),
              COUNT
            ),
            column(
              'Share',
              rows.map((row) => (row.all > 0 ? row.part / row.all : null)),
              { unit: 'percentunit', custom: NARROW }
            ),
          ]
        : []),
    ],
  };
}

/** What turns the data source's answer into what a panel draws. */
export const timelineOperator = (question: LogQuestion) => operator((frames) => timelineFrames(frames, question));
export const groupOperator = (question: LogQuestion) => operator((frames) => [groupFrame(frames, question)]);
