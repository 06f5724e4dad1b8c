import { VariableDependencyConfig } from '@grafana/scenes';
import { multiSearch, type Search, type SearchAnswer } from '../../datasources/elasticsearch';
import { recordOf } from '../../datasources/json';
import { chainResult, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { featureLucene, LINE_FEATURES } from '../../domain/logs/features';
import { fieldNames, type LogRole } from '../../domain/logs/fields';
import { type LuceneQuery } from '../../domain/logs/lucene';
import { LiveData } from '../live/LiveData';
import { logsDataSource } from '../variables/dataSources';
import { type Facet, facetOf, type FeatureCount, featureCounts } from './facets';
import { linesSearch } from './linesSearch';
import { type LogQuestion } from './logSpecs';

const MOST_VALUES = 50;

interface Found {
  facets: readonly Facet[];
  features: readonly FeatureCount[];
}

/** How many lines each level and each service has, and how many carry what: one question, whatever their number. */
export class LogFacets extends LiveData<Found> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['elasticsearch'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  /**
   * @param question whose lines are counted.
   * @param roles each with the lines that its values are counted of: what was chosen of a role does not hide its others.
   */
  constructor(
    private readonly question: LogQuestion,
    private readonly roles: ReadonlyArray<{ role: LogRole; lucene: LuceneQuery }>
  ) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<Found>> {
    const { uid } = logsDataSource(this);
    const { query, schema } = this.question;
    const counting = (lucene: LuceneQuery | undefined, aggs: Record<string, unknown>): Search => {
      const { index, body } = linesSearch({ schema, query: { ...query, lucene } }, {}, range);
      return { index, body: { query: body.query, size: 0, aggs } };
    };
    const searches = [
      counting(query.lucene, { [FEATURES]: { filters: { filters: this.carrying() } } }),
      ...this.roles.map(({ role, lucene }) =>
        counting(
          lucene,
          byName(fieldNames(schema.fields, role), (field) => ({ terms: { field, size: MOST_VALUES } }))
        )
      ),
    ];
    const answers = await multiSearch({ dataSourceUid: uid, searches, signal });
    return chainResult(answers, (all) => this.readAll(all));
  }

  private carrying(): Record<string, unknown> {
    return byName(LINE_FEATURES, (feature) => ({
      query_string: { query: featureLucene(feature, this.question.schema.fields) },
    }));
  }

  private readAll(answers: ReadonlyArray<Result<SearchAnswer>>): Result<Found> {
    const failed = answers.find((answer) => !answer.ok);
    return failed ?? success(this.read(answers.flatMap((answer) => (answer.ok ? answer.value : []))));
  }

  private read([features, ...counted]: readonly SearchAnswer[]): Found {
    const { fields } = this.question.schema;
    return {
      facets: this.roles.map(({ role }, index) =>
        facetOf(role, fieldNames(fields, role), counted[index]?.aggregations ?? {})
      ),
      features: featureCounts(recordOf(features?.aggregations[FEATURES]).buckets),
    };
  }
}

/** Name of the aggregation that counts what lines carry. */
const FEATURES = 'features';

const byName = <Name extends string>(names: readonly Name[], make: (name: Name) => unknown): Record<string, unknown> =>
  Object.fromEntries(names.map((name) => [name, make(name)]));
