import { type Browser, type Page } from '@playwright/test';

/** What one opening of a page cost. */
export interface PageLoad {
  /** Requests to `/api/ds/query`. */
  requests: number;
  /** Queries inside them. */
  queries: number;
  /** From navigation to the first and to the last answer of a query, milliseconds. */
  firstAnswerMs: number;
  lastAnswerMs: number;
  /** Elements of the page when it has come to rest. */
  domNodes: number;
}

const QUIET_MS = 1500;
/** A page that has not asked anything for so long asks nothing. */
const SILENCE_MS = 8_000;
const PATIENCE_MS = 60_000;

/** Opens a page in a fresh context and watches its queries until none has been under way for a while. */
export async function loadPage(browser: Browser, url: string): Promise<PageLoad> {
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  const load: PageLoad = { requests: 0, queries: 0, firstAnswerMs: 0, lastAnswerMs: 0, domNodes: 0 };
  const startMs = Date.now();
  let underWay = 0;
  let lastEventMs = startMs;
  const note = () => (lastEventMs = Date.now());
  page.on('request', (request) => {
    if (request.url().includes('/api/ds/query')) {
      underWay++;
      load.requests++;
      load.queries += queriesIn(request.postData());
      note();
    }
  });
  const ended = (requestUrl: string) => {
    if (requestUrl.includes('/api/ds/query')) {
      underWay--;
      note();
      load.firstAnswerMs ||= Date.now() - startMs;
      load.lastAnswerMs = Date.now() - startMs;
    }
  };
  page.on('requestfinished', (request) => ended(request.url()));
  page.on('requestfailed', (request) => ended(request.url()));
  await page.goto(url);
  await untilQuiet(
    page,
    () => underWay === 0 && Date.now() - lastEventMs > (load.requests > 0 ? QUIET_MS : SILENCE_MS)
  );
  load.domNodes = await page.locator('*').count();
  await context.close();
  return load;
}

async function untilQuiet(page: Page, quiet: () => boolean) {
  const deadlineMs = Date.now() + PATIENCE_MS;
  while (!quiet()) {
    if (Date.now() > deadlineMs) {
      throw new Error(`${page.url()} still asked after ${PATIENCE_MS / 1000} s`);
    }
    await page.waitForTimeout(50);
  }
}

function queriesIn(body: string | null): number {
  const parsed: unknown = body ? JSON.parse(body) : undefined;
  const queries = typeof parsed === 'object' && parsed !== null && 'queries' in parsed ? parsed.queries : [];
  return Array.isArray(queries) ? queries.length : 0;
}

/** The middle one of some numbers. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
