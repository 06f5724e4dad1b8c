import { arrayToDataFrame, type DataFrame, DataTopic, FieldType, type GrafanaTheme2 } from '@grafana/data';
import { type Changes, type Happening } from '../../domain/changes/types';
import { alertWords, deployWords } from '../../domain/changes/words';
import { mergeAlerts, type MarkRow } from './mergeAlerts';

/** The column that holds what a mark is about. */
const SUBJECT = 'subject';
const SEVERE = 'red';
const MILD = 'dark-orange';

interface Row extends MarkRow {
  [SUBJECT]: Happening;
}

/**
 * What happened, as Grafana's graphs draw it: deploys and marks as lines, firing alerts as areas.
 * @param range what lies beyond is not drawn.
 */
export function changesFrame(
  { deploys, alerts, marks }: Changes,
  range: { fromMs: number; toMs: number },
  theme: GrafanaTheme2
): DataFrame {
  const colour = (name: string) => theme.visualization.getColorByName(name);
  const rows: Row[] = [
    ...deploys.map((deploy) => ({
      ...moment(deploy.timeMs),
      title: deploy.isRollback ? 'Rollback' : 'Deploy',
      text: deployWords(deploy),
      tags: ['deploy', deploy.system],
      color: colour('blue'),
      [SUBJECT]: deploy,
    })),
    ...marks.map((mark) => ({
      ...moment(mark.timeMs, mark.endMs),
      title: 'Mark',
      text: mark.text,
      tags: [...mark.tags],
      color: colour('purple'),
      [SUBJECT]: mark,
    })),
    ...alerts.map((alert) => ({
      ...moment(alert.beganMs ?? range.fromMs, alert.endedMs ?? range.toMs),
      title: 'Alert fired',
      text: `${alertWords(alert)}${alert.endedMs === undefined ? ', still firing' : ''}`,
      tags: ['alert', ...(alert.severity === '' ? [] : [alert.severity])],
      color: colour(alert.severity === 'critical' || alert.severity === 'high' ? SEVERE : MILD),
      [SUBJECT]: alert,
    })),
  ];
  return asAnnotations(rows.sort((a, b) => a.time - b.time));
}

function moment(timeMs: number, endMs = timeMs) {
  return { time: timeMs, timeEnd: endMs, isRegion: endMs > timeMs };
}

function asAnnotations(rows: readonly Row[]): DataFrame {
  const frame = arrayToDataFrame([...rows]);
  for (const field of frame.fields) {
    if (field.name === 'time' || field.name === 'timeEnd') {
      field.type = FieldType.time;
    }
    if (field.name === SUBJECT || field.name === 'tags') {
      field.type = FieldType.other;
    }
  }
  return { ...frame, name: 'changes', meta: { dataTopic: DataTopic.Annotations } };
}

/** The frame with only the marks that `isWanted`, alerts of the same time as one; other frames stay as they are. */
export function onlyMarks(
  frame: DataFrame,
  isWanted: (happening: Happening) => boolean,
  theme: GrafanaTheme2
): DataFrame {
  const subjects = frame.fields.find(({ name }) => name === SUBJECT)?.values as Happening[] | undefined;
  if (!subjects) {
    return frame;
  }
  const wanted = subjects.flatMap((subject, index) => (isWanted(subject) ? [rowOf(frame, index)] : []));
  const worst = theme.visualization.getColorByName(SEVERE);
  const kept = mergeAlerts(
    wanted,
    (row) => row[SUBJECT].kind === 'alert',
    (color, than) => color === worst && than !== worst
  );
  const fields = frame.fields
    .filter(({ name }) => name !== SUBJECT)
    .map((field) => ({ ...field, values: kept.map((row): unknown => row[field.name as keyof Row]) }));
  return { ...frame, fields, length: kept.length };
}

function rowOf(frame: DataFrame, index: number): Row {
  return Object.fromEntries(frame.fields.map(({ name, values }) => [name, values[index]])) as unknown as Row;
}
