import { existsSync, mkdirSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import type { TestContext } from '../context';
import { junitTally } from '../reports';
import { runToFile } from '../run';
import { runReported, type Suite, type SuiteResult } from '../suite';
import { oneFailed, type Tally } from '../tally';

const rulesDir = 'provisioning/prometheus/rules';
const prometheusFile = 'provisioning/prometheus/prometheus.yml';
const ruleTestsDir = 'tests/rules';

/** promtool's and amtool's verdict on every committed file and on every route, one test each. */
const checks: Suite = {
  id: 'monitoring-config',
  title: 'Prometheus and Alertmanager files',
  async run(context) {
    const rules = yamlFiles(context, rulesDir);
    if (rules.length === 0) {
      return { tally: oneFailed, complaint: `there are no rule files in ${rulesDir}` };
    }
    const promtool = path.join(context.stack.binDir, 'promtool');
    const amtool = path.join(context.stack.binDir, 'amtool');
    return verdicts(context, 'monitoring-config', [
      ...rules.map((file) => ({ name: file, command: promtool, args: ['check', 'rules', '--lint-fatal', file] })),
      { name: prometheusFile, command: promtool, args: ['check', 'config', prometheusFile] },
      ...yamlFiles(context, 'provisioning/alertmanager').flatMap((file) => [
        { name: file, command: amtool, args: ['check-config', file] },
        ...routeChecks(file, amtool),
      ]),
    ]);
  },
};

const ruleTests: Suite = {
  id: 'rules',
  title: 'Rule tests (promtool)',
  async run(context) {
    mkdirSync(context.reportsDir, { recursive: true });
    const report = path.join(context.reportsDir, 'rules.xml');
    const files = yamlFiles(context, ruleTestsDir).filter((file) => isRuleTest(context, file));
    if (files.length === 0) {
      return { tally: oneFailed, complaint: `there are no rule tests in ${ruleTestsDir}` };
    }
    return runReported(context, 'rules', report, junitTally, {
      command: path.join(context.stack.binDir, 'promtool'),
      args: ['test', 'rules', `--junit=${report}`, ...files],
    });
  },
};

/** Who must hear of an alert of each severity that the systems' documents use. */
const receivers = {
  page: ['critical', 'P0', 'high', 'error', 'P1'],
  chat: ['warning', 'medium', 'P2'],
  email: ['info', 'low', 'P3', 'one that nobody knows'],
};

function routeChecks(file: string, amtool: string): Check[] {
  return Object.entries(receivers).flatMap(([receiver, severities]) =>
    severities.map((severity) => ({
      name: `${file}: severity ${severity} reaches ${receiver}`,
      command: amtool,
      args: [
        'config',
        'routes',
        'test',
        `--config.file=${file}`,
        `--verify.receivers=${receiver}`,
        `severity=${severity}`,
      ],
    }))
  );
}

interface Check {
  name: string;
  command: string;
  args: string[];
}

async function verdicts(context: TestContext, id: string, all: Check[]): Promise<SuiteResult> {
  const tally: Tally = { passed: 0, failed: 0, skipped: 0 };
  const complaints: string[] = [];
  for (const { name, command, args } of all) {
    const { exitCode, outputFile } = await runToFile(context, id, command, args);
    if (exitCode === 0) {
      tally.passed += 1;
    } else {
      tally.failed += 1;
      complaints.push(`${name}:\n${readFileSync(outputFile, 'utf8').trim()}`);
    }
  }
  return { tally, ...(complaints.length > 0 && { complaint: complaints.join('\n') }) };
}

function yamlFiles({ projectDir }: TestContext, folder: string): string[] {
  const dir = path.join(projectDir, folder);
  const names = existsSync(dir) ? readdirSync(dir, { recursive: true, encoding: 'utf8' }) : [];
  return names
    .filter((name) => /\.ya?ml$/.test(name))
    .sort()
    .map((name) => path.join(folder, name));
}

/** Rule files may lie beside their tests; only tests have this key. */
function isRuleTest({ projectDir }: TestContext, file: string): boolean {
  const content: unknown = parse(readFileSync(path.join(projectDir, file), 'utf8'));
  return typeof content === 'object' && content !== null && 'tests' in content;
}

/** What needs the tools of the servers, but no running server. */
export const monitoringSuites: Suite[] = [checks, ruleTests];
