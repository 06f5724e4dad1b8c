import { type CalendarUnit, type FreeformSli, type LevelSli, type Slo } from '../slo/types';
import { type Cursor } from './cursor';
import { daysOf, idOf, titleOf } from './names';
import { countedRatio, levelOf } from './openSloIndicator';
import { ratioTarget } from './target';
import { type ImportedObjective } from './types';

const UNIT_LETTERS: Readonly<Record<string, string>> = {
  hour: 'h',
  day: 'd',
  week: 'w',
  month: 'M',
  quarter: 'Q',
  year: 'Y',
};
const CALENDARS: Readonly<Record<string, CalendarUnit>> = { week: 'week', month: 'month', quarter: 'quarter' };

export function isOpenSloAlpha(document: Cursor): boolean {
  return document.keys().includes('apiVersion') && document.get('apiVersion').text() === 'openslo/v1alpha';
}

/** The objectives of an OpenSLO v1alpha document. */
export function readOpenSloAlpha(document: Cursor): ImportedObjective[] {
  if (document.get('kind').requiredText() !== 'SLO') {
    return [];
  }
  const spec = document.get('spec');
  spec.warnUnknown(['description', 'service', 'indicator', 'timeWindows', 'budgetingMethod', 'objectives']);
  const name = document.get('metadata').get('name').requiredText();
  const serviceName = spec.get('service').requiredText();
  const window = readWindow(spec.get('timeWindows'));
  const objectives = spec.get('objectives').items();
  const title = document.get('metadata').get('displayName').text() ?? name;
  const description = spec.get('description').text();
  return objectives.flatMap((objective, index): ImportedObjective[] => {
    objective.warnUnknown(['displayName', 'target', 'op', 'value', 'ratioMetrics', 'timeSliceTarget']);
    if (!objective.get('target').exists) {
      objective.get('target').error('is missing');
    }
    const targetRatio = ratioTarget(objective.get('target'));
    const sli = readIndicator(objective, spec);
    if (!name || !serviceName || !title || !window || targetRatio === undefined || sli === undefined) {
      return [];
    }
    const many = objectives.length > 1;
    const slice =
      spec.get('budgetingMethod').text() === 'Timeslices' ? objective.get('timeSliceTarget').number() : undefined;
    return [
      {
        format: 'openslo/v1alpha',
        line: objective.position.line,
        serviceName,
        slo: {
          id: idOf(many ? `${name}-${index + 1}` : name),
          title: titleOf(many ? `${title}, ${index + 1}` : title),
          ...(description ? { description } : {}),
          service: idOf(serviceName),
          sli,
          targetRatio,
          ...window,
          ...(slice === undefined ? {} : { timeSlice: { goodRatio: slice } }),
        },
      },
    ];
  });
}

function readIndicator(objective: Cursor, spec: Cursor): FreeformSli | LevelSli | undefined {
  const ratio = objective.get('ratioMetrics');
  if (ratio.exists) {
    ratio.warnUnknown(['counter', 'incremental', 'good', 'bad', 'total']);
    const query = (metric: Cursor) => promqlOf(metric);
    return countedRatio({ good: ratio.get('good'), bad: ratio.get('bad'), total: ratio.get('total') }, query, ratio);
  }
  const threshold = spec.get('indicator').get('thresholdMetric');
  if (!threshold.exists) {
    objective.error('must have ratioMetrics, or the indicator a thresholdMetric');
    return undefined;
  }
  return levelOf(promqlOf(threshold), objective);
}

function promqlOf(metric: Cursor): Cursor | undefined {
  const type = metric.get('queryType').text();
  if (type !== undefined && !/^promql$/i.test(type)) {
    metric.get('queryType').error(`"${type}" cannot be asked: only PromQL`);
    return undefined;
  }
  return metric.get('query');
}

function readWindow(timeWindows: Cursor): Pick<Slo, 'windowDays' | 'calendar'> | undefined {
  const window = timeWindows.items()[0];
  if (window === undefined) {
    timeWindows.error('must have a window, such as unit: Day, count: 30 and isRolling: true');
    return undefined;
  }
  window.warnUnknown(['unit', 'count', 'isRolling', 'calendar']);
  const unit = (window.get('unit').requiredText() ?? '').toLowerCase();
  const count = window.get('count').number() ?? 1;
  const windowDays = daysOf(`${count}${UNIT_LETTERS[unit] ?? '?'}`);
  if (windowDays === undefined) {
    window.error('must be whole days of at most a year');
    return undefined;
  }
  const calendarUnit = count === 1 ? CALENDARS[unit] : undefined;
  return window.get('calendar').exists && calendarUnit
    ? { windowDays, calendar: { unit: calendarUnit, timeZone: window.get('calendar').get('timeZone').text() ?? 'UTC' } }
    : { windowDays };
}
