import { instants } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Sample } from '../../domain/metrics/types';
import { sloWindowQueries, type SloWindowQueries } from '../../domain/slo/queries';
import { type SloStanding, standings, type SystemSlo, type WindowAnswers } from '../../domain/slo/standing';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

type Question = keyof SloWindowQueries;

/** How all objectives of the page stand: one request, whatever their number. */
export class SloStandings extends LiveData<SloStanding[]> {
  constructor(private readonly slos: readonly SystemSlo[]) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<SloStanding[]>> {
    const systems = [...new Set(this.slos.map(({ system }) => system))];
    const windows = [...new Set(this.slos.map(({ slo }) => slo.windowDays))].sort((a, b) => a - b);
    const expressions: Record<string, string> = {};
    for (const days of windows) {
      for (const [question, expr] of Object.entries(sloWindowQueries(days, { system: { anyOf: systems } }))) {
        expressions[`${days}/${question}`] = expr;
      }
    }
    const answers = await instants({ dataSourceUid: metricsDataSource(this).uid, expressions, range, signal });
    const failed = Object.values(answers).find((answer) => !answer.ok);
    // Without a single usable total there is nothing to say; with some, the others have no data.
    if (failed && !failed.ok && windows.every((days) => !answers[`${days}/totalEvents`]?.ok)) {
      return failure(failed.error);
    }
    const valueOf = (days: number, question: Question): readonly Sample[] | undefined => {
      const answer = answers[`${days}/${question}`];
      return answer?.ok ? answer.value : undefined;
    };
    const byWindow = new Map<number, WindowAnswers>(
      windows.map((days) => [
        days,
        {
          badEvents: valueOf(days, 'badEvents'),
          totalEvents: valueOf(days, 'totalEvents'),
          recordedCounts: valueOf(days, 'recordedCounts'),
        },
      ])
    );
    return success(standings(this.slos, byWindow));
  }
}
