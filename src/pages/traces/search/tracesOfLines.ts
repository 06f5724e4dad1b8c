import { type System } from '../../../catalog/types';
import { logs } from '../../../datasources/elasticsearch';
import { type DataSourceError } from '../../../datasources/errors';
import { traces } from '../../../datasources/jaeger';
import { failure, type Result, success } from '../../../datasources/result';
import { type TimeWindow } from '../../../datasources/types';
import { readLogLine } from '../../../domain/logs/logLine';
import { and, fieldExists, type LuceneQuery, or } from '../../../domain/logs/lucene';
import { namedTraces } from '../../../domain/logs/namedTraces';
import { type Trace } from '../../../domain/traces/types';
import { schemaOfIndex } from '../logSources';

/** The newest lines that are read for the ids in them. */
const MOST_LINES = 500;
/** Each is a request of Grafana's to Jaeger. */
const MOST_TRACES = 50;

/** The traces of log lines, and what that rests on. */
export interface TracesOfLines {
  traces: readonly Trace[];
  /** Lines that were read; the newest when there are more. */
  lineCount: number;
  hasMoreLines: boolean;
  /** Traces that they name. */
  namedCount: number;
  /** Of these, how many were asked for: those of the newest lines. */
  askedCount: number;
  /** Asked for, and not in the trace store (any more). */
  missingCount: number;
}

interface Request {
  query: LuceneQuery;
  systems: readonly System[];
  logsUid: string;
  tracesUid: string;
  range: TimeWindow;
  signal: AbortSignal;
}

/**
 * Finds the lines of a query that name a trace, and then those traces: two requests. A trace that is not there is
 * counted; anything else that keeps all of them away is the answer's error.
 */
export async function tracesOfLines({
  query,
  systems,
  logsUid,
  tracesUid,
  range,
  signal,
}: Request): Promise<Result<TracesOfLines>> {
  const schemas = systems.flatMap(({ logSchemas = [] }) => logSchemas);
  const idFields = [...new Set(schemas.flatMap(({ fields }) => fields.traceId ?? []))];
  const found = await logs({
    dataSourceUid: logsUid,
    query: idFields.length > 0 ? and([query, or(idFields.map(fieldExists))]) : query,
    limit: MOST_LINES,
    range,
    isTyped: true,
    signal,
  });
  if (!found.ok) {
    return found;
  }
  const { records, nextPage } = found.value;
  const named = namedTraces(records.map((record) => readLogLine(record, schemaOfIndex(schemas, record.index)?.fields)));
  const asked = named.slice(0, MOST_TRACES);
  const answers = asked.length === 0 ? [] : [...(await ask(asked, { tracesUid, range, signal }))];
  const failed = answers.flatMap((answer) => (answer.ok || isMissing(answer.error) ? [] : [answer.error]));
  const [firstFailure] = failed;
  if (firstFailure && failed.length === answers.length) {
    return failure(firstFailure);
  }
  return success(
    {
      traces: answers.flatMap((answer) => (answer.ok ? [answer.value] : [])),
      lineCount: records.length,
      hasMoreLines: nextPage !== undefined,
      namedCount: named.length,
      askedCount: asked.length,
      missingCount: answers.filter((answer) => !answer.ok && isMissing(answer.error)).length,
    },
    firstFailure ? [{ kind: 'partial', message: firstFailure.message, failures: failed }] : []
  );
}

async function ask(
  traceIds: readonly string[],
  { tracesUid, range, signal }: Pick<Request, 'tracesUid' | 'range' | 'signal'>
): Promise<Iterable<Result<Trace>>> {
  return (await traces({ dataSourceUid: tracesUid, traceIds, range, signal })).values();
}

function isMissing(error: DataSourceError): boolean {
  return error.kind === 'not-found' && error.what === 'trace';
}
