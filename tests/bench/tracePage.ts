import { chromium, type Page, type Route } from '@playwright/test';
import { BASE_PATH } from '../../src/app/constants';
import { type Span } from '../../src/domain/traces/types';
import { chromiumLaunch } from '../e2e/browser';
import { findTarget } from '../e2e/target';
import { median } from './pageLoads';
import { TRACE_SHAPES } from './traceShapes';

const SPANS = 10_000;
const LINES = 5000;
const SCROLL_STEPS = 60;
const SCROLL_STEP_PX = 260;

/** Prints how a page with a huge trace and its lines behaves in a browser: time to draw, size of the DOM, frames. */
export async function benchTracePage(): Promise<void> {
  const target = findTarget();
  console.log(`\nTrace page with ${SPANS} spans and ${LINES} log lines, in Chromium on ${target.kind}`);
  const browser = await chromium.launch(chromiumLaunch());
  try {
    for (const [name, shape] of Object.entries(TRACE_SHAPES)) {
      const page = await browser.newPage({ viewport: { width: 1440, height: 900 } });
      const spans = shape(SPANS);
      await page.route(/\/api\/ds\/query/, (route) => answer(route, spans));
      const startMs = Date.now();
      await page.goto(`${target.url}${BASE_PATH}/traces/${'f'.repeat(32)}`);
      await page.getByRole('treeitem').first().waitFor();
      const drawnMs = Date.now() - startMs;
      await page.getByRole('option').first().waitFor();
      const linesMs = Date.now() - startMs;
      if (name === 'wide') {
        await page.getByRole('treeitem').nth(1).click();
      }
      const frames = await scrollFrames(page);
      const elements = await page.evaluate(() => document.querySelectorAll('*').length);
      const tree = await page.evaluate(() => document.querySelectorAll('[role="treeitem"], [role="option"]').length);
      console.log(
        `  ${name.padEnd(5)} spans drawn after ${drawnMs} ms, lines after ${linesMs} ms; ${elements} elements, ${tree} of them rows; ` +
          `scrolling: median frame ${median(frames).toFixed(0)} ms, longest ${Math.max(...frames).toFixed(0)} ms`
      );
      await page.close();
    }
  } finally {
    await browser.close();
  }
}

/** Scrolls the spans from top to bottom and back. @returns the time from frame to frame, milliseconds. */
function scrollFrames(page: Page): Promise<number[]> {
  return page.getByRole('tree').evaluate(
    async (tree, { steps, stepPx }) => {
      const times: number[] = [];
      let before = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
      for (let step = 0; step < steps; step++) {
        tree.scrollTop += step < steps / 2 ? stepPx : -stepPx;
        const now = await new Promise<number>((resolve) => requestAnimationFrame(resolve));
        times.push(now - before);
        before = now;
      }
      return times;
    },
    { steps: SCROLL_STEPS, stepPx: SCROLL_STEP_PX }
  );
}

async function answer(route: Route, spans: readonly Span[]): Promise<void> {
  const { queries } = route.request().postDataJSON() as {
    queries: Array<{ refId: string; datasource: { type: string } }>;
  };
  const [query] = queries;
  const type = query?.datasource.type;
  const frames = type === 'jaeger' ? [traceFrame(spans)] : type === 'elasticsearch' ? [logFrame(spans)] : undefined;
  await (frames && query
    ? route.fulfill({ json: { results: { [query.refId]: { status: 200, frames } } } })
    : route.continue());
}

function frameOf(columns: Record<string, { type: string; values: unknown[] }>): unknown {
  const fields = Object.entries(columns).map(([name, { type }]) => ({ name, type, typeInfo: { frame: 'any' } }));
  return { schema: { fields }, data: { values: Object.values(columns).map(({ values }) => values) } };
}

function traceFrame(spans: readonly Span[]): unknown {
  const column = (type: string, of: (span: Span) => unknown) => ({ type, values: spans.map(of) });
  return frameOf({
    traceID: column('string', ({ traceId }) => traceId),
    spanID: column('string', ({ spanId }) => spanId),
    parentSpanID: column('string', ({ parentSpanId }) => parentSpanId),
    operationName: column('string', ({ operationName }) => operationName),
    serviceName: column('string', ({ serviceName }) => serviceName),
    serviceTags: column('other', ({ serviceTags }) => serviceTags),
    startTime: column('number', ({ startTimeMs }) => startTimeMs),
    duration: column('number', ({ durationMs }) => durationMs),
    tags: column('other', ({ tags }) => tags),
  });
}

function logFrame(spans: readonly Span[]): unknown {
  const every = Math.max(1, Math.floor(spans.length / LINES));
  const logged = spans.filter((_, index) => index % every === 0).slice(0, LINES);
  const source = ({ spanId, traceId, serviceName }: Span, index: number) =>
    JSON.stringify({
      message: `line ${index}`,
      level: 'INFO',
      service: serviceName,
      trace_id: traceId,
      span_id: spanId,
    });
  return frameOf({
    '@timestamp': { type: 'time', values: logged.map(({ startTimeMs }) => Math.floor(startTimeMs)) },
    _source: { type: 'string', values: logged.map(source) },
    _id: { type: 'string', values: logged.map((_, index) => `id-${index}`) },
    _index: { type: 'string', values: logged.map(() => 'app-logs-bench') },
  });
}
