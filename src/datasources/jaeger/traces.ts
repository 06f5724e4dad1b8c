import { type Trace } from '../../domain/traces/types';
import { type Frame } from '../../domain/frames';
import { badQuery } from '../classify';
import { type DataSourceError } from '../errors';
import { dataSourceName } from '../lookup';
import { failure, type Result, success } from '../result';
import { postQueries } from '../transport';
import { type CallOptions, type TimeWindow } from '../types';
import { services } from './lists';
import { parseTrace } from './parse';
import { traceQuery } from './queries';
import { normaliseTraceId } from '../../domain/traces/traceId';

interface Timed extends CallOptions {
  dataSourceUid: string;
  /** Only used by data sources that are set up to look up ids within a time range. */
  range: TimeWindow;
}

/**
 * One trace. The id may be written in any form that `normaliseTraceId` reads.
 * @returns `not-found` when Jaeger has no such trace (any more), `bad-query` when the text is no trace id.
 */
export async function trace({ traceId, ...request }: Timed & { traceId: string }): Promise<Result<Trace>> {
  const answers = await traces({ ...request, traceIds: [traceId] });
  return answers.get(traceId) ?? failure(notATraceId(traceId, request.dataSourceUid));
}

/** Several traces in one request, by the id that was asked for. One that fails leaves the others alone. */
export async function traces({
  traceIds,
  dataSourceUid,
  ...timed
}: Timed & { traceIds: readonly string[] }): Promise<Map<string, Result<Trace>>> {
  const asked = [...new Set(traceIds)];
  const known = asked.map((written) => ({ written, id: normaliseTraceId(written) }));
  const queries = known.flatMap(({ id }, index) =>
    id === undefined ? [] : [traceQuery({ dataSourceUid, traceId: id, refId: `T${index}` })]
  );
  const response = await postQueries({ ...timed, queries });
  const results = new Map<string, Result<Trace>>();
  for (const [index, { written, id }] of known.entries()) {
    const answer = response.get(`T${index}`);
    results.set(
      written,
      id === undefined || !answer
        ? failure(notATraceId(written, dataSourceUid))
        : await readTrace(id, answer, { ...timed, dataSourceUid })
    );
  }
  return results;
}

async function readTrace(id: string, answer: Result<readonly Frame[]>, request: Timed): Promise<Result<Trace>> {
  if (answer.ok) {
    const found = parseTrace(answer.value);
    return found ? success(found, answer.warnings) : failure(traceNotFound(id, request.dataSourceUid));
  }
  const { error } = answer;
  return (await meansNotFound(error, request)) ? failure(traceNotFound(id, request.dataSourceUid, error)) : answer;
}

/**
 * An unknown id has three shapes: `404 Not Found` from Jaeger, an answer without spans, and, in Grafana 12.2 to 12.4.0,
 * a crash of the data source (HTTP 500). A crash is told from trouble by asking for something that always works.
 */
async function meansNotFound(error: DataSourceError, { dataSourceUid, signal, timeoutMs }: Timed): Promise<boolean> {
  if (error.kind === 'not-found') {
    return error.what === 'resource';
  }
  const crashed = error.status === 500 && (error.kind === 'unexpected' || error.kind === 'down');
  return crashed && (await services({ dataSourceUid, signal, timeoutMs })).ok;
}

function traceNotFound(traceId: string, dataSourceUid: string, cause?: DataSourceError): DataSourceError {
  const name = dataSourceName(dataSourceUid) ?? dataSourceUid;
  const message = `"${name}" has no trace ${traceId}: it was not sampled, has not arrived yet, or has expired.`;
  return { kind: 'not-found', what: 'trace', message, dataSourceUid, status: cause?.status, cause: cause?.cause };
}

function notATraceId(text: string, dataSourceUid: string): DataSourceError {
  return badQuery(`"${text.trim().slice(0, 80)}" is not a trace id: 16 or 32 hexadecimal digits are one.`, {
    dataSourceUid,
  });
}
