import { VariableDependencyConfig } from '@grafana/scenes';
import { search, searchWithSpans } from '../../../datasources/jaeger';
import { type DataSourceError, type DataSourceWarning } from '../../../datasources/errors';
import { failure, mapResult, type Result, success } from '../../../datasources/result';
import { type TimeWindow } from '../../../datasources/types';
import { foundSummary, type FoundTrace, foundTrace } from '../../../domain/traces/found';
import { readDurationMs, readTagQuery } from '../../../domain/traces/tagQuery';
import { LiveData } from '../../../scenes/live/LiveData';
import { tracesDataSource } from '../../../scenes/variables/dataSources';
import { NO_SEARCH, type SearchChoice, searchProblems } from './searchChoice';

/** What a search found, newest first. */
export interface FoundList {
  traces: readonly FoundTrace[];
  /** What was searched for; without a service nothing was. */
  choice: SearchChoice;
  range: TimeWindow;
  /** False: the search brought no spans, so errors and counts are not known. */
  hasSpans: boolean;
  warnings: readonly DataSourceWarning[];
}

/** Runs the search whenever it, the time range or the data source changes. */
export class FoundTraces extends LiveData<FoundList> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['jaeger'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  private choice: SearchChoice = NO_SEARCH;

  /** Searches for something else. */
  searchFor(choice: SearchChoice) {
    this.choice = choice;
    if (this.isActive) {
      this.refresh();
    }
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<FoundList>> {
    const { choice } = this;
    const dataSourceUid = tracesDataSource(this).uid;
    if (dataSourceUid === '') {
      return failure({ kind: 'not-configured', message: 'No Jaeger data source is configured in Grafana.' });
    }
    if (choice.service === '' || Object.keys(searchProblems(choice)).length > 0) {
      return success({ traces: [], choice, range, hasSpans: true, warnings: [] });
    }
    const request = {
      dataSourceUid,
      range,
      signal,
      service: choice.service,
      operation: choice.operation || undefined,
      tags: readTagQuery(choice.tags).tags,
      minDurationMs: readDurationMs(choice.min),
      maxDurationMs: readDurationMs(choice.max),
      limit: choice.limit,
    };
    const list = (traces: FoundTrace[], hasSpans: boolean, warnings: readonly DataSourceWarning[]): FoundList => ({
      traces: traces.sort((a, b) => b.startTimeMs - a.startTimeMs),
      choice,
      range,
      hasSpans,
      warnings,
    });
    const full = await searchWithSpans(request);
    if (full.ok || !canDoWithout(full.error)) {
      return mapResult(full, (traces) => list(traces.map(foundTrace), true, full.ok ? full.warnings : []));
    }
    const short = await search(request);
    return mapResult(short, (traces) => list(traces.map(foundSummary), false, short.ok ? short.warnings : []));
  }
}

/** The path that brings spans is gone after Jaeger 2.20, and proxies may be closed; the other one may still work. */
function canDoWithout({ kind }: DataSourceError): boolean {
  return kind === 'not-found' || kind === 'no-permission' || kind === 'unexpected';
}
