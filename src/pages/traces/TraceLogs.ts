import { VariableDependencyConfig } from '@grafana/scenes';
import { type System } from '../../catalog/types';
import { logs } from '../../datasources/elasticsearch';
import { type DataSourceWarning } from '../../datasources/errors';
import { failure, type Result, success } from '../../datasources/result';
import { type TimeWindow } from '../../datasources/types';
import { type LogPage } from '../../domain/logs/types';
import { type LogLine, readLogLine } from '../../domain/logs/logLine';
import { type LuceneQuery } from '../../domain/logs/lucene';
import { correlationsInTags, linesOfCorrelations, linesOfTrace } from '../../domain/logs/traceLogQuery';
import { type Trace } from '../../domain/traces/types';
import { LiveData } from '../../scenes/live/LiveData';
import { logsDataSource } from '../../scenes/variables/dataSources';
import { logSourcesOf, schemaOfIndex, type SystemLogSource } from './logSources';
import { type SourceReport, reportSources } from './sourceReports';
import { type TraceData } from './TraceData';

/** The lines of a trace, and where they were looked for. */
export interface TraceLines {
  lines: readonly LogLine[];
  sources: readonly SourceReport[];
  /** Correlation ids by which more lines were found, or looked for. */
  correlationIds: readonly string[];
  warnings: readonly DataSourceWarning[];
  /** The query that finds all of the lines. */
  query: LuceneQuery;
  window: TimeWindow;
}

/** Clocks differ, and lines are written after their span: that much before and after a trace is looked at. */
const BEFORE_MS = 5 * 60_000;
const AFTER_MS = 15 * 60_000;
const MOST_LINES = 5000;
/** More ids than that are of something else than one request. */
const MOST_CORRELATIONS = 20;

/**
 * The log lines of a trace from the indices of the systems in it: first those that carry its id, then, by the
 * correlation ids of those and of its spans, those that carry no trace id. Also for a trace that is gone: logs are kept
 * longer than traces.
 */
export class TraceLogs extends LiveData<TraceLines> {
  protected override _variableDependency = new VariableDependencyConfig(this, {
    variableNames: ['elasticsearch'],
    onReferencedVariableValueChanged: () => this.refresh(),
  });

  constructor(
    private readonly data: TraceData,
    private readonly systems: readonly System[]
  ) {
    super();
  }

  protected async ask(range: TimeWindow, signal: AbortSignal): Promise<Result<TraceLines>> {
    const trace = await this.data.settled(signal);
    const dataSourceUid = logsDataSource(this).uid;
    if (dataSourceUid === '') {
      return failure({ kind: 'not-configured', message: 'No Elasticsearch data source is configured in Grafana.' });
    }
    const window = trace ? windowOf(trace) : range;
    const sources = logSourcesOf(trace?.spans ?? [], this.systems);
    const schemas = sources.map(({ schema }) => schema);
    const find = (query: LuceneQuery) =>
      logs({ dataSourceUid, query, limit: MOST_LINES, order: 'oldest-first', range: window, signal });
    const query = linesOfTrace(schemas, this.data.traceId);
    const byId = await find(query);
    if (!byId.ok) {
      return byId;
    }
    const own = byId.value.records.map((record) => readLine(record, sources));
    const inTags = correlationsInTags(trace?.spans.flatMap(({ tags }) => tags) ?? [], schemas);
    const correlationIds = [...new Set([...own.flatMap((line) => line.correlationIds), ...inTags])];
    const canFollow = correlationIds.length > 0 && correlationIds.length <= MOST_CORRELATIONS;
    const byCorrelation = canFollow ? await find(linesOfCorrelations(schemas, correlationIds)) : undefined;
    const known = new Set(own.map(({ id }) => id));
    const more = (byCorrelation?.ok ? byCorrelation.value.records : [])
      .filter(({ id }) => !known.has(id))
      .map((record) => readLine(record, sources))
      // A line of another trace with the same correlation id is that trace's.
      .filter(({ traceId }) => traceId === undefined);
    const lines = [...own, ...more];
    return success({
      lines,
      sources: await reportSources(sources, lines, { dataSourceUid, signal }),
      correlationIds: canFollow ? correlationIds : [],
      warnings: [...byId.warnings, ...warningsOf(byCorrelation)],
      query,
      window,
    });
  }
}

/** Without the lines that only a correlation id leads to, those with the trace's own id are still worth showing. */
function warningsOf(byCorrelation: Result<LogPage> | undefined): readonly DataSourceWarning[] {
  if (!byCorrelation || byCorrelation.ok) {
    return byCorrelation?.warnings ?? [];
  }
  const { error } = byCorrelation;
  const message = `Lines that carry only a correlation id could not be read. ${error.message}`;
  return [{ kind: 'partial', message, failures: [error] }];
}

function windowOf({ spans }: Trace): TimeWindow {
  const startMs = spans[0]?.startTimeMs ?? 0;
  const endMs = spans.reduce((latest, span) => Math.max(latest, span.startTimeMs + span.durationMs), startMs);
  return { fromMs: Math.floor(startMs - BEFORE_MS), toMs: Math.ceil(endMs + AFTER_MS) };
}

function readLine(record: Parameters<typeof readLogLine>[0], sources: readonly SystemLogSource[]): LogLine {
  const schema = schemaOfIndex(
    sources.map((source) => source.schema),
    record.index
  );
  return readLogLine(record, schema?.fields);
}
