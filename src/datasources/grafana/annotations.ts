import { type Mark } from '../../domain/changes/types';
import { unexpected } from '../classify';
import { arrayOf, isRecord, numberOf, stringOf } from '../json';
import { failure, type Result, success } from '../result';
import { callForBody } from '../transport/request';
import { withParams } from '../transport/resources';
import { type CallOptions, type TimeWindow } from '../types';

/** Tag of the annotations that deploy pipelines leave in Grafana. */
export const DEPLOY_TAG = 'deploy';

const LIMIT = 100;
const GRAFANA = { subject: 'Grafana' };

/**
 * Grafana's annotations with a tag, newest first.
 * @returns a `truncated` warning when there are more than 100.
 */
export async function annotationsTagged({
  tag,
  range,
  ...options
}: CallOptions & { tag: string; range: TimeWindow }): Promise<Result<Mark[]>> {
  const params = {
    from: range.fromMs,
    to: range.toMs,
    tags: tag,
    type: 'annotation',
    limit: LIMIT,
  };
  const body = await callForBody({ method: 'GET', url: withParams('/api/annotations', params) }, options, GRAFANA);
  if (!body.ok) {
    return body;
  }
  if (!Array.isArray(body.value)) {
    return failure(unexpected('this is no list of annotations', GRAFANA, body.value));
  }
  const marks = body.value.flatMap((entry) => parseMark(entry) ?? []).sort((a, b) => b.timeMs - a.timeMs);
  const message = `Only the ${LIMIT} newest annotations are shown; there are more.`;
  return success(marks, marks.length >= LIMIT ? [{ kind: 'truncated', shown: LIMIT, message }] : []);
}

/** A mark to leave in Grafana, for all of its organisation. */
export interface NewMark {
  /** Unix milliseconds. */
  timeMs: number;
  /** Makes it a region. */
  endMs?: number | undefined;
  text: string;
  tags: readonly string[];
}

/**
 * Writes an annotation that belongs to no dashboard; queries by tag find it. Needs the right `annotations:create`.
 * @returns its id.
 */
export async function writeAnnotation(
  { timeMs, endMs, text, tags }: NewMark,
  options: CallOptions
): Promise<Result<number>> {
  const body = { time: timeMs, ...(endMs === undefined ? {} : { timeEnd: endMs }), text, tags };
  const answer = await callForBody({ method: 'POST', url: '/api/annotations', body }, options, GRAFANA);
  if (!answer.ok) {
    return answer;
  }
  const id = numberOf(isRecord(answer.value) ? answer.value['id'] : undefined);
  return id === undefined ? failure(unexpected('this names no annotation', GRAFANA, answer.value)) : success(id);
}

function parseMark(entry: unknown): Mark | undefined {
  const { time, timeEnd, text, tags } = isRecord(entry) ? entry : {};
  const timeMs = numberOf(time);
  if (timeMs === undefined) {
    return undefined;
  }
  const endMs = numberOf(timeEnd);
  return {
    kind: 'mark',
    timeMs,
    // Grafana ends a moment where it begins.
    endMs: endMs !== undefined && endMs > timeMs ? endMs : undefined,
    text: plainText(stringOf(text) ?? ''),
    tags: arrayOf(tags).filter((tag) => typeof tag === 'string'),
  };
}

/** Annotations may hold HTML; marks are shown as text. */
function plainText(text: string): string {
  return text
    .replace(/<[^>]*>/g, ' ')
    .replace(/\s+/g, ' ')
    .trim();
}
