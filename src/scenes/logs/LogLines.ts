import { sceneGraph, VariableDependencyConfig } from '@grafana/scenes';
import { multiSearch, type SearchAnswer } from '../../datasources/elasticsearch';
import { type DataSourceError, isAbortError } from '../../datasources/errors';
import { failure, mapResult, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { missingInputs } from '../../domain/logs/logQuery';
import { LiveData, type LiveDataState } from '../live/LiveData';
import { logsDataSource } from '../variables/dataSources';
import { firstPage, type FoundLines, NO_LINES, withNewer, withOlder } from './foundLines';
import { inputIds, inputLabels, inputValues } from './inputs';
import { linesSearch } from './linesSearch';
import { limitOf, type LogQuestion } from './logSpecs';

const TAIL_EVERY_MS = 5000;
/** Lines are searchable some seconds after they were written. */
const LATE_MS = 15_000;

/**
 * Some lines, the newest or the largest first, more of them on demand, and those that come meanwhile. Grafana's own query
 * sorts by time alone, so this one is written here.
 */
export class LogLines extends LiveData<FoundLines> {
  protected override _variableDependency: VariableDependencyConfig<LiveDataState<FoundLines>>;

  /** What is asked for beside the first page; a new first page ends it. */
  private beside: AbortController | undefined;

  constructor(
    private readonly question: LogQuestion,
    private readonly isTailing = false
  ) {
    super();
    this._variableDependency = new VariableDependencyConfig<LiveDataState<FoundLines>>(this, {
      variableNames: [...inputIds(question.query), 'elasticsearch'],
      onReferencedVariableValueChanged: () => this.refresh(),
    });
    this.addActivationHandler(() => {
      const timer = this.isTailing ? setInterval(() => void this.tail(), TAIL_EVERY_MS) : undefined;
      return () => {
        clearInterval(timer);
        this.beside?.abort();
      };
    });
  }

  /** The next page, after the last line. */
  loadOlder = async () => {
    const { value } = this.state;
    const last = value?.lines.at(-1);
    if (value?.hasOlder && last && value.more !== 'loading') {
      this.setState({ value: { ...value, more: 'loading' } });
      await this.add(last.timeMs, withOlder);
    }
  };

  /** Looks for lines that came since the newest one. */
  private async tail() {
    const { value, loading } = this.state;
    if (value && value.waitsFor === undefined && !loading && value.more !== 'loading' && !document.hidden) {
      await this.add(undefined, withNewer);
    }
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<FoundLines>> {
    this.beside?.abort();
    const missing = missingInputs(this.question.query, this.inputs());
    if (missing.length > 0) {
      return success({ ...NO_LINES, waitsFor: inputLabels(this, missing) });
    }
    return mapResult(await this.search(range, signal), (answer) => firstPage(answer, this.limit));
  }

  private async add(upToMs: number | undefined, join: typeof withOlder) {
    this.beside?.abort();
    const beside = new AbortController();
    this.beside = beside;
    try {
      const answer = await this.search(this.windowOf(upToMs), beside.signal, upToMs);
      const { value } = this.state;
      if (value && !beside.signal.aborted) {
        this.setState({
          value: answer.ok ? join(value, answer.value, this.limit) : { ...value, more: answer.error },
        });
      }
    } catch (error) {
      if (!isAbortError(error)) {
        throw error;
      }
      this.stopLoading();
    }
  }

  private stopLoading() {
    const { value } = this.state;
    if (value?.more === 'loading') {
      this.setState({ value: { ...value, more: undefined } });
    }
  }

  /** The page's time range for older lines; for newer ones what came since. */
  private windowOf(upToMs: number | undefined): TimeWindow {
    const { from, to } = sceneGraph.getTimeRange(this).state.value;
    const newestMs = this.state.value?.lines[0]?.timeMs ?? from.valueOf();
    return upToMs === undefined
      ? { fromMs: newestMs - LATE_MS, toMs: Date.now() }
      : { fromMs: from.valueOf(), toMs: to.valueOf() };
  }

  private async search(range: TimeWindow, signal: AbortSignal, upToMs?: number): Promise<Result<SearchAnswer>> {
    const { uid } = logsDataSource(this);
    if (uid === '') {
      return failure(NO_DATA_SOURCE);
    }
    const searches = [linesSearch(this.question, this.inputs(), range, upToMs)];
    const answers = await multiSearch({ dataSourceUid: uid, searches, signal });
    if (!answers.ok) {
      return answers;
    }
    const [answer = failure(NO_DATA_SOURCE)] = answers.value;
    return refused(answer) ?? answer;
  }

  private get limit() {
    return limitOf(this.question, 'lines');
  }

  private inputs() {
    return inputValues(this, inputIds(this.question.query));
  }
}

const NO_DATA_SOURCE: DataSourceError = {
  kind: 'not-configured',
  message: 'No Elasticsearch data source is configured in Grafana.',
};

/** A query that some indices cannot read and that found nothing in the others is a mistake, not an empty log. */
function refused(answer: Result<SearchAnswer>): Result<SearchAnswer> | undefined {
  if (!answer.ok || answer.value.hits.length > 0) {
    return undefined;
  }
  const failures = answer.warnings.flatMap((warning) => (warning.kind === 'partial' ? warning.failures : []));
  const [error] = failures;
  return error && failure(error);
}

/** The page's time zone, for the times of the lines. */
export const timeZoneOf = (lines: LogLines) => sceneGraph.getTimeRange(lines).getTimeZone();
