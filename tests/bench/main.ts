import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { Command, Option } from 'commander';
import { BASE_PATH } from '../../src/app/constants';
import { pages } from '../../src/app/navigation';
import { chromiumLaunch } from '../e2e/browser';
import { findTarget } from '../e2e/target';
import { benchAlertGroups } from './alertGroups';
import { benchAlertsPage } from './alertsPage';
import { benchFleets } from './fleet/bench';
import { benchLogsPage } from './logsPage';
import { loadPage, median, type PageLoad } from './pageLoads';
import { benchRules } from './rules';
import { benchSizes } from './sizes';
import { benchTracePage } from './tracePage';
import { benchTraces } from './traces';

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

async function benchPages(runs: number) {
  const target = findTarget();
  console.log(`\nPages on ${target.kind} at ${target.url}, median of ${runs} fresh openings at 1440 × 900`);
  console.log(
    `  ${'page'.padEnd(14)} ${'requests'.padStart(9)} ${'queries'.padStart(9)} ${'first ms'.padStart(9)} ${'last ms'.padStart(9)}`
  );
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const { path: route, title } of Object.values(pages)) {
      const loads: PageLoad[] = [];
      for (let run = 0; run < runs; run++) {
        loads.push(await loadPage(browser, `${target.url}${BASE_PATH}/${route}`));
      }
      const columns = (['requests', 'queries', 'firstAnswerMs', 'lastAnswerMs'] as const).map((key) =>
        String(median(loads.map((load) => load[key]))).padStart(9)
      );
      console.log(`  ${title.padEnd(14)} ${columns.join(' ')}`);
    }
  } finally {
    await browser.close();
  }
}

/** What is measured, in the order in which it runs. Each answers with what is over its limit. */
const parts: Readonly<Record<string, (runs: number) => Promise<string[]> | string[]>> = {
  sizes: () => benchSizes(path.join(projectDir, 'dist')),
  traces: () => benchTraces(),
  pages: (runs) => benchPages(runs).then(nothing),
  'trace-page': () => benchTracePage().then(nothing),
  logs: () => benchLogsPage(),
  alerts: async () => {
    const complaints = benchAlertGroups();
    await benchAlertsPage();
    return complaints;
  },
  fleets: (runs) => benchFleets(projectDir, Math.ceil(runs / 2)).then(nothing),
  rules: (runs) => benchRules(projectDir, runs).then(nothing),
};
const nothing = () => [];

await new Command('bench')
  .description('prints sizes, queries and times; fails only when something is over its limit')
  .option('--runs <count>', 'openings of each page', '5')
  .addOption(
    new Option('--only <parts...>', 'some parts; "pages", "trace-page" and "alerts" need the running stack').choices(
      Object.keys(parts)
    )
  )
  .action(async ({ runs, only = Object.keys(parts) }: { runs: string; only?: string[] }) => {
    for (const [name, part] of Object.entries(parts)) {
      for (const complaint of only.includes(name) ? await part(Number(runs)) : []) {
        console.error(`Over the limit: ${complaint}`);
        process.exitCode = 1;
      }
    }
  })
  .parseAsync();
