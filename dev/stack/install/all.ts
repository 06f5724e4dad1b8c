import type { StackPaths } from '../paths';
import type { Progress } from '../progress';
import { installElasticsearch } from './elasticsearch';
import { goServers, installGoServer } from './goServers';

const built = (didBuild: boolean) => (didBuild ? 'built' : 'already installed');

/** Makes every native server available. The Go builds use all cores, so they run one after another. */
export async function installServers(paths: StackPaths, progress: Progress): Promise<void> {
  await progress.step('Install Elasticsearch', () => installElasticsearch(paths), built);
  for (const server of goServers) {
    await progress.step(`Install ${server.title} ${server.version}`, () => installGoServer(server, paths), built);
  }
}
