import { existsSync } from 'node:fs';
import type { LaunchOptions } from '@playwright/test';
import { findChromium } from '../../dev/stack/install/chromium';

// Where systems put it that have no chromium on PATH.
const wellKnownPaths = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/snap/bin/chromium',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

/**
 * How to start the browser: `CHROMIUM_PATH`, else one on PATH, else one at a well-known path.
 * Throws an Error that says what to do when there is none.
 */
export function chromiumLaunch(env: NodeJS.ProcessEnv = process.env): LaunchOptions {
  const executablePath = findChromium(env) ?? wellKnownPaths.find((file) => existsSync(file));
  if (!executablePath || !existsSync(executablePath)) {
    const asked = executablePath
      ? `There is no browser at CHROMIUM_PATH (${executablePath}).`
      : 'No Chromium was found.';
    throw new Error(
      `${asked} Install one (Debian: apt-get install chromium; macOS: brew install --cask chromium) or set CHROMIUM_PATH to its program.`
    );
  }
  return {
    executablePath,
    args: [
      // Containers often run as root and without user namespaces, and have a small /dev/shm.
      '--no-sandbox',
      '--disable-dev-shm-usage',
      '--disable-gpu',
      // Text as wide on every machine.
      '--font-render-hinting=none',
    ],
  };
}
