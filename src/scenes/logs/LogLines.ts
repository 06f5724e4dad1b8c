import { sceneGraph, VariableDependencyConfig } from '@grafana/scenes';
import { MAX_LIMIT, multiSearch, type Search, type SearchAnswer } from '../../datasources/elasticsearch';
import { type DataSourceError, isAbortError } from '../../datasources/errors';
import { failure, mapResult, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { missingInputs } from '../../domain/logs/logQuery';
import { LiveData, type LiveDataState } from '../live/LiveData';
import { logsDataSource } from '../variables/dataSources';
import { firstPage, type FoundLines, newerWindow, nextPage, NO_LINES, withNewer, withOlder } from './foundLines';
import { inputIds, inputLabels, inputValues } from './inputs';
import { linesSearch, type PageStart } from './linesSearch';
import { limitOf, type LogQuestion } from './logSpecs';

/**
 * Some lines, the newest or the largest first, and more of them on demand. When the page is refreshed, lines that came
 * meanwhile are put before those that are there. Grafana's own query sorts by time alone, so this one is written here.
 */
export class LogLines extends LiveData<FoundLines> {
  protected override _variableDependency: VariableDependencyConfig<LiveDataState<FoundLines>>;

  /** The next page that is asked for; a new first page ends it. */
  private older: AbortController | undefined;
  /** What the lines that are there were asked by. */
  private askedBy = '';

  constructor(private readonly question: LogQuestion) {
    super();
    this._variableDependency = new VariableDependencyConfig<LiveDataState<FoundLines>>(this, {
      variableNames: [...inputIds(question.query), 'elasticsearch'],
      onReferencedVariableValueChanged: () => this.refresh(),
    });
    this.addActivationHandler(() => () => this.older?.abort());
  }

  /** The next page, after the last line. */
  loadOlder = async () => {
    const { value } = this.state;
    const start = value && nextPage(value);
    if (!value?.hasOlder || !start || value.more === 'loading') {
      return;
    }
    this.setState({ value: { ...value, more: 'loading' } });
    const older = new AbortController();
    this.older = older;
    try {
      const [answer] = await this.search([this.searchIn(this.range(), start)], older.signal);
      const now = this.state.value;
      // Where the list began anew meanwhile, this is not its next page.
      if (now && !older.signal.aborted && now.lines.at(-1)?.id === value.lines.at(-1)?.id) {
        this.setState({
          value: answer.ok ? withOlder(now, answer.value, this.limit) : { ...now, more: answer.error },
        });
      }
    } catch (error) {
      if (!isAbortError(error)) {
        throw error;
      }
    }
    this.stopLoading();
  };

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<FoundLines>> {
    const missing = missingInputs(this.question.query, this.inputs());
    if (missing.length > 0) {
      this.askedBy = '';
      return success({ ...NO_LINES, waitsFor: inputLabels(this, missing) });
    }
    const askedBy = this.asksBy();
    const { value } = this.state;
    if (value && value.lines.length > 0 && askedBy !== '' && askedBy === this.askedBy) {
      return this.askNewer(value, range, signal);
    }
    this.older?.abort();
    const [answer] = await this.search([this.searchIn(range)], signal);
    this.askedBy = answer.ok ? askedBy : '';
    return mapResult(answer, (found) => firstPage(found, this.limit));
  }

  /** What came since, and how many there are now: one request. */
  private async askNewer(known: FoundLines, range: TimeWindow, signal: AbortSignal): Promise<Result<FoundLines>> {
    const { window, knownCount } = newerWindow(known, range);
    const newer = this.searchIn(window);
    const size = Math.min(this.limit + knownCount, MAX_LIMIT);
    const { index, body } = this.searchIn(range);
    const count = { index, body: { query: body.query, size: 0 } };
    const [answer, all] = await this.search([{ ...newer, body: { ...newer.body, size } }, count], signal);
    const total = all?.ok ? all.value.total : undefined;
    // Older ones may have come while this was asked.
    const { value = known } = this.state;
    return mapResult(answer, (found) => withNewer(value, { answer: found, total, fromMs: range.fromMs }, this.limit));
  }

  /** Differs when other lines are asked for, not when time goes on. Lists of the largest always begin anew. */
  private asksBy(): string {
    const { raw } = sceneGraph.getTimeRange(this).state.value;
    const isByTime = this.question.query.largestFirst === undefined;
    return isByTime ? JSON.stringify([raw, this.inputs(), logsDataSource(this).uid]) : '';
  }

  private stopLoading() {
    const { value } = this.state;
    if (value?.more === 'loading') {
      this.setState({ value: { ...value, more: undefined } });
    }
  }

  private range(): TimeWindow {
    const { from, to } = sceneGraph.getTimeRange(this).state.value;
    return { fromMs: from.valueOf(), toMs: to.valueOf() };
  }

  private searchIn(range: TimeWindow, start?: PageStart): Search {
    return linesSearch(this.question, this.inputs(), range, start);
  }

  private async search(searches: readonly Search[], signal: AbortSignal): Promise<Answers> {
    const { uid } = logsDataSource(this);
    if (uid === '') {
      return [failure(NO_DATA_SOURCE)];
    }
    const answers = await multiSearch({ dataSourceUid: uid, searches, signal });
    if (!answers.ok) {
      return [answers];
    }
    const [answer = failure(NO_DATA_SOURCE), ...others] = answers.value;
    return [refused(answer) ?? answer, ...others];
  }

  private get limit() {
    return limitOf(this.question, 'lines');
  }

  private inputs() {
    return inputValues(this, inputIds(this.question.query));
  }
}

type Answers = [Result<SearchAnswer>, ...Array<Result<SearchAnswer>>];

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

/** The time range that the lines are of. */
export const timeRangeOf = (lines: LogLines) => sceneGraph.getTimeRange(lines);
