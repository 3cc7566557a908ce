import { readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { compileNotice } from '../../src/domain/digest/compile-notice.ts';
import { renderConfirmation } from '../../src/domain/digest/render-confirmation.ts';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { standInFontFaces } from '../../tools/stand-in-fonts.ts';
import { digestInput, ledgerRow } from '../domain/digest/digest-input-builder.ts';
import { examine } from './examine.ts';

/** Phones, a mail client's reading pane, a wide window: CSS pixels. */
const WIDTHS = [320, 600, 1_200];
const SLUGS = ['busy-day', 'empty-day', 'hostile-day'];
/** A browser starts slowly on a busy machine. */
const PATIENCE_MS = 120_000;

let browser: Browser;
beforeAll(async () => {
  browser = await launchChromium();
}, PATIENCE_MS);
afterAll(() => browser?.close());

describe.each(SLUGS)('the digest of the %s', (slug) => {
  it.each(['light', 'dark'] as const)(
    'is readable in %s at every width and loads nothing',
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, offline: true });
      const requests: string[] = [];
      context.on('request', (request) => requests.push(request.url()));
      const page = await context.newPage();
      await page.goto(pathToFileURL(`fixtures/digests/${slug}/expected.html`).href);
      await page.addStyleTag({ content: standInFontFaces() });

      expect(await measureWidths(page)).toEqual(WIDTHS);
      const { faults, contrastsMeasured } = await examine(page);
      expect(faults).toEqual([]);
      expect(contrastsMeasured).toBeGreaterThan(20);
      expect(requests.filter((url) => !/^(?:file|data):/u.test(url))).toEqual([]);
      await context.close();
    },
    PATIENCE_MS,
  );
});

describe.each([
  {
    what: 'notice',
    markup: compileNotice({
      row: ledgerRow(),
      before: 'restricted',
      timeZone: 'Europe/Berlin',
      words: digestInput().words,
      excerptLimits: {},
      senderNote: 'Caveat, 1 Example Street',
    }).html,
  },
  {
    what: 'question before a subscription',
    markup: renderConfirmation({ topicLabel: 'The topic', senderNote: 'Caveat, 1 Example Street' }).html,
  },
])('the $what', ({ markup }) => {
  it.each(['light', 'dark'] as const)(
    'is readable in %s at every width',
    async (colorScheme) => {
      const context = await browser.newContext({ colorScheme, offline: true });
      const page = await context.newPage();
      await page.setContent(markup);
      expect(await measureWidths(page)).toEqual(WIDTHS);
      const { faults, contrastsMeasured } = await examine(page);
      expect(faults).toEqual([]);
      expect(contrastsMeasured).toBeGreaterThan(4);
      await context.close();
    },
    PATIENCE_MS,
  );
});

it(
  'stays within a phone’s width where a client drops the style sheet',
  async () => {
    const page = await browser.newPage({ viewport: { width: 320, height: 900 } });
    const markup = readFileSync('fixtures/digests/busy-day/expected.html', 'utf8');
    await page.setContent(markup.replace(/<style>[\s\S]*<\/style>/u, ''));
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBe(320);
    await page.close();
  },
  PATIENCE_MS,
);

/** How wide the page is at each window width: wider than the window means that it scrolls sideways. */
async function measureWidths(page: Page): Promise<unknown[]> {
  const measured: unknown[] = [];
  for (const width of WIDTHS) {
    await page.setViewportSize({ width, height: 900 });
    measured.push(await page.evaluate('document.documentElement.scrollWidth'));
  }
  return measured;
}
