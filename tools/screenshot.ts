/**
 * Takes a picture of an HTML file as a mail client shows it.
 *
 *     node tools/screenshot.ts FILE.html OUT.png [--width 600] [--height N] [--scale 1] [--dark]
 *
 * The whole page is taken unless a height is given. Nothing is loaded from the network.
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from './launch-chromium.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: 'boolean', default: false },
    height: { type: 'string' },
    scale: { type: 'string', default: '1' },
    width: { type: 'string', default: '600' },
  },
});
const [file, out] = positionals;
if (file === undefined || out === undefined) {
  console.error(
    'usage: node tools/screenshot.ts FILE.html OUT.png [--width 600] [--height N] [--scale 1] [--dark]',
  );
  process.exit(2);
}

const browser = await launchChromium();
try {
  const context = await browser.newContext({
    viewport: { width: Number(values.width), height: Number(values.height ?? 900) },
    deviceScaleFactor: Number(values.scale),
    colorScheme: values.dark ? 'dark' : 'light',
    offline: true,
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.screenshot({ path: out, fullPage: values.height === undefined });
} finally {
  await browser.close();
}
