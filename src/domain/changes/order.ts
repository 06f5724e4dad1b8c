import { type Change, type Changes, type Happening } from './types';

/** Where a reader is: a system, or one service of it. */
export interface Place {
  system: string;
  service?: string | undefined;
  /** Other names of the service: of its deployments, in its metrics and traces. */
  aliases?: readonly string[] | undefined;
}

/** What a change is about. */
export function subjectOf(change: Change): Happening {
  switch (change.what) {
    case 'deploy':
      return change.deploy;
    case 'mark':
      return change.mark;
    default:
      return change.alert;
  }
}

/** True for what concerns that place. Marks set by hand name no service: they concern everybody. */
export function concerns(happening: Happening, { system, service, aliases = [] }: Place): boolean {
  if (happening.kind === 'mark') {
    return true;
  }
  const names = happening.kind === 'deploy' ? [happening.service] : [happening.service, happening.component];
  const isNamed = service === undefined || names.some((name) => [service, ...aliases].includes(name));
  return happening.system === system && isNamed;
}

/** Everything with a moment of its own, newest first. An alert that began before the range has no beginning here. */
export function newestFirst({ deploys, alerts, marks }: Changes): Change[] {
  const all: Change[] = [
    ...deploys.map((deploy): Change => ({ timeMs: deploy.timeMs, what: 'deploy', deploy })),
    ...marks.map((mark): Change => ({ timeMs: mark.timeMs, what: 'mark', mark })),
    ...alerts.flatMap((alert): Change[] => [
      ...(alert.beganMs === undefined ? [] : [{ timeMs: alert.beganMs, what: 'alert-began' as const, alert }]),
      ...(alert.endedMs === undefined ? [] : [{ timeMs: alert.endedMs, what: 'alert-ended' as const, alert }]),
    ]),
  ];
  return all.sort((a, b) => b.timeMs - a.timeMs);
}
