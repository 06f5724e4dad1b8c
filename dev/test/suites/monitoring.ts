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
      ...rules.map((file) => ({
        name: file,
        command: promtool,
        args: ['check', 'rules', '--lint=all', '--lint-fatal', file],
      })),
      { name: prometheusFile, command: promtool, args: ['check', 'config', prometheusFile] },
      ...yamlFiles(context, 'provisioning/alertmanager').flatMap((file) => [
        { name: file, command: amtool, args: ['check-config', file] },
        ...routeChecks(file, amtool),
      ]),
      ...templateChecks(amtool),
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

/** Who must hear of which alert: of systems that leave it to the severity, and of those that say it themselves. */
const routes: ReadonlyArray<[receivers: string, ...labelSets: string[]]> = [
  ['page', 'severity=critical', 'severity=P0', 'severity=high', 'severity=error', 'severity=P1'],
  ['chat', 'severity=warning', 'severity=medium', 'severity=P2'],
  ['email', 'severity=info', 'severity=low', 'severity=P3', 'severity=one that nobody knows'],
  ['enis-critical', 'system=enis severity=critical page=true', 'system=enis severity=critical page=false'],
  ['enis-warning', 'system=enis severity=warning'],
  ['enis-low', 'system=enis severity=info'],
  ['mini-market-critical', 'system=mini-market severity=critical'],
  ['mini-market-high', 'system=mini-market severity=high'],
  ['mini-market-chat', 'system=mini-market severity=medium'],
  ['soma-agent-critical', 'system=soma-agent severity=critical'],
  ['soma-agent-warning', 'system=soma-agent severity=warning'],
  ['accelerapp-critical-alerts', 'system=accelerapp severity=critical'],
  ['accelerapp-high', 'system=accelerapp severity=high'],
  ['accelerapp-warning', 'system=accelerapp severity=warning'],
  ['accelerapp-info', 'system=accelerapp severity=info'],
  // Critical alerts go to the pager and on to their team.
  ['obs-standards-critical-alerts,obs-standards-platform-team', 'system=obs-standards severity=critical team=platform'],
  ['obs-standards-critical-alerts,obs-standards-payments-team', 'system=obs-standards severity=critical team=payments'],
  ['obs-standards-platform-team', 'system=obs-standards severity=warning team=platform'],
  ['obs-standards-business-team', 'system=obs-standards severity=warning team=business'],
  ['obs-standards-infrastructure-team', 'system=obs-standards severity=warning team=infrastructure'],
  ['obs-standards-payments-team', 'system=obs-standards severity=warning team=payments'],
  ['obs-standards-default-receiver', 'system=obs-standards severity=info'],
];

function routeChecks(file: string, amtool: string): Check[] {
  const command = ['config', 'routes', 'test', `--config.file=${file}`];
  return routes.flatMap(([receivers, ...labelSets]) =>
    labelSets.map((labels) => ({
      name: `${file}: ${labels} reaches ${receivers}`,
      command: amtool,
      args: [...command, `--verify.receivers=${receivers}`, ...labels.split(/ (?=\w+=)/)],
    }))
  );
}

const templatesFile = 'provisioning/alertmanager/watchkeeper.tmpl';

/** Every text of a notification can be made, with amtool's own example data. */
function templateChecks(amtool: string): Check[] {
  return ['title', 'text', 'slack.color', 'pagerduty.severity'].map((name) => ({
    name: `${templatesFile}: ${name}`,
    command: amtool,
    args: [
      'template',
      'render',
      `--template.glob=${templatesFile}`,
      `--template.text={{ template "watchkeeper.${name}" . }}`,
    ],
  }));
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
