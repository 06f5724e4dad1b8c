import { type Check, type Runbook } from '../../domain/runbook/types';
import { link, investigate, mitigate, on, promql, review } from './runbookKit';

/** Where the rules page for a window of 28 days; they are a little later for 30 days, and nothing here is to be later. */
const FAST_BURN = 13.4;
const SLOW_BURN = 5.6;

/** More than one version of a service within an hour, by what its spans say. */
export const versionsChanged: Check = promql(
  'Services with two versions within an hour',
  'count by (service_name) (count by (service_name, service_version) (last_over_time(target_info{$where}[1h])))',
  '>',
  1
);

/** How many times faster than allowed a budget burns; of the alert's objective when it names one. */
const burnRate = (window: '1h' | '6h' | '3d', above: number): Check =>
  promql(
    `Burn rate over ${window}`,
    `max by (service, slo) (slo:error_ratio:rate${window}{$where} / on (system, slo) group_left () (1 - max by (system, slo) (slo:objective:ratio{$where})))`,
    '>',
    above,
    { unit: 'suffix: x', narrowBy: ['slo'] }
  );

interface Parts {
  /** The service that it is filed under; another one when the alert names it. */
  service: string;
  owner?: string;
  escalation: NonNullable<Runbook['escalation']>;
  /** Signs of a deployment. */
  deployed: readonly Check[];
  /** What tells which part of the system burns it. */
  causes: readonly Check[];
  /** Matchers on event counts that are expected every five minutes, with a comma behind; all when absent. */
  counted?: string;
}

/**
 * What to do when a budget burns and no other runbook knows the trouble. No alert of the catalog calls for it: the rules
 * of objectives do, whose alerts name the objective and its service.
 */
export const budgetRunbook = ({ service, owner, escalation, deployed, causes, counted = '' }: Parts): Runbook => ({
  id: 'budget-burn',
  title: 'Error budget burns',
  service,
  ...(owner && { owner }),
  alerts: [],
  severity: 'critical',
  responseMinutes: 15,
  escalation,
  summary:
    'An objective loses its error budget faster than its window can afford. Opened from an alert it looks at that objective; opened from the list, at all of the system and the one that burns fastest.',
  steps: [
    investigate('burn', 'What burns, and does it still?', {
      text: 'The finding names service and objective, and since when. A fast burn takes days from the budget within an hour; a slow one is noticed over six.',
      checks: [
        burnRate('1h', FAST_BURN),
        burnRate('6h', SLOW_BURN),
        burnRate('3d', 1),
        promql('Budget that is left', 'min by (service, slo) (slo:error_budget_remaining:ratio{$where})', '<=', 0, {
          unit: 'percentunit',
          narrowBy: ['slo'],
        }),
        promql(
          'Age of the event counts that this rests on',
          `time() - max by (slo) (max_over_time(timestamp(slo:events_total:increase5m{${counted}$where})[30m:1m]))`,
          '>',
          900,
          { unit: 's', narrowBy: ['slo'] }
        ),
        link('Objectives', 'slos'),
      ],
    }),
    investigate('deployments', 'Was something deployed?', {
      text: 'A release of the last hour is the first suspect: take it back before you understand it.',
      checks: deployed,
      branches: [on('abnormal', 'release', 'Something was deployed within the last hour.')],
    }),
    investigate('cause', 'Which part burns it?', {
      checks: [...causes, link('Services', 'services'), link('Alerts', 'alerts')],
      branches: [on('abnormal', 'relieve', 'The findings name the part: its own runbook goes on from here.')],
    }),
    mitigate('relieve', 'Stop what burns', {
      text: 'Follow the runbook of the part that the findings name. Until it helps, take load off: shed what nobody waits for, serve from caches, route around the part.',
      checks: [link('Runbooks', 'runbooks')],
    }),
    mitigate('release', 'Slow releases down', {
      text: 'Repairs go out, everything else waits until the budget lasts to the end of its window again. A release that is a suspect goes back. Say so to those who planned one.',
    }),
    {
      id: 'verify',
      phase: 'verify',
      title: 'Is it over?',
      checks: [burnRate('1h', 1)],
    },
    review(
      'How much of the budget it took, which users felt it, what burnt and what stopped it. An objective that burns again and again is too tight, or the service is not good enough: decide which.'
    ),
  ],
});
