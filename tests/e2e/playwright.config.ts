import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { defineConfig } from '@playwright/test';
import { chromiumLaunch } from './browser';
import { findTarget } from './target';

const testDir = path.dirname(fileURLToPath(import.meta.url));
const target = findTarget();
const isCi = Boolean(process.env['CI']);

/** What only one host can show is tagged with the other hosts' absence; each test says why beside its tag. */
const otherHost = { grafana: /@preview-only/, preview: /@grafana-only/ }[target.kind];

/** Needs an incident that fires, and runs when all else has run. */
const JOURNEY = 'journey.spec.ts';

export default defineConfig({
  testDir,
  outputDir: path.join(testDir, '../../test-results'),
  // Some tests change the host's settings or take its data source away, and browser and servers fill two cores.
  workers: 1,
  retries: isCi ? 1 : 0,
  forbidOnly: isCi,
  timeout: 60_000,
  expect: { timeout: 15_000, toPass: { timeout: 20_000 } },
  reporter: [['list']],
  use: {
    baseURL: target.url,
    launchOptions: chromiumLaunch(),
    viewport: { width: 1440, height: 900 },
    actionTimeout: 15_000,
    screenshot: 'only-on-failure',
    trace: isCi ? 'on-first-retry' : 'off',
    timezoneId: 'UTC',
    locale: 'en-US',
  },
  // An alert takes minutes to fire: its incident begins before everything else, and is met at the end.
  projects: [
    { name: 'incident begins', testMatch: 'journey/begin.ts', teardown: 'incident ends' },
    { name: 'incident ends', testMatch: 'journey/end.ts' },
    { name: target.kind, grepInvert: otherHost, testIgnore: JOURNEY },
    { name: 'journey', testMatch: JOURNEY, dependencies: ['incident begins'] },
  ],
});
