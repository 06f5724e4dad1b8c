import path from 'node:path';
import { installChromium } from '../../stack/install/chromium';
import type { TestContext } from '../context';
import { jestTally, playwrightTally } from '../reports';
import { binary, runReported, type Suite } from '../suite';

/** Tells the tests which stack to use: its state file, and the manifest of what its history holds. No other host. */
function stackEnvironment({ stack }: TestContext): Record<string, string> {
  return {
    GRAFANA_URL: '',
    WATCHKEEPER_URL: '',
    WATCHKEEPER_API_URL: '',
    TELEMETRY_URL: '',
    WATCHKEEPER_STATE: stack.stateFile,
    WATCHKEEPER_MANIFEST: path.join(stack.telemetryDir, 'manifest.json'),
  };
}

/** Needs the preview host: its API is what the data-source layer speaks to. */
export const contractSuite: Suite = {
  id: 'contract',
  title: 'Contract tests on real servers',
  run(context) {
    const report = path.join(context.reportsDir, 'contract.json');
    return runReported(context, 'contract', report, jestTally, {
      command: binary(context, 'jest'),
      args: ['--config', 'tests/contract/jest.config.mjs', '--json', '--outputFile', report],
      env: stackEnvironment(context),
    });
  },
};

/** Needs the preview host. */
export const browserSuite: Suite = {
  id: 'e2e',
  title: 'Browser tests on the preview host',
  async run(context) {
    const report = path.join(context.reportsDir, 'e2e.json');
    return runReported(context, 'e2e', report, playwrightTally, {
      command: binary(context, 'playwright'),
      args: ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=line,json'],
      env: {
        ...stackEnvironment(context),
        CHROMIUM_PATH: await installChromium(context.stack),
        PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      },
    });
  },
};
