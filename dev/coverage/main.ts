import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

import { Command } from 'commander';

import { builtInSystems } from '../../src/catalog';
import { openProject } from './project';
import { folder, run, settle, type RunOptions } from './run';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

const options = new Command('coverage')
  .description('What of the requirements is implemented, open or out. Exit code 1 when the tracker itself is wrong.')
  .option('--system <id>', 'one system only')
  .option('--kind <kind>', 'one kind of item only')
  .option('--open', 'list the open items instead of the table')
  .option('--json', 'print everything as JSON')
  .option('--write', 'first drop the open mark of items that a catalog pack implements')
  .parse()
  .opts<RunOptions & { write?: boolean }>();

if (options.write) {
  for (const { name, text, ids } of settle({ ...openProject(root), packs: builtInSystems })) {
    writeFileSync(path.join(root, folder, name), text);
    console.error(`${folder}/${name}: implemented by the catalog now: ${ids.join(', ')}`);
  }
}

const { stdout, stderr, exitCode } = run({ ...openProject(root), packs: builtInSystems }, options);
if (stdout) console.log(stdout);
if (stderr) console.error(stderr);
process.exitCode = exitCode;
