import { mkdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Page, request } from '@playwright/test';
import { chromiumLaunch } from './browser';
import { ExecutivePage } from './fixtures/executivePage';
import { APP_ID } from './fixtures/host';
import { signedIn } from './fixtures/signIn';
import { findTarget } from './target';

// Takes the pictures of the README from a running host: tsx tests/e2e/screenshots.ts [folder]
const MAX_BYTES = 300_000;
const projectDir = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
const folder = path.resolve(projectDir, process.argv[2] ?? 'src/img/screenshots');
const target = findTarget();

/** Each is taken once what it is about is there. */
const pictures = [
  {
    name: 'on-call-dark',
    path: 'home',
    theme: 'dark',
    isReady: (page: Page) => page.getByRole('link', { name: 'Run the runbook' }).first().waitFor(),
  },
  {
    name: 'executive-dark',
    path: 'executive',
    theme: 'dark',
    isReady: (page: Page) => new ExecutivePage(page).waitForData(),
  },
  {
    name: 'services-light',
    path: 'services',
    theme: 'light',
    isReady: (page: Page) => page.getByTestId('services-overview').getByRole('row').nth(1).waitFor(),
  },
] as const;

mkdirSync(folder, { recursive: true });
const browser = await chromium.launch(chromiumLaunch());
try {
  for (const { name, path: route, theme, isReady } of pictures) {
    const context = await browser.newContext({
      viewport: { width: 1440, height: 1000 },
      storageState: await signedIn(target, request),
    });
    const page = await context.newPage();
    await page.goto(`${target.url}/a/${APP_ID}/${route}?theme=${theme}`);
    await isReady(page);
    await page.waitForLoadState('networkidle');
    const file = path.join(folder, `${name}.png`);
    await page.screenshot({ path: file, animations: 'disabled' });
    const { size } = statSync(file);
    console.log(`${path.relative(projectDir, file)}: ${Math.round(size / 1000)} kB`);
    if (size > MAX_BYTES) {
      throw new Error(`${file} has ${size} bytes, ${MAX_BYTES} are allowed`);
    }
    await context.close();
  }
} finally {
  await browser.close();
}
