import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, request } from '@playwright/test';
import { chromiumLaunch } from './browser';
import { ExecutivePage } from './fixtures/executivePage';
import { signedIn } from './fixtures/signIn';
import { findTarget } from './target';

// Takes the pictures of the README: tsx tests/e2e/screenshots.ts [url]
const MAX_BYTES = 300_000;
const folder = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../../src/img/screenshots');

const [url] = process.argv.slice(2);
const found = findTarget(url ? { ...process.env, WATCHKEEPER_URL: process.env['GRAFANA_URL'] ? '' : url } : process.env);
const target = url ? { ...found, url: url.replace(/\/+$/, '') } : found;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(chromiumLaunch());
try {
  for (const theme of ['dark', 'light'] as const) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 1200 },
      storageState: await signedIn(target, request),
    });
    const page = await context.newPage();
    await page.goto(`${target.url}/a/watchkeeper-oncall-app/executive?theme=${theme}`);
    await new ExecutivePage(page).waitForData();
    const file = path.join(folder, `executive-${theme}.png`);
    await page.screenshot({ path: file, animations: 'disabled' });
    const { size } = statSync(file);
    console.log(`${path.relative(process.cwd(), file)}: ${Math.round(size / 1000)} kB`);
    if (size > MAX_BYTES) {
      throw new Error(`${file} has ${size} bytes, ${MAX_BYTES} are allowed`);
    }
    await context.close();
  }
} finally {
  await browser.close();
}
