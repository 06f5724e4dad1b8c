import { range as rangeOf } from '../../datasources/prometheus';
import { mapResult, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import {
  HISTORY_MS,
  HISTORY_STEP_MS,
  historyExpression,
  type Spells,
  spellsByKey,
} from '../../domain/alerts/firingHistory';
import { periodsIn } from '../../domain/changes/alertPeriods';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** When the wanted alerts fired in the 24 hours before the end of the page's time range. */
export interface History {
  spells: ReadonlyMap<string, Spells>;
  /** What was asked for; others are not known. */
  names: ReadonlySet<string>;
  window: TimeWindow;
}

/** Names in one question; more rows than this never are in view. */
const MOST_NAMES = 60;

/** When alerts fired lately: one query for all that are in view, and none before something is. */
export class FiringHistory extends LiveData<History> {
  private wanted: readonly string[] = [];

  /** Asks for alerts of these names, unless they are known. */
  want(names: readonly string[]) {
    const known = this.state.value?.names;
    const isKnown = names.every((name) => (known ? known.has(name) : this.wanted.includes(name)));
    this.wanted = names.slice(0, MOST_NAMES);
    if (!isKnown) {
      this.refresh();
    }
  }

  protected async ask({ toMs }: TimeWindow, signal: AbortSignal): Promise<Result<History>> {
    const window = { fromMs: toMs - HISTORY_MS, toMs };
    const names = [...this.wanted].sort();
    if (names.length === 0) {
      return success({ spells: new Map(), names: new Set(), window });
    }
    const answer = await rangeOf({
      dataSourceUid: metricsDataSource(this).uid,
      expr: historyExpression(names),
      intervalMs: HISTORY_STEP_MS,
      range: window,
      signal,
    });
    return mapResult(answer, (series) => ({
      spells: spellsByKey(periodsIn(series, { ...window, stepMs: HISTORY_STEP_MS }), window),
      names: new Set(names),
      window,
    }));
  }
}
