import { instants } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import {
  alwaysAsked,
  countedQuestions,
  recordedQuestions,
  type SloQuestion,
  type SystemSlo,
} from '../../domain/slo/queries';
import { areSumsMissing, type SloAnswers, type SloStanding, standings } from '../../domain/slo/standing';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** How all objectives of the page stand: five expressions in one request, whatever their number. */
export class SloStandings extends LiveData<SloStanding[]> {
  /** The rules of this data source add up the windows; false once it is known that they add up none. */
  private addedUp = true;

  constructor(private readonly slos: readonly SystemSlo[]) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<SloStanding[]>> {
    const question = { dataSourceUid: metricsDataSource(this).uid, range, signal };
    const sums = this.addedUp ? recordedQuestions(this.slos) : countedQuestions(this.slos);
    let answers = await instants({ ...question, expressions: { ...alwaysAsked(this.slos), ...sums } });
    const { total, counts } = answers;
    if (
      this.addedUp &&
      total.ok &&
      counts.ok &&
      areSumsMissing(this.slos, { total: total.value, counts: counts.value })
    ) {
      this.addedUp = total.value.length > 0;
      answers = { ...answers, ...(await instants({ ...question, expressions: countedQuestions(this.slos) })) };
    }
    // Without the totals there is nothing to say; without another answer, what rests on it has no data.
    if (!answers.total.ok) {
      return failure(answers.total.error);
    }
    const valueOf = (name: SloQuestion) => {
      const answer = answers[name];
      return answer.ok ? answer.value : undefined;
    };
    return success(standings(this.slos, allOf(valueOf)), answers.total.warnings);
  }
}

function allOf(valueOf: (name: SloQuestion) => SloAnswers[SloQuestion]): SloAnswers {
  return {
    total: valueOf('total'),
    bad: valueOf('bad'),
    counts: valueOf('counts'),
    ratios: valueOf('ratios'),
    levels: valueOf('levels'),
  };
}
