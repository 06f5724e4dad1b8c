import { type LogField } from '../../domain/logs/types';
import { mapResult, type Result } from '../result';
import { getResource } from '../transport';
import { type CallOptions } from '../types';
import { parseFieldCapabilities } from './parseFields';

/**
 * The fields of the indices, by name.
 * @param request.index limits it to an index pattern.
 * @param request.matching limits it to names; the filter works here, since the data source passes none on.
 */
export async function fieldCapabilities({
  dataSourceUid,
  index,
  matching,
  ...options
}: CallOptions & {
  dataSourceUid: string;
  index?: string | undefined;
  matching?: RegExp | undefined;
}): Promise<Result<LogField[]>> {
  const path = index === undefined ? '_field_caps' : `${encodeURIComponent(index)}/_field_caps`;
  const body = await getResource({ dataSourceUid, path, ...options });
  return mapResult(body, (answer) => parseFieldCapabilities(answer).filter(({ name }) => matching?.test(name) ?? true));
}
