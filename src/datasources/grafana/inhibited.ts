import { unexpected } from '../classify';
import { recordOf, stringMapOf } from '../json';
import { failure, type Result, success } from '../result';
import { callForBody } from '../transport/request';
import { withParams } from '../transport/resources';
import { type CallOptions } from '../types';

/**
 * The labels of the alerts that an Alertmanager tells nobody of because others fire.
 * @param source uid of an Alertmanager data source.
 */
export async function inhibitedAlerts(
  source: string,
  options: CallOptions
): Promise<Result<Array<Readonly<Record<string, string>>>>> {
  const url = withParams(`/api/alertmanager/${encodeURIComponent(source)}/api/v2/alerts`, {
    active: 'false',
    silenced: 'false',
    unprocessed: 'false',
    inhibited: 'true',
  });
  const context = { dataSourceUid: source };
  const body = await callForBody({ method: 'GET', url }, options, context);
  if (!body.ok) {
    return body;
  }
  return Array.isArray(body.value)
    ? success(body.value.map((alert) => stringMapOf(recordOf(alert)['labels'])))
    : failure(unexpected('this is no list of alerts', context, body.value));
}
