import { type Alert } from './types';

/** What the reader of a list of alerts chose; an empty list lets all through. */
export interface AlertFilter {
  /** All of these words, in any of name, summary, labels. */
  search: string;
  state: readonly string[];
  severity: readonly string[];
  team: readonly string[];
}

/** An alert of a list, with whether it is silenced. */
export interface ListedAlert {
  alert: Alert;
  isSilenced: boolean;
}

/** The state as a list calls it: what is silenced does not ask for anybody, whatever it does. */
export function listedState({ alert, isSilenced }: ListedAlert): string {
  return isSilenced ? 'silenced' : alert.state;
}

/** The alerts that a filter lets through, in their order. */
export function filterAlerts(listed: readonly ListedAlert[], filter: AlertFilter): ListedAlert[] {
  const words = filter.search.toLowerCase().split(/\s+/).filter(Boolean);
  const allows = (chosen: readonly string[], value: string) => chosen.length === 0 || chosen.includes(value);
  return listed.filter(
    (one) =>
      allows(filter.state, listedState(one)) &&
      allows(filter.severity, severityOf(one)) &&
      allows(filter.team, teamOf(one)) &&
      (words.length === 0 || hasAll(textOf(one), words))
  );
}

export const severityOf = ({ alert }: ListedAlert): string => alert.severity ?? 'none';
export const teamOf = ({ alert }: ListedAlert): string => alert.labels['team'] ?? 'none';

function hasAll(text: string, words: readonly string[]): boolean {
  return words.every((word) => text.includes(word));
}

function textOf({ alert }: ListedAlert): string {
  const labels = Object.entries(alert.labels).map(([name, value]) => `${name}=${value}`);
  return [alert.name, alert.annotations['summary'] ?? '', ...labels].join(' ').toLowerCase();
}
