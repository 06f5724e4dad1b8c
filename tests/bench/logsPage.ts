import { chromium, type Page, type Route } from '@playwright/test';
import { BASE_PATH } from '../../src/app/constants';
import { chromiumLaunch } from '../e2e/browser';
import { findTarget } from '../e2e/target';
import { median } from './pageLoads';

const LINES = 5000;
const SCROLL_STEPS = 60;
const SCROLL_STEP_PX = 400;
/** Rows in view, above and below; what does not grow with the lines. */
const MOST_ROWS = 120;
const LEVELS = ['INFO', 'INFO', 'INFO', 'WARNING', 'ERROR'];

/** Prints how the page of logs behaves with thousands of lines in a browser. @returns what is over its limit. */
export async function benchLogsPage(): Promise<string[]> {
  const target = findTarget();
  console.log(`\nLogs page with ${LINES} lines, in Chromium on ${target.kind}`);
  const browser = await chromium.launch(chromiumLaunch());
  try {
    const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
    const asked = { requests: 0 };
    await page.route(/\/_msearch/, (route) => answer(route, asked));
    const startMs = Date.now();
    await page.goto(`${target.url}${BASE_PATH}/logs`);
    const list = page.getByRole('treegrid', { name: 'Log lines, newest first' });
    await list.getByRole('row').nth(1).waitFor();
    const drawnMs = Date.now() - startMs;
    const first = await drawn(page);
    const beforeMs = Date.now();
    for (let loaded = await rowCount(page); loaded <= LINES; loaded = await rowCount(page)) {
      await page.getByRole('button', { name: 'Load older lines' }).click();
      await page.waitForFunction(
        (before) => Number(document.querySelector('[role="treegrid"]')?.getAttribute('aria-rowcount')) > before,
        loaded
      );
    }
    const all = await drawn(page);
    console.log(
      `  first lines after ${drawnMs} ms; all after ${Date.now() - beforeMs} ms more and ${asked.requests} requests\n` +
        `  rows drawn ${first.rows} at first, ${all.rows} with all; elements of the page ${first.elements}, ${all.elements}`
    );
    const frames = await scrollFrames(page);
    console.log(
      `  scrolling: median frame ${median(frames).toFixed(0)} ms, longest ${Math.max(...frames).toFixed(0)} ms`
    );
    return all.rows > MOST_ROWS ? [`${all.rows} rows are drawn of ${LINES} lines`] : [];
  } finally {
    await browser.close();
  }
}

const rowCount = async (page: Page) => Number(await page.getByRole('treegrid').getAttribute('aria-rowcount'));

const drawn = (page: Page) =>
  page.evaluate(() => ({
    rows: document.querySelectorAll('[role="treegrid"] [role="row"]').length,
    elements: document.querySelectorAll('*').length,
  }));

/** Scrolls the lines from top to bottom and back. @returns the time from frame to frame, milliseconds. */
function scrollFrames(page: Page): Promise<number[]> {
  return page.getByRole('treegrid').evaluate(
    async (list, { steps, stepPx }) => {
      const times: number[] = [];
      let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (let step = 0; step < steps; step++) {
        list.scrollTop += step < steps / 2 ? stepPx : -stepPx;
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        times.push(now - before);
        before = now;
      }
      return times;
    },
    { steps: SCROLL_STEPS, stepPx: SCROLL_STEP_PX }
  );
}

interface SearchBody {
  size?: number;
  search_after?: [number];
}

/** Plays a store of many lines, one in each 20 ms; counts of groups are the real store's. */
async function answer(route: Route, asked: { requests: number }): Promise<void> {
  const [, ...bodies] = (route.request().postData() ?? '')
    .trim()
    .split('\n')
    .filter((_, index) => index === 0 || index % 2 === 1)
    .map((line) => JSON.parse(line) as SearchBody);
  if (bodies.every(({ size = 0 }) => size === 0)) {
    return route.continue();
  }
  asked.requests += 1;
  const responses = bodies.map(({ size = 0, search_after: after }) => ({
    hits: { total: { value: 10_000 }, hits: linesBefore(after?.[0] ?? Date.now(), size) },
    status: 200,
  }));
  return route.fulfill({ json: { responses } });
}

const STEP_MS = 20;

function linesBefore(beforeMs: number, count: number): unknown[] {
  const newest = Math.ceil(beforeMs / STEP_MS) - 1;
  return Array.from({ length: count }, (_, offset) => {
    const number = newest - offset;
    const timeMs = number * STEP_MS;
    return {
      _index: 'app-logs-bench',
      _id: `line-${number}`,
      sort: [timeMs],
      _source: {
        '@timestamp': new Date(timeMs).toISOString(),
        level: LEVELS[number % LEVELS.length],
        service: `service-${number % 7}`,
        message: `request ${number} completed with some words more, as lines have them`,
        trace_id: number.toString(16).padStart(32, 'a'),
        correlation_id: `correlation-${number}`,
        duration_ms: number % 900,
        fields: { user_id: String(number % 40), endpoint: '/orders' },
      },
    };
  });
}
