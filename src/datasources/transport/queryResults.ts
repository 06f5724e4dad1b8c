import { type Frame } from '../../domain/frames';
import { classifyRef, unexpected } from '../classify';
import { type DataSourceWarning, type ErrorContext, type Notice } from '../errors';
import { isRecord, numberOf, recordOf, stringOf } from '../json';
import { failure, type Result, success } from '../result';
import { decodeFrames } from './frames';

/** The answer to each query of one request, in the order of the queries. */
export type RefResults = ReadonlyArray<Result<readonly Frame[]>>;

/** True when a body of `/api/ds/query` holds results; errors of the request as a whole hold none. */
export function holdsResults(body: unknown): body is { results: Record<string, unknown> } {
  return isRecord(body) && isRecord(body.results);
}

/**
 * Reads the result of each refId. One that is absent failed with the others when another one of the request failed:
 * some plugins report a failed request on its first query only.
 */
export function readRefResults(
  results: Record<string, unknown>,
  refIds: readonly string[],
  context: ErrorContext
): RefResults {
  const present = refIds.map((refId) => readRef(results[refId], { ...context, refId }));
  const failed = present.find((result) => result?.ok === false);
  return refIds.map((refId, index) => {
    const fallback =
      failed?.ok === false
        ? { ...failed.error, refId }
        : unexpected(`it left out the answer to query ${refId}`, { ...context, refId });
    return present[index] ?? failure(fallback);
  });
}

/** The same result under another refId. */
export function renameRef(result: Result<readonly Frame[]>, refId: string): Result<readonly Frame[]> {
  if (!result.ok) {
    return failure({ ...result.error, refId });
  }
  const warnings = result.warnings.map((warning) => ({ ...warning, refId }));
  return success(
    result.value.map((frame) => ({ ...frame, refId })),
    warnings
  );
}

function readRef(entry: unknown, context: ErrorContext & { refId: string }): Result<readonly Frame[]> | undefined {
  if (!isRecord(entry)) {
    return undefined;
  }
  const error = stringOf(entry.error);
  if (error !== undefined) {
    return failure(classifyRef({ error, status: numberOf(entry.status) }, context));
  }
  try {
    const frames = decodeFrames(entry.frames);
    return success(frames, notices(frames, context));
  } catch (cause) {
    return failure(unexpected('its answer could not be read', context, cause));
  }
}

function notices(frames: readonly Frame[], { dataSourceUid, refId }: ErrorContext): DataSourceWarning[] {
  const byText = new Map<string, Notice>();
  for (const notice of frames.flatMap((frame) => frame.meta?.notices ?? [])) {
    const { severity, text } = recordOf(notice);
    if (typeof text === 'string' && !byText.has(text)) {
      byText.set(text, { kind: 'notice', severity: severityOf(severity), message: text, dataSourceUid, refId });
    }
  }
  return [...byText.values()];
}

function severityOf(severity: unknown): Notice['severity'] {
  return severity === 'warning' || severity === 'error' ? severity : 'info';
}
