import { VariableDependencyConfig } from '@grafana/scenes';
import { type System } from '../../../catalog/types';
import { search, searchWithSpans } from '../../../datasources/jaeger';
import { type DataSourceError, type DataSourceWarning } from '../../../datasources/errors';
import { failure, mapResult, type Result, success } from '../../../datasources/result';
import { type TimeWindow } from '../../../datasources/types';
import { foundSummary, type FoundTrace, foundTrace } from '../../../domain/traces/found';
import { readDurationMs, readTagQuery } from '../../../domain/traces/tagQuery';
import { LiveData } from '../../../scenes/live/LiveData';
import { logsDataSource, tracesDataSource } from '../../../scenes/variables/dataSources';
import { isSearch, NO_SEARCH, type SearchChoice, searchProblems } from './searchChoice';
import { tracesOfLines, type TracesOfLines } from './tracesOfLines';

/** What a search found. */
export interface FoundList {
  traces: readonly FoundTrace[];
  /** What was searched for; without a service or lines nothing was. */
  choice: SearchChoice;
  range: TimeWindow;
  /** False: the search brought no spans, so errors and counts are not known. */
  hasSpans: boolean;
  /** What a search by log lines rests on. */
  lines?: Omit<TracesOfLines, 'traces'> | undefined;
  warnings: readonly DataSourceWarning[];
}

/** Runs the search whenever it, the time range or the data source changes. */
export class FoundTraces extends LiveData<FoundList> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['jaeger', 'elasticsearch'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  private choice: SearchChoice = NO_SEARCH;

  constructor(private readonly systems: readonly System[]) {
    super();
  }

  /** Searches for something else. */
  searchFor(choice: SearchChoice) {
    // The order is the list's own: nothing has to be asked for it.
    const isOtherOrder = choice.order !== this.choice.order;
    const isSameSearch = JSON.stringify({ ...choice, order: this.choice.order }) === JSON.stringify(this.choice);
    this.choice = choice;
    if (this.isActive && !(isOtherOrder && isSameSearch)) {
      this.refresh();
    }
  }

  protected ask(range: TimeWindow, signal: AbortSignal): Promise<Result<FoundList>> {
    const { choice } = this;
    const dataSourceUid = tracesDataSource(this).uid;
    if (dataSourceUid === '') {
      return Promise.resolve(
        failure({ kind: 'not-configured', message: 'No Jaeger data source is configured in Grafana.' })
      );
    }
    if (choice.lines !== '') {
      return this.askByLines({ tracesUid: dataSourceUid, range, signal });
    }
    if (!isSearch(choice) || Object.keys(searchProblems(choice)).length > 0) {
      return Promise.resolve(success({ traces: [], choice, range, hasSpans: true, warnings: [] }));
    }
    return askByService(choice, { dataSourceUid, range, signal });
  }

  private async askByLines(request: {
    tracesUid: string;
    range: TimeWindow;
    signal: AbortSignal;
  }): Promise<Result<FoundList>> {
    const { choice, systems } = this;
    const logsUid = logsDataSource(this).uid;
    if (logsUid === '') {
      return failure({ kind: 'not-configured', message: 'No Elasticsearch data source is configured in Grafana.' });
    }
    const found = await tracesOfLines({ ...request, query: choice.lines, systems, logsUid });
    return mapResult(found, ({ traces, ...lines }) => ({
      traces: traces.map(foundTrace),
      choice,
      range: request.range,
      hasSpans: true,
      lines,
      warnings: found.ok ? found.warnings : [],
    }));
  }
}

async function askByService(
  choice: SearchChoice,
  asked: { dataSourceUid: string; range: TimeWindow; signal: AbortSignal }
): Promise<Result<FoundList>> {
  const { range } = asked;
  const request = {
    ...asked,
    service: choice.service,
    operation: choice.operation || undefined,
    tags: readTagQuery(choice.tags).tags,
    minDurationMs: readDurationMs(choice.min),
    maxDurationMs: readDurationMs(choice.max),
    limit: choice.limit,
  };
  const full = await searchWithSpans(request);
  if (full.ok || !canDoWithout(full.error)) {
    return mapResult(full, (traces) => ({
      traces: traces.map(foundTrace),
      choice,
      range,
      hasSpans: true,
      warnings: full.ok ? full.warnings : [],
    }));
  }
  const short = await search(request);
  return mapResult(short, (traces) => ({
    traces: traces.map(foundSummary),
    choice,
    range,
    hasSpans: false,
    warnings: short.ok ? short.warnings : [],
  }));
}

/** The path that brings spans is gone after Jaeger 2.20, and proxies may be closed; the other one may still work. */
function canDoWithout({ kind }: DataSourceError): boolean {
  return kind === 'not-found' || kind === 'no-permission' || kind === 'unexpected';
}
