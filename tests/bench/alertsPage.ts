import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import { BASE_PATH } from '../../src/app/constants';
import { builtInSystems } from '../../src/catalog/packs';
import { chromiumLaunch } from '../e2e/browser';
import { findTarget } from '../e2e/target';
import { manyAlerts, rulesAnswer } from './manyAlerts';
import { median } from './pageLoads';

const ALERTS = 5_000;
const SCROLL_STEPS = 60;
const SCROLL_STEP_PX = 400;
/** A page has come to rest when it asked nothing for so long. */
const QUIET_MS = 1_500;
const TYPED = 'node-17';

/** Where the alerts come from: the uid in the address of the rules, in Grafana's own notation. */
const SOURCES = ['prometheus', 'grafana'];
const NO_RULES = { status: 'success', data: { groups: [] } };

/** Prints how the list of alerts and Home behave in a browser while thousands of alerts fire. */
export async function benchAlertsPage(): Promise<void> {
  const target = findTarget();
  console.log(`\nAlerts and Home with ${ALERTS} firing alerts, in Chromium on ${target.kind}`);
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const source of SOURCES) {
      console.log(`  ${ALERTS} alerts in the rules of ${source}`);
      await benchList(browser, `${target.url}${BASE_PATH}/alerts`, source);
      await benchHome(browser, `${target.url}${BASE_PATH}/home`, source);
    }
  } finally {
    await browser.close();
  }
}

async function benchList(browser: Browser, url: string, source: string) {
  const opened = await open(browser, url, source, (page) => page.getByRole('row').nth(1).getByRole('link').first());
  const { page, firstMs } = opened;
  await quiet(page);
  const rows = await page.getByRole('row').count();
  const frames = await scrollFrames(page.getByRole('row').nth(1));
  const keys = await typing(page);
  console.log(
    `    Alerts: first row after ${firstMs}, ${opened.requests()}; ${await elements(page)} elements, ${rows} of them rows; ` +
      `scrolling: ${inWords(frames)}; typing: ${inWords(keys)} from key to list`
  );
  await page.close();
}

async function benchHome(browser: Browser, url: string, source: string) {
  const opened = await open(browser, url, source, (page) => page.getByTestId('alert-group').first());
  const { page, firstMs } = opened;
  await quiet(page);
  const frames = await scrollFrames(page.getByTestId('alert-group').first());
  console.log(
    `    Home: first group after ${firstMs}, ${opened.requests()}; ${await elements(page)} elements, ` +
      `${await page.getByTestId('alert-group').count()} of them groups; scrolling: ${inWords(frames)}`
  );
  await page.close();
}

/** Opens a page whose rules are made up, and waits for the first alert. */
async function open(browser: Browser, url: string, source: string, first: (page: Page) => Locator) {
  const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
  const nowMs = Date.now();
  const body = JSON.stringify(rulesAnswer(manyAlerts(ALERTS, builtInSystems, nowMs), nowMs));
  const counts = { rules: 0, alertmanager: 0, queries: 0 };
  await page.route(/\/api\/prometheus\/[^/]+\/api\/v1\/rules/, (route) => {
    const isAsked = route.request().url().includes(`/api/prometheus/${source}/`);
    return route.fulfill({ contentType: 'application/json', body: isAsked ? body : JSON.stringify(NO_RULES) });
  });
  page.on('request', (request) => {
    const path = new URL(request.url()).pathname;
    counts.rules += Number(path.startsWith('/api/prometheus/'));
    counts.alertmanager += Number(path.startsWith('/api/alertmanager/'));
    counts.queries += Number(path === '/api/ds/query');
  });
  const startMs = Date.now();
  let answeredMs = startMs;
  page.on('requestfinished', (request) => {
    answeredMs = request.url().includes(`/api/prometheus/${source}/`) ? Date.now() : answeredMs;
  });
  await page.goto(url);
  await first(page).waitFor();
  const firstMs = `${Date.now() - startMs} ms (${Date.now() - answeredMs} ms after the rules were read)`;
  const requests = () =>
    `${counts.rules} requests for rules, ${counts.alertmanager} to alert managers, ${counts.queries} for data`;
  return { page, firstMs, requests };
}

async function quiet(page: Page) {
  let lastMs = Date.now();
  const note = () => (lastMs = Date.now());
  page.on('request', note);
  while (Date.now() - lastMs < QUIET_MS) {
    await page.waitForTimeout(100);
  }
  page.off('request', note);
}

function elements(page: Page): Promise<number> {
  return page.evaluate(() => document.querySelectorAll('*').length);
}

/** Scrolls what the element stands in, down and up. @returns the time from frame to frame, milliseconds. */
function scrollFrames(inside: Locator): Promise<number[]> {
  return inside.evaluate(
    async (element, { steps, stepPx }) => {
      let scroller = element.parentElement;
      while (scroller && (scroller.scrollHeight <= scroller.clientHeight || !scrolls(scroller))) {
        scroller = scroller.parentElement;
      }
      const scrolled = scroller ?? document.scrollingElement ?? document.body;
      const times: number[] = [];
      let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (let step = 0; step < steps; step++) {
        scrolled.scrollTop += step < steps / 2 ? stepPx : -stepPx;
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        times.push(now - before);
        before = now;
      }
      return times;

      function scrolls(one: Element): boolean {
        return /auto|scroll/.test(getComputedStyle(one).overflowY);
      }
    },
    { steps: SCROLL_STEPS, stepPx: SCROLL_STEP_PX }
  );
}

/** Types into the filter. @returns for each key the time until the frame after its list was drawn, milliseconds. */
async function typing(page: Page): Promise<number[]> {
  const field = page.getByRole('textbox', { name: 'Search alerts' });
  await field.focus();
  await page.evaluate(() => {
    const state = window as unknown as { benchKeys: number[] };
    state.benchKeys = [];
    document.addEventListener(
      'input',
      () => {
        const startMs = performance.now();
        requestAnimationFrame(() => requestAnimationFrame(() => state.benchKeys.push(performance.now() - startMs)));
      },
      true
    );
  });
  await field.pressSequentially(TYPED, { delay: 250 });
  await page.waitForTimeout(1_000);
  return page.evaluate(() => (window as unknown as { benchKeys: number[] }).benchKeys);
}

function inWords(times: readonly number[]): string {
  return `median ${median(times).toFixed(0)} ms, longest ${Math.max(...times).toFixed(0)} ms`;
}
