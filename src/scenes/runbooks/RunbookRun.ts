import { formattedValueToString, getValueFormat } from '@grafana/data';
import { sceneGraph, SceneObjectBase, type SceneObjectState } from '@grafana/scenes';
import { isAbortError } from '../../datasources/errors';
import { type TimeWindow } from '../../datasources/types';
import { failedFinding, type Finding } from '../../domain/runbook/findings';
import { type Findings } from '../../domain/runbook/overall';
import { type BoundCheck, isLive } from '../../domain/runbook/questions';
import { askCheck, type Asking } from './askCheck';
import { type FindingPanel, findingPanel } from './findingPanel';

type DataSourceName = keyof Asking['dataSources'];

/** Checks by `checkKey`. */
export type BoundChecks = Readonly<Record<string, BoundCheck>>;

interface RunbookRunState extends SceneObjectState {
  findings: Findings;
  /** Graphs of findings that have series. */
  panels: FindingPanel[];
  /** Keys of the checks that are being asked. */
  asking: readonly string[];
  /** How far a run of all checks is. */
  progress?: { done: number; total: number } | undefined;
  /** The time that the newest run looked at. */
  range?: TimeWindow | undefined;
  /** When the newest run of all checks came to its end, Unix milliseconds. */
  finishedAtMs?: number | undefined;
}

/** Asking everything at once would queue in the browser anyway, and a cancelled run should not have sent it all. */
const AT_ONCE = 4;

/** Runs the checks of a runbook against live data: all, or one. Gives up when it is cancelled or the page is left. */
export class RunbookRun extends SceneObjectBase<RunbookRunState> {
  private running: AbortController | undefined;
  private readonly singles = new Set<AbortController>();

  constructor() {
    super({ findings: {}, panels: [], asking: [] });
    this.addActivationHandler(() => () => {
      this.cancel();
      this.singles.forEach((single) => single.abort());
    });
  }

  /**
   * Asks every check that can be asked of live data.
   * @returns true when it came to its end, false when it was cancelled.
   */
  runAll = async (checks: BoundChecks): Promise<boolean> => {
    this.cancel();
    const run = new AbortController();
    this.running = run;
    const range = this.pageRange();
    const keys = Object.keys(checks).filter((key) => isLive(checks[key] as BoundCheck));
    this.setState({
      findings: {},
      panels: [],
      range,
      finishedAtMs: undefined,
      progress: { done: 0, total: keys.length },
    });
    const waiting = [...keys];
    const work = async () => {
      for (let key = waiting.shift(); key !== undefined && !run.signal.aborted; key = waiting.shift()) {
        await this.ask(key, checks, range, run.signal);
        this.count(run);
      }
    };
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (this.running === run) {
      this.running = undefined;
      this.setState({ progress: undefined, finishedAtMs: Date.now() });
    }
    return !run.signal.aborted;
  };

  /** Asks one check again, about the time that the page shows now. */
  runOne = async (key: string, checks: BoundChecks) => {
    const single = new AbortController();
    this.singles.add(single);
    await this.ask(key, checks, this.pageRange(), single.signal);
    this.singles.delete(single);
  };

  cancel = () => {
    this.running?.abort();
    this.running = undefined;
    if (this.state.progress) {
      this.setState({ progress: undefined, asking: [] });
    }
  };

  private count(run: AbortController) {
    const { progress } = this.state;
    if (progress && this.running === run) {
      this.setState({ progress: { ...progress, done: progress.done + 1 } });
    }
  }

  private async ask(key: string, checks: BoundChecks, range: TimeWindow, signal: AbortSignal) {
    const check = checks[key];
    if (!check || !isLive(check)) {
      return;
    }
    this.setState({ asking: [...this.state.asking, key] });
    try {
      const finding = await askCheck(check, { ...this.whom(), range, signal });
      if (!signal.aborted) {
        this.keep(key, finding, range);
      }
    } catch (error) {
      if (!isAbortError(error)) {
        this.keep(key, failedFinding(error instanceof Error ? error.message : String(error)), range);
      }
    } finally {
      this.setState({ asking: this.state.asking.filter((one) => one !== key) });
    }
  }

  private keep(key: string, finding: Finding, range: TimeWindow) {
    const panel = findingPanel(key, finding, range);
    this.setState({
      findings: { ...this.state.findings, [key]: finding },
      panels: [...this.state.panels.filter(({ state }) => state.key !== panel?.state.key), ...(panel ? [panel] : [])],
    });
  }

  /** The time range of the page now. */
  pageRange(): TimeWindow {
    const { from, to } = sceneGraph.getTimeRange(this).state.value;
    return { fromMs: from.valueOf(), toMs: to.valueOf() };
  }

  /** The data source that is chosen on the page; empty when there is none. */
  dataSourceUid(name: DataSourceName): string {
    return sceneGraph.interpolate(this, `\${${name}}`);
  }

  private whom(): Pick<Asking, 'dataSources' | 'format'> {
    const uid = (name: DataSourceName) => this.dataSourceUid(name);
    return {
      dataSources: { prometheus: uid('prometheus'), jaeger: uid('jaeger'), elasticsearch: uid('elasticsearch') },
      format: (value, unit) => formattedValueToString(getValueFormat(unit)(value)),
    };
  }
}
