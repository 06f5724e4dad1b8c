import { type CalendarUnit, type CalendarWindow, type FreeformSli, type LevelSli, type Slo } from '../slo/types';
import { type Cursor } from './cursor';
import { daysOf, idOf, titleOf } from './names';
import { indicatorOf } from './openSloIndicator';
import { ratioTarget } from './target';
import { type ImportedObjective } from './types';

const SPEC = [
  'description',
  'service',
  'indicator',
  'indicatorRef',
  'timeWindow',
  'budgetingMethod',
  'objectives',
  'alertPolicies',
];
const OBJECTIVE = ['displayName', 'target', 'targetPercent', 'op', 'value', 'timeSliceTarget', 'timeSliceWindow'];
const UNITS: Readonly<Record<string, CalendarUnit>> = { '1w': 'week', '1M': 'month', '1Q': 'quarter' };

export function isOpenSlo(document: Cursor): boolean {
  return document.keys().includes('apiVersion') && document.get('apiVersion').text() === 'openslo/v1';
}

/** Definitions that objectives of the same file refer to: `SLI/name`, `Service/name`. */
export type Definitions = ReadonlyMap<string, Cursor>;

/** The objectives of an OpenSLO v1 document; other kinds are definitions, or cannot be used and say so. */
export function readOpenSlo(document: Cursor, definitions: Definitions): ImportedObjective[] {
  const kind = document.get('kind').requiredText();
  if (kind === 'AlertPolicy' || kind === 'AlertCondition' || kind === 'AlertNotificationTarget') {
    document.warn(`${kind} is left out: alerts are made from burn rates, and routed by the catalog`);
    return [];
  }
  if (kind !== 'SLO') {
    if (kind !== undefined && !['SLI', 'Service', 'DataSource'].includes(kind)) {
      document.get('kind').error(`there is no kind "${kind}" in openslo/v1`);
    }
    return [];
  }
  const spec = document.get('spec');
  spec.warnUnknown(SPEC);
  if (spec.get('alertPolicies').exists) {
    spec.get('alertPolicies').warn('are left out: alerts are made from burn rates');
  }
  const name = document.get('metadata').get('name').requiredText();
  const serviceName = spec.get('service').requiredText();
  const window = readWindow(spec.get('timeWindow'));
  const objectives = spec.get('objectives').items();
  if (objectives.length === 0) {
    spec.get('objectives').error('must have at least one objective');
  }
  const title = document.get('metadata').get('displayName').text() ?? name;
  const description = spec.get('description').text();
  return objectives.flatMap((objective, index): ImportedObjective[] => {
    const slice = readMethod(spec.get('budgetingMethod'), objective);
    const measured = readObjective(objective, spec, definitions);
    if (!name || !serviceName || !title || !window || !measured || slice === 'unusable') {
      return [];
    }
    const many = objectives.length > 1;
    const part = objective.get('displayName').text() ?? String(index + 1);
    return [
      {
        format: 'openslo/v1',
        line: objective.position.line,
        serviceName: displayNameOf(definitions.get(`Service/${serviceName}`)) ?? serviceName,
        slo: {
          id: idOf(many ? `${name}-${part}` : name),
          title: titleOf(many ? `${title}, ${part}` : title),
          ...(description ? { description } : {}),
          service: idOf(serviceName),
          ...measured,
          ...window,
          ...slice,
        },
      },
    ];
  });
}

function displayNameOf(definition: Cursor | undefined): string | undefined {
  return definition?.get('metadata').get('displayName').text();
}

function readObjective(
  objective: Cursor,
  spec: Cursor,
  definitions: Definitions
): { sli: FreeformSli | LevelSli; targetRatio: number } | undefined {
  if (objective.get('compositeWeight').exists) {
    objective.get('compositeWeight').warn('is left out: every objective stands for itself');
  }
  objective.warnUnknown([...OBJECTIVE, 'indicator', 'indicatorRef', 'compositeWeight']);
  const targetRatio = readTarget(objective);
  const owner = objective.get('indicator').exists || objective.get('indicatorRef').exists ? objective : spec;
  const indicator = readIndicator(owner, definitions);
  const sli = indicator && indicatorOf(indicator, objective);
  return targetRatio === undefined || sli === undefined ? undefined : { sli, targetRatio };
}

