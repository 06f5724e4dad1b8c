import packsUrl from './packs/index?json';
import { type System } from './types';

/**
 * The systems that Watchkeeper knows from the start, from the file that the build wrote.
 * @throws Error with the reason when the file cannot be had, as after an update under an open page.
 */
export async function fetchBuiltInSystems(): Promise<readonly System[]> {
  const response = await fetch(packsUrl);
  if (!response.ok) {
    throw new Error(`Grafana did not hand out the built-in systems (${response.status}). Reload the page.`);
  }
  return (await response.json()) as readonly System[];
}
