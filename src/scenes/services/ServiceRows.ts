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

/** The services, and what could not be asked about them. */
export interface MeasuredServices {
  rows: readonly ServiceRow[];
  /** Columns without an answer, with the reason. */
  unread: ReadonlyArray<{ column: GoldenColumn; reason: string }>;
  /** When it was asked, Unix milliseconds: ages are counted to it. */
  askedAtMs: number;
}

/** How all services are, over the page's time range: one question a column, whatever their number. */
export class ServiceRows extends LiveData<MeasuredServices> {
  constructor(private readonly services: readonly GoldenService[]) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<MeasuredServices>> {
    const expressions = Object.entries(goldenExpressions(this.services, RATE_WINDOW)) as Array<[GoldenColumn, string]>;
    const stepMs = Math.ceil((range.toMs - range.fromMs) / POINTS / 1000) * 1000;
    const dataSourceUid = metricsDataSource(this).uid;
    const answers = await Promise.all(
      expressions.map(([, expr]) =>
        rangeOf({ dataSourceUid, expr, range, maxDataPoints: POINTS, intervalMs: stepMs, signal })
      )
    );
    const columns: Partial<Record<GoldenColumn, readonly Series[]>> = {};
    const unread: Array<{ column: GoldenColumn; reason: string }> = [];
    for (const [index, [column]] of expressions.entries()) {
      const answer = answers[index];
      if (answer?.ok) {
        columns[column] = answer.value;
      } else if (answer) {
        unread.push({ column, reason: answer.error.message });
      }
    }
    const failed = answers.find((answer) => !answer.ok);
    if (failed && !failed.ok && unread.length === answers.length) {
      return failure(failed.error);
    }
    const rows = serviceRows(this.services, columns, { stepMs, endMs: range.toMs });
    return success({ rows, unread, askedAtMs: Date.now() });
  }
}
