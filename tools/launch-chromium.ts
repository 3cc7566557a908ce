import chromium from '@sparticuz/chromium';
import { type Browser, chromium as driver } from 'playwright-core';

/** Closed machines: without these the browser tries to reach its maker at every start. */
const STAY_AT_HOME = [
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-quic',
  '--disable-sync',
  '--no-first-run',
];

/** A headless Chromium from the npm package, so that nothing need be installed beside it. */
export async function launchChromium(): Promise<Browser> {
  chromium.setGraphicsMode = false;
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args, ...STAY_AT_HOME],
    headless: true,
  });
}
