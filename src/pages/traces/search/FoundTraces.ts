import { VariableDependencyConfig } from '@grafana/scenes';
import { type System } from '../../../catalog/types';
import { search, searchWithSpans } from '../../../datasources/jaeger';
import { type DataSourceError, type DataSourceWarning } from '../../../datasources/errors';
import { failure, mapResult, type Result, success } from '../../../datasources/result';
import { type TimeWindow } from '../../../datasources/types';
import { foundSummary, type FoundTrace, foundTrace } from '../../../domain/traces/found';
import { type Trace } from '../../../domain/traces/types';
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
    this.choice = choice;
    if (this.isActive) {
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
  const { tags } = readTagQuery(choice.tags);
  const request = {
    ...asked,
    service: choice.service,
    operation: choice.operation || undefined,
    tags,
    minDurationMs: readDurationMs(choice.min),
    maxDurationMs: readDurationMs(choice.max),
    limit: choice.limit,
  };
  const [full, failed] = await Promise.all([
    searchWithSpans(request),
    // Only the newest come: failed ones may be too rare to be among them.
    choice.order === 'worst' ? searchWithSpans({ ...request, tags: { ...tags, error: 'true' } }) : undefined,
  ]);
  if (full.ok || !canDoWithout(full.error)) {
    return mapResult(full, (traces) => ({
      traces: unique([...(failed?.ok ? failed.value : []), ...traces]).map(foundTrace),
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

function unique(traces: readonly Trace[]): Trace[] {
  return [...new Map(traces.map((trace) => [trace.traceId, trace])).values()];
}

/** The path that brings spans is gone after Jaeger 2.20, and proxies may be closed; the other one may still work. */
function canDoWithout({ kind }: DataSourceError): boolean {
  return kind === 'not-found' || kind === 'no-permission' || kind === 'unexpected';
}
