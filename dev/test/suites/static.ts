import path from 'node:path';
import { jestTally } from '../reports';
import { scriptSizes, sizeComplaints } from '../sizes';
import { binary, commandSuite, runReported, type Suite } from '../suite';
import { oneFailed, onePassed } from '../tally';

const script = (id: string, title: string, name: string, ...args: string[]): Suite =>
  commandSuite(id, title, 'npm', ['run', '--silent', name, ...(args.length > 0 ? ['--', ...args] : [])]);

const unit: Suite = {
  id: 'unit',
  title: 'Unit tests',
  run(context) {
    const report = path.join(context.reportsDir, 'unit.json');
    return runReported(context, 'unit', report, jestTally, {
      command: binary(context, 'jest'),
      args: ['--config', '.config/jest.config.mjs', '--json', '--outputFile', report],
    });
  },
};

const size: Suite = {
  id: 'size',
  title: 'Size of the build',
  async run({ projectDir }) {
    const complaints = sizeComplaints(scriptSizes(path.join(projectDir, 'dist')));
    return complaints.length === 0 ? { tally: onePassed } : { tally: oneFailed, complaint: complaints.join('\n') };
  },
};

/** What needs no server. */
export const staticSuites: Suite[] = [
  script('format', 'Format', 'format:check'),
  script('typecheck', 'Types', 'typecheck'),
  script('lint', 'Lint', 'lint'),
  unit,
  script('build', 'Build', 'build'),
  size,
  script('coverage', 'Catalog coverage', 'coverage'),
  script('rules-drift', 'Generated rules are current', 'rules', '--check'),
  script('schema-drift', 'Generated schema is current', 'schema', '--check'),
];
