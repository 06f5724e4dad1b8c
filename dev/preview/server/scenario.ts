/** Designed failure states. Each set holds data source uids; `'*'` stands for all of them. */
export interface FailureState {
  noDataSources: boolean;
  unknown: ReadonlySet<string>;
  denied: ReadonlySet<string>;
  down: ReadonlySet<string>;
}

export const SCENARIO_NAMES = [
  'reset',
  'no-data-sources',
  'unknown-data-source',
  'permission-denied',
  'data-source-down',
] as const;
export type ScenarioName = (typeof SCENARIO_NAMES)[number];

const ALL = '*';

export function hits(set: ReadonlySet<string>, uid: string): boolean {
  return set.has(ALL) || set.has(uid);
}

/** Holds the failure state of a running preview: what the flags said at the start, until a scenario replaces it. */
export class ScenarioStore {
  private state: FailureState;

  constructor(private readonly initial: FailureState) {
    this.state = initial;
  }

  current(): FailureState {
    return this.state;
  }

  /** Starts a scenario; `uid` narrows it to one data source. Scenarios add up until `reset`. */
  apply(name: ScenarioName, uid: string = ALL): void {
    switch (name) {
      case 'reset':
        this.state = this.initial;
        return;
      case 'no-data-sources':
        this.state = { ...this.state, noDataSources: true };
        return;
      case 'unknown-data-source':
        this.state = { ...this.state, unknown: new Set([...this.state.unknown, uid]) };
        return;
      case 'permission-denied':
        this.state = { ...this.state, denied: new Set([...this.state.denied, uid]) };
        return;
      case 'data-source-down':
        this.state = { ...this.state, down: new Set([...this.state.down, uid]) };
        return;
    }
  }
}

export function describeState(state: FailureState): Record<string, unknown> {
  return {
    noDataSources: state.noDataSources,
    unknown: [...state.unknown],
    denied: [...state.denied],
    down: [...state.down],
  };
}
