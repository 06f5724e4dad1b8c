export type Report = (path: string, message: string) => void;

/** What may be referred to. */
export interface Known {
  services: Set<string>;
  teams: Set<string>;
  tiers: Set<string>;
  signals: Set<string>;
  logSchemas: Set<string>;
}

/** Reports a name that is not among the known ones, with some that are. */
export function expectKnown(names: Set<string>, name: string, path: string, what: string, report: Report) {
  if (!names.has(name)) {
    const list = [...names].sort();
    const shown = list.slice(0, 8).join(', ') + (list.length > 8 ? ', …' : '');
    report(path, `there is no ${what} "${name}" (there ${list.length === 1 ? 'is' : 'are'}: ${shown || 'none'})`);
  }
}
