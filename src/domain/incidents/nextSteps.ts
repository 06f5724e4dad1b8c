import { type IncidentStatus } from './types';

/** Who does what next. */
export interface RoleStep {
  who: 'Incident commander' | 'On-call engineer' | 'Communications';
  what: string;
}

type Words = readonly [commander: string, engineer: string, communications: string];

/** Source of the first row: document 004, war room. The others are ours. */
const STEPS: Readonly<Record<IncidentStatus, Words>> = {
  open: [
    'judge the impact and coordinate the response',
    'begin investigation and mitigation',
    'prepare what customers are told, if they have to be',
  ],
  investigating: [
    'confirm the impact; decide who else is needed, and when to mitigate without a known cause',
    'find the cause: run all checks of the runbook',
    'tell those concerned, and when they will hear again (within 30 minutes)',
  ],
  identified: [
    'decide on the mitigation, and on what it may cost',
    'mitigate; say here what was done and whether it helped',
    'tell what is known and what is done about it',
  ],
  monitoring: [
    'decide when it is over: nothing abnormal for 30 minutes',
    'watch the alerts and the objectives; keep a way back open',
    'tell that it is better, and until when it is watched',
  ],
  resolved: [
    'set a date for the review, and name who writes it',
    'complete the report while it is fresh; file the actions',
    'tell that it is over, and close the entry of the status page',
  ],
};

/**
 * Who does what next.
 * @param remedies names of suggested remedies that nobody has carried out yet.
 */
export function nextStepsOf(status: IncidentStatus, remedies: readonly string[] = []): RoleStep[] {
  const [commander, engineer, communications] = STEPS[status];
  const isMitigating = status === 'investigating' || status === 'identified';
  const suggested = isMitigating && remedies.length > 0 ? ` (suggested: ${remedies.join(', ')})` : '';
  return [
    { who: 'Incident commander', what: commander },
    { who: 'On-call engineer', what: `${engineer}${suggested}` },
    { who: 'Communications', what: communications },
  ];
}
