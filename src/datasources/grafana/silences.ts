import { type Silence, type SilenceMatcher } from '../../domain/alerts/silences';
import { unexpected } from '../classify';
import { arrayOf, isRecord, recordOf, stringOf } from '../json';
import { failure, type Result, success } from '../result';
import { callForBody } from '../transport/request';
import { type CallOptions } from '../types';

/**
 * The silences of an Alertmanager that are not over yet.
 * @param source uid of an Alertmanager data source, or `grafana` for Grafana's own.
 */
export async function silences(source: string, options: CallOptions): Promise<Result<Silence[]>> {
  const context = source === 'grafana' ? { subject: 'Grafana' } : { dataSourceUid: source };
  const url = `/api/alertmanager/${encodeURIComponent(source)}/api/v2/silences`;
  const body = await callForBody({ method: 'GET', url }, options, context);
  if (!body.ok) {
    return body;
  }
  if (!Array.isArray(body.value)) {
    return failure(unexpected('this is no list of silences', context, body.value));
  }
  return success(
    body.value
      .map(recordOf)
      .filter(({ status }) => stringOf(recordOf(status)['state']) !== 'expired')
      .map((silence) => silenceFrom(silence, source))
  );
}

function silenceFrom(silence: Record<string, unknown>, source: string): Silence {
  return {
    id: stringOf(silence['id']) ?? '',
    matchers: arrayOf(silence['matchers']).filter(isRecord).map(matcherFrom),
    startsAtMs: timeOf(silence['startsAt']),
    endsAtMs: timeOf(silence['endsAt']),
    createdBy: stringOf(silence['createdBy']) ?? '',
    comment: stringOf(silence['comment']) ?? '',
    source,
  };
}

/** `isEqual` is younger than Alertmanager's API; where it is missing, equality was all there was. */
function matcherFrom(matcher: Record<string, unknown>): SilenceMatcher {
  return {
    name: stringOf(matcher['name']) ?? '',
    value: stringOf(matcher['value']) ?? '',
    isRegex: matcher['isRegex'] === true,
    isEqual: matcher['isEqual'] !== false,
  };
}

function timeOf(written: unknown): number | null {
  const timeMs = Date.parse(stringOf(written) ?? '');
  return Number.isNaN(timeMs) ? null : timeMs;
}
