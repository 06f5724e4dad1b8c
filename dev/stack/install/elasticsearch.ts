import { rmSync } from 'node:fs';
import path from 'node:path';
import type { StackPaths } from '../paths';
import { runLogged } from '../process/run';
import { isCurrent, stampOf, writeStamp } from './stamp';
import { requireTool } from './tools';

/** Where the launcher's classes and the jars are after the installation. */
export function elasticsearchClassPath(paths: StackPaths): string {
  const home = installDir(paths);
  return [path.join(home, 'classes'), path.join(home, 'lib', '*')].join(path.delimiter);
}

/** Fetches the jars and compiles the launcher unless that was done. @returns whether it built */
export async function installElasticsearch(paths: StackPaths): Promise<boolean> {
  const projectDir = path.join(paths.projectDir, 'dev/stack/servers/elasticsearch');
  const target = installDir(paths);
  const stampFile = path.join(paths.binDir, 'elasticsearch.stamp');
  const stamp = stampOf('maven', [projectDir]);
  if (isCurrent(stampFile, stamp, [path.join(target, 'classes/LocalNode.class'), path.join(target, 'lib')])) {
    return false;
  }
  await requireTool('java');
  await requireTool('javac');
  await requireTool('mvn');
  rmSync(target, { recursive: true, force: true });
  await runLogged({
    label: 'Building Elasticsearch',
    command: 'mvn',
    args: ['--batch-mode', '--quiet', `-Dstack.build.directory=${target}`, 'process-classes'],
    cwd: projectDir,
    logFile: path.join(paths.buildDir, 'elasticsearch.log'),
  });
  writeStamp(stampFile, stamp);
  return true;
}

function installDir(paths: StackPaths): string {
  return path.join(paths.binDir, 'elasticsearch');
}
