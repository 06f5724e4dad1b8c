import path from 'node:path';
import { Command, Option } from 'commander';
import { APP_PATH } from '../../src/catalog/rules';
import { systemsOf } from './catalog';
import { drift, type GeneratedFolder, write } from './files';
import { alertmanagerFiles, RULE_FORMATS, type RuleFormat, ruleFiles } from './render';

interface Options {
  check?: boolean;
  catalog?: string;
  format: RuleFormat;
  out: string;
  grafanaUrl?: string;
}

const DEFAULT_FOLDER = 'provisioning';
const SPECIMENS = 'tests/rules/specimens';

/** Rules of objectives of every kind, which only tests read. */
function specimens(): GeneratedFolder {
  const systems = systemsOf(`${SPECIMENS}/catalog.yaml`, []);
  return { folder: SPECIMENS, files: ruleFiles(systems, { appUrl: APP_PATH }), ownsEnding: '.slo.yaml' };
}

new Command('rules')
  .description('Writes the Prometheus rules and the Alertmanager routing that the catalog says')
  .option('--check', 'change nothing; fail when the files are not what the catalog says')
  .option('--catalog <file>', 'YAML or JSON of your own systems, on top of the built-in ones')
  .addOption(new Option('--format <format>', 'of the rule files').choices(RULE_FORMATS).default('prometheus'))
  .option('--out <folder>', 'where the folders prometheus/rules and alertmanager are', DEFAULT_FOLDER)
  .option('--grafana-url <url>', 'makes the links in alerts absolute, for messages that leave Grafana')
  .action(({ check, catalog, format, out, grafanaUrl }: Options) => {
    const systems = systemsOf(catalog);
    const appUrl = `${grafanaUrl?.replace(/\/+$/, '') ?? ''}${APP_PATH}`;
    const generated: GeneratedFolder[] = [
      {
        folder: path.join(out, 'prometheus/rules'),
        files: ruleFiles(systems, { appUrl }, format),
        ownsEnding: '.yaml',
      },
      { folder: path.join(out, 'alertmanager'), files: alertmanagerFiles(systems) },
      ...(catalog === undefined && out === DEFAULT_FOLDER ? [specimens()] : []),
    ];
    const count = generated.reduce((sum, { files }) => sum + files.size, 0);
    if (!check) {
      generated.forEach(write);
      console.log(`${count} files in ${out}`);
      return;
    }
    const differences = generated.flatMap(drift);
    if (differences.length > 0) {
      console.error(`The rules have drifted from the catalog; run "npm run rules":\n  ${differences.join('\n  ')}`);
      process.exitCode = 1;
    } else {
      console.log(`${count} files are what the catalog says`);
    }
  })
  .parse();