function readTarget(objective: Cursor): number | undefined {
  const percent = objective.get('targetPercent');
  if (percent.exists) {
    const value = percent.number();
    if (value !== undefined && (value <= 0 || value >= 100)) {
      percent.error('must be above 0 and below 100 (it is in percent, such as 99.9)');
      return undefined;
    }
    return value === undefined ? undefined : Number((value / 100).toPrecision(12));
  }
  const target = objective.get('target');
  if (!target.exists) {
    target.error('is missing');
    return undefined;
  }
  return ratioTarget(target);
}

function readIndicator(owner: Cursor, definitions: Definitions): Cursor | undefined {
  const inline = owner.get('indicator');
  if (inline.exists) {
    return inline.get('spec');
  }
  const reference = owner.get('indicatorRef');
  const name = reference.text();
  if (name === undefined) {
    owner.error('must have an indicator or an indicatorRef');
    return undefined;
  }
  const definition = definitions.get(`SLI/${name}`);
  if (definition === undefined) {
    reference.error(`there is no SLI "${name}" in this file`);
  }
  return definition?.get('spec');
}

type WindowPart = Pick<Slo, 'windowDays' | 'calendar'>;

function readWindow(timeWindow: Cursor): WindowPart | undefined {
  const windows = timeWindow.items();
  const window = windows[0];
  if (window === undefined) {
    timeWindow.error('must have a window, such as duration: 28d and isRolling: true');
    return undefined;
  }
  windows[1]?.warn('is left out: an objective has one window');
  window.warnUnknown(['duration', 'isRolling', 'calendar']);
  const duration = window.get('duration');
  const text = duration.requiredText();
  const windowDays = text === undefined ? undefined : daysOf(text);
  if (text !== undefined && windowDays === undefined) {
    duration.error('must be whole days, such as 28d, 4w, 1M or 1Q');
  }
  if (windowDays === undefined) {
    return undefined;
  }
  const calendar = window.get('calendar');
  if (!calendar.exists) {
    if (!window.get('isRolling').flag()) {
      window.warn('has no calendar, and is read as rolling');
    }
    return { windowDays };
  }
  return { windowDays, ...readCalendar(calendar, duration, text ?? '') };
}

function readCalendar(calendar: Cursor, duration: Cursor, text: string): { calendar?: CalendarWindow } {
  const unit = UNITS[text === '7d' ? '1w' : text];
  if (unit === undefined) {
    duration.warn('is no week, month or quarter: the window is read as rolling');
    return {};
  }
  if (calendar.get('startTime').exists) {
    calendar.get('startTime').warn('is left out: weeks begin on Monday, months and quarters on their first day');
  }
  return { calendar: { unit, timeZone: calendar.get('timeZone').text() ?? 'UTC' } };
}

/** The slice of a time-slice objective; `unusable` when it cannot be had. */
function readMethod(method: Cursor, objective: Cursor): Pick<Slo, 'timeSlice'> | 'unusable' {
  const text = method.text() ?? 'Occurrences';
  if (text === 'Occurrences') {
    return {};
  }
  if (text === 'RatioTimeslices') {
    method.warn('is a mean of ratios: events are counted instead, which weighs busy times as they are');
    return {};
  }
  if (text !== 'Timeslices') {
    method.error(`there is no budgeting method "${text}"`);
    return 'unusable';
  }
  const window = objective.get('timeSliceWindow').text();
  if (window !== undefined && window !== '5m' && window !== '5') {
    objective.get('timeSliceWindow').warn('becomes five minutes, as all slices here are');
  }
  const target = objective.get('timeSliceTarget');
  if (!target.exists) {
    target.error('is missing: a slice needs a ratio from which on it is good');
    return 'unusable';
  }
  const goodRatio = target.number();
  return goodRatio === undefined ? 'unusable' : { timeSlice: { goodRatio } };
}
