import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium } from '@playwright/test';
import { Command } from 'commander';
import { BASE_PATH } from '../../src/app/constants';
import { pages } from '../../src/app/navigation';
import { chromiumLaunch } from '../e2e/browser';
import { findTarget } from '../e2e/target';
import { benchFleets } from './fleet/bench';
import { loadPage, median, type PageLoad } from './pageLoads';
import { benchRules } from './rules';
import { benchSizes } from './sizes';

const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');

async function benchPages(runs: number) {
  const target = findTarget();
  console.log(`\nPages on ${target.kind} at ${target.url}, median of ${runs} fresh openings at 1440 × 900`);
  console.log(
    `  ${'page'.padEnd(14)} ${'requests'.padStart(9)} ${'queries'.padStart(9)} ${'first ms'.padStart(9)} ${'last ms'.padStart(9)}`
  );
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const { path: route, title } of Object.values(pages).filter((page) => page.path !== 'boards')) {
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

interface Options {
  runs: string;
  sizesOnly?: boolean;
  rulesOnly?: boolean;
  fleetOnly?: boolean;
}

await new Command('bench')
  .description('prints sizes, queries and times; fails only when a size is over its limit')
  .option('--runs <count>', 'openings of each page', '5')
  .option('--sizes-only', 'without a browser and without a running stack')
  .option('--rules-only', 'only the rules of 1,000 objectives: how long they take to make and to evaluate')
  .option('--fleet-only', 'only the pages over 10 and 1,000 services, on servers of their own')
  .action(async ({ runs, sizesOnly, rulesOnly, fleetOnly }: Options) => {
    if (rulesOnly) {
      await benchRules(projectDir, Number(runs));
      return;
    }
    const complaints = benchSizes(path.join(projectDir, 'dist'));
    for (const complaint of complaints) {
      console.error(`Over the limit: ${complaint}`);
    }
    process.exitCode = complaints.length > 0 ? 1 : 0;
    if (!sizesOnly && !fleetOnly) {
      await benchPages(Number(runs));
    }
    if (!sizesOnly) {
      await benchFleets(projectDir, Math.ceil(Number(runs) / 2));
    }
    if (!sizesOnly && !fleetOnly) {
      await benchRules(projectDir, Number(runs));
    }
  })
  .parseAsync();
