import { instants } from '../../datasources/prometheus';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { unreachableJobs } from '../../domain/health/unreachable';
import { aggregate } from '../../domain/promql/expressions';
import { renderSelector } from '../../domain/promql/matchers';
import { metricsDataSource } from '../variables/dataSources';
import { LiveData } from './LiveData';

/** What does not answer to scrapes now, in words, sorted. */
export class UnreachableTargets extends LiveData<string[]> {
  constructor(private readonly systems: readonly string[]) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<string[]>> {
    const up = renderSelector({ metric: 'up', where: { system: { anyOf: this.systems } } });
    const answers = await instants({
      dataSourceUid: metricsDataSource(this).uid,
      expressions: { all: aggregate('count', ['job'], up), down: aggregate('count', ['job'], `${up} == 0`) },
      range,
      signal,
    });
    if (!answers.all.ok) {
      return failure(answers.all.error);
    }
    return answers.down.ok
      ? success(unreachableJobs(answers.all.value, answers.down.value), answers.down.warnings)
      : failure(answers.down.error);
  }
}
