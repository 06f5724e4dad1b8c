import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { Command } from 'commander';
import { builtInSystems } from '../../src/catalog';
import { ruleFiles } from './render';

const DEFAULT_FOLDER = 'provisioning/prometheus/rules';

/** Files of the folder that differ from what the catalog says. */
function drift(folder: string, wanted: ReadonlyMap<string, string>): string[] {
  const present = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  const stale = present.filter((name) => !wanted.has(name)).map((name) => `${name}: not in the catalog any more`);
  const changed = [...wanted].flatMap(([name, content]) => {
    if (!present.includes(name)) {
      return [`${name}: missing`];
    }
    return readFileSync(path.join(folder, name), 'utf8') === content ? [] : [`${name}: differs`];
  });
  return [...stale, ...changed];
}

function write(folder: string, wanted: ReadonlyMap<string, string>) {
  mkdirSync(folder, { recursive: true });
  for (const name of readdirSync(folder).filter((file) => file.endsWith('.yaml') && !wanted.has(file))) {
    rmSync(path.join(folder, name));
  }
  for (const [name, content] of wanted) {
    writeFileSync(path.join(folder, name), content);
  }
  console.log(`${wanted.size} rule files in ${folder}`);
}

new Command('rules')
  .description('Writes the Prometheus rules that the catalog says')
  .option('--check', 'change nothing; fail when the files are not what the catalog says')
  .option('--out <folder>', 'where the rule files are', DEFAULT_FOLDER)
  .action(({ check, out }: { check?: boolean; out: string }) => {
    const wanted = ruleFiles(builtInSystems);
    if (!check) {
      write(out, wanted);
      return;
    }
    const differences = drift(out, wanted);
    if (differences.length > 0) {
      console.error(`The rules have drifted from the catalog; run "npm run rules":\n  ${differences.join('\n  ')}`);
      process.exitCode = 1;
    } else {
      console.log(`${wanted.size} rule files are what the catalog says`);
    }
  })
  .parse();
