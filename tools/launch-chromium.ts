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

/** The package runs everything in one process, for want of room in a Lambda; closing one window then ends them all. */
const ONE_PROCESS = '--single-process';

/** A headless Chromium from the npm package, so that nothing need be installed beside it. */
export async function launchChromium(): Promise<Browser> {
  chromium.setGraphicsMode = false;
  return driver.launch({
    executablePath: await chromium.executablePath(),
    args: [...chromium.args.filter((flag) => flag !== ONE_PROCESS), ...STAY_AT_HOME],
    headless: true,
  });
}
