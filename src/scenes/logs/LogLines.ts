import { sceneGraph, VariableDependencyConfig } from '@grafana/scenes';
import { multiSearch, type SearchAnswer } from '../../datasources/elasticsearch';
import { chainResult, mapResult, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { missingInputs } from '../../domain/logs/logQuery';
import { LiveData, type LiveDataState } from '../live/LiveData';
import { logsDataSource } from '../variables/dataSources';
import { inputIds, inputLabels, inputValues } from './inputs';
import { linesSearch } from './linesSearch';
import { type LogQuestion } from './logSpecs';

/** Lines as the store has them. */
export interface FoundLines {
  /** What the reader has to type first; then nothing was asked. */
  waitsFor?: string | undefined;
  documents: ReadonlyArray<Readonly<Record<string, unknown>>>;
  /** How many match; the store stops counting at 10,000. */
  total: number;
}

/** Some lines, the newest or the largest first. Grafana's own query sorts by time alone, so this one is written here. */
export class LogLines extends LiveData<FoundLines> {
  protected override _variableDependency: VariableDependencyConfig<LiveDataState<FoundLines>>;

  constructor(private readonly question: LogQuestion) {
    super();
    this._variableDependency = new VariableDependencyConfig<LiveDataState<FoundLines>>(this, {
      variableNames: [...inputIds(question.query), 'elasticsearch'],
      onReferencedVariableValueChanged: () => this.refresh(),
    });
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<FoundLines>> {
    const inputs = inputValues(this, inputIds(this.question.query));
    const missing = missingInputs(this.question.query, inputs);
    if (missing.length > 0) {
      return success({ waitsFor: inputLabels(this, missing), documents: [], total: 0 });
    }
    const { uid } = logsDataSource(this);
    const searches = [linesSearch(this.question, inputs, range)];
    const answers = await multiSearch({ dataSourceUid: uid, searches, signal });
    return chainResult(answers, ([answer]) =>
      answer ? mapResult(answer, foundLines) : success({ documents: [], total: 0 })
    );
  }
}

function foundLines({ hits, total }: SearchAnswer): FoundLines {
  const documents = hits.map(({ _source: source }) => source as Readonly<Record<string, unknown>>);
  return { documents, total: total ?? documents.length };
}

/** The page's time zone, for the times of the lines. */
export const timeZoneOf = (lines: LogLines) => sceneGraph.getTimeRange(lines).getTimeZone();
