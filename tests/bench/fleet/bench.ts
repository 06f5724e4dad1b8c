import { chromium, type Browser } from '@playwright/test';
import { BASE_PATH } from '../../../src/app/constants';
import { chromiumLaunch } from '../../e2e/browser';
import { loadPage, median, type PageLoad } from '../pageLoads';
import { serviceName } from './catalog';
import { startFleet } from './servers';

const SIZES = [10, 1_000];
const PAGES = {
  Services: 'services',
  'One service': `services/fleet/${serviceName(1)}`,
  Objectives: 'slos',
  Executive: 'executive',
} as const;
const COLUMNS = ['requests', 'queries', 'firstAnswerMs', 'lastAnswerMs', 'domNodes'] as const;

/** Opens pages over a small and a large fleet: what a page asks must not grow with the number of services. */
export async function benchFleets(projectDir: string, runs: number): Promise<void> {
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const size of SIZES) {
      const fleet = await startFleet(projectDir, size);
      try {
        console.log(
          `\nPages over ${size} services and ${size} objectives (${fleet.samples} samples), median of ${runs} fresh openings`
        );
        console.log(`  ${'page'.padEnd(14)} ${COLUMNS.map((name) => name.padStart(13)).join(' ')}`);
        for (const [title, route] of Object.entries(PAGES)) {
          console.log(`  ${title.padEnd(14)} ${await measure(browser, `${fleet.url}${BASE_PATH}/${route}`, runs)}`);
        }
      } finally {
        await fleet.stop();
      }
    }
  } finally {
    await browser.close();
  }
}

async function measure(browser: Browser, url: string, runs: number): Promise<string> {
  const loads: PageLoad[] = [];
  for (let run = 0; run < runs; run++) {
    // The fleet alone: the built-in systems have no data here.
    loads.push(await loadPage(browser, `${url}?var-system=fleet&from=now-1h&to=now`));
  }
  return COLUMNS.map((key) => String(median(loads.map((load) => load[key]))).padStart(13)).join(' ');
}
