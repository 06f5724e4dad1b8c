import { range as rangeOf } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type Series } from '../../domain/metrics/types';
import { type GoldenColumn, goldenExpressions, type GoldenService } from '../../domain/services/golden';
import { type ServiceRow, serviceRows } from '../../domain/services/rows';
import { LiveData } from '../live/LiveData';
import { metricsDataSource } from '../variables/dataSources';

/** Points of a sparkline. */
const POINTS = 48;
const RATE_WINDOW = '5m';

/** How all services are, over the page's time range: one question a column, whatever their number. */
export class ServiceRows extends LiveData<ServiceRow[]> {
  constructor(private readonly services: readonly GoldenService[]) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<ServiceRow[]>> {
    const expressions = Object.entries(goldenExpressions(this.services, RATE_WINDOW)) as Array<[GoldenColumn, string]>;
    const stepMs = Math.ceil((range.toMs - range.fromMs) / POINTS / 1000) * 1000;
    const dataSourceUid = metricsDataSource(this).uid;
    const answers = await Promise.all(
      expressions.map(([, expr]) =>
        rangeOf({ dataSourceUid, expr, range, maxDataPoints: POINTS, intervalMs: stepMs, signal })
      )
    );
    const failed = answers.find((answer) => !answer.ok);
    if (failed && !failed.ok && answers.every((answer) => !answer.ok)) {
      return failure(failed.error);
    }
    const columns: Partial<Record<GoldenColumn, readonly Series[]>> = {};
    expressions.forEach(([column], index) => {
      const answer = answers[index];
      if (answer?.ok) {
        columns[column] = answer.value;
      }
    });
    return success(serviceRows(this.services, columns, { stepMs, endMs: range.toMs }));
  }
}
