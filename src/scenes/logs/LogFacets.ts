import { VariableDependencyConfig } from '@grafana/scenes';
import { multiSearch, type SearchAnswer } from '../../datasources/elasticsearch';
import { chainResult, failure, mapResult, type Result } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { fieldNames, type LogRole } from '../../domain/logs/fields';
import { LiveData } from '../live/LiveData';
import { logsDataSource } from '../variables/dataSources';
import { type Facet, facetOf } from './facets';
import { linesSearch } from './linesSearch';
import { type LogQuestion } from './logSpecs';

const MOST_VALUES = 50;

/** How many lines each level and each service has: one question, whatever their number. */
export class LogFacets extends LiveData<readonly Facet[]> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['elasticsearch'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  constructor(
    private readonly question: LogQuestion,
    private readonly roles: readonly LogRole[]
  ) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<readonly Facet[]>> {
    const { uid } = logsDataSource(this);
    const names = this.roles.flatMap((role) => fieldNames(this.question.schema.fields, role));
    const { index, body } = linesSearch(this.question, {}, range);
    const aggs = Object.fromEntries(names.map((field) => [field, { terms: { field, size: MOST_VALUES } }]));
    const searches = [{ index, body: { query: body.query, size: 0, aggs } }];
    const answers = await multiSearch({ dataSourceUid: uid, searches, signal });
    return chainResult(answers, ([answer]) =>
      answer
        ? mapResult(answer, (found) => this.facets(found))
        : failure({ kind: 'unexpected', message: 'The logs data source gave no answer.' })
    );
  }

  private facets({ aggregations }: SearchAnswer): Facet[] {
    return this.roles.map((role) => facetOf(role, fieldNames(this.question.schema.fields, role), aggregations));
  }
}
