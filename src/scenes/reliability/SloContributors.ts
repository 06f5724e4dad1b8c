import { instants, labelNames } from '../../datasources/prometheus';
import { type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { renderSelector } from '../../domain/promql/matchers';
import { eventExpressions } from '../../domain/rules/eventExpressions';
import { breakdown, type Contributor, contributors, tellingLabels } from '../../domain/slo/contributors';
import { type SystemSlo } from '../../domain/slo/standing';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** Who had the bad events of the page's time range, by each label that tells them apart. */
export interface Contributions {
  /** Labels with bad events; empty when nothing was bad, `undefined` when the indicator cannot be broken down. */
  byLabel: ReadonlyArray<{ label: string; values: readonly Contributor[] }> | undefined;
  badEvents: number;
}

/** Asks the raw series of one objective, label by label, in one request. */
export class SloContributors extends LiveData<Contributions> {
  constructor(private readonly objective: SystemSlo) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<Contributions>> {
    const { system, slo } = this.objective;
    const parts = breakdown(slo.sli, system);
    if (!parts) {
      return success({ byLabel: undefined, badEvents: 0 });
    }
    const question = { dataSourceUid: metricsDataSource(this).uid, range, signal };
    const names = await labelNames({ ...question, selectors: [renderSelector(parts.selector)] });
    if (!names.ok) {
      return names;
    }
    const labels = tellingLabels(names.value, parts.selector);
    const window = `${Math.max(300, Math.round((range.toMs - range.fromMs) / 1000))}s`;
    const expressions: Record<string, string> = { all: eventExpressions(slo, { system }, window).bad };
    for (const label of labels) {
      const { bad, total } = parts.queries(label, window);
      expressions[`bad/${label}`] = bad;
      expressions[`total/${label}`] = total;
    }
    const answers = await instants({ ...question, expressions });
    const valueOf = (key: string) => {
      const answer = answers[key];
      return answer?.ok ? answer.value : [];
    };
    const all = answers['all'];
    if (all && !all.ok) {
      return all;
    }
    const badEvents = valueOf('all')[0]?.value ?? 0;
    return success({
      badEvents,
      byLabel: labels
        .map((label) => ({
          label,
          values: contributors(label, valueOf(`bad/${label}`), valueOf(`total/${label}`), badEvents),
        }))
        .filter(({ values }) => values.length > 0),
    });
  }
}
