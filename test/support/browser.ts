// A real browser: Debian's Chromium, or the one that CHROMIUM names.
import { existsSync } from 'node:fs';
import { type Browser, chromium } from 'playwright-core';

const path = process.env.CHROMIUM ?? '/usr/bin/chromium';

/** Why the tests in a browser cannot run here; undefined where they can. */
export const noBrowser = existsSync(path)
  ? undefined
  : `no browser at ${path}: install Debian's package chromium, or name one with CHROMIUM`;

/** Headless, and without the services of its maker: it is to open a file, not the network. */
export function openBrowser(): Promise<Browser> {
  const quiet = ['--disable-background-networking', '--disable-component-update', '--disable-sync', '--disable-quic'];
  return chromium.launch({
    executablePath: path,
    args: ['--no-sandbox', '--disable-gpu', '--no-first-run', ...quiet],
  });
}
