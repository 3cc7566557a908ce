/**
 * Takes a picture of an HTML file as a mail client or a browser shows it.
 *
 *     node tools/screenshot.ts FILE.html OUT.png [--width 600] [--top 0] [--height N] [--scale 1] [--dark]
 *
 * The whole page is taken unless a height is given; then that much of it, from `--top` down, in CSS pixels. Nothing is loaded from the network.
 */
import { pathToFileURL } from 'node:url';
import { parseArgs } from 'node:util';
import { launchChromium } from './launch-chromium.ts';
import { standInFontFaces } from './stand-in-fonts.ts';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    dark: { type: 'boolean', default: false },
    height: { type: 'string' },
    top: { type: 'string', default: '0' },
    scale: { type: 'string', default: '1' },
    width: { type: 'string', default: '600' },
  },
});
const [file, out] = positionals;
if (file === undefined || out === undefined) {
  console.error(
    'usage: node tools/screenshot.ts FILE.html OUT.png [--width 600] [--top 0] [--height N] [--scale 1] [--dark]',
  );
  process.exit(2);
}

const width = Number(values.width);
const browser = await launchChromium();
try {
  const context = await browser.newContext({
    viewport: { width, height: 900 },
    deviceScaleFactor: Number(values.scale),
    colorScheme: values.dark ? 'dark' : 'light',
    offline: true,
    // The pages of the archive forbid every style sheet but their own; these fonts only stand in for a reader's.
    bypassCSP: true,
  });
  const page = await context.newPage();
  await page.goto(pathToFileURL(file).href);
  await page.addStyleTag({ content: standInFontFaces() });
  await page.evaluate('document.fonts.ready');
  const clip = values.height && { x: 0, y: Number(values.top), width, height: Number(values.height) };
  await page.screenshot({ path: out, fullPage: true, ...(clip ? { clip } : {}) });
} finally {
  await browser.close();
}
