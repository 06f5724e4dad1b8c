import { arrayOf } from '../json';
import { mapResult, type Result } from '../result';
import { getResource } from '../transport';
import { type CallOptions } from '../types';

interface Addressed extends CallOptions {
  dataSourceUid: string;
}

/** The services that have reported spans, sorted. */
export async function services({ dataSourceUid, ...options }: Addressed): Promise<Result<string[]>> {
  return mapResult(await getResource({ dataSourceUid, path: 'services', ...options }), sortedNames);
}

/** The operations of a service, sorted. A service that Jaeger does not know has none. */
export async function operations({
  dataSourceUid,
  service,
  ...options
}: Addressed & { service: string }): Promise<Result<string[]>> {
  const path = `services/${encodeURIComponent(service)}/operations`;
  return mapResult(await getResource({ dataSourceUid, path, ...options }), sortedNames);
}

function sortedNames(body: unknown): string[] {
  return [...new Set(arrayOf(body).filter((name) => typeof name === 'string' && name !== ''))].sort() as string[];
}
