import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { digestFile, frontFiles } from '../../src/domain/archive-site/site-file.ts';
import { compileDigest } from '../../src/domain/digest/compile-digest.ts';
import { launchChromium } from '../../tools/launch-chromium.ts';
import { standInFontFaces } from '../../tools/stand-in-fonts.ts';
import { timelineInput, twoYears } from '../domain/archive-site/two-years.ts';
import { readDigestInput } from '../domain/digest/digest-input-builder.ts';
import { timelinePositions } from '../domain/ledger/timeline.ts';
import { examine } from './examine.ts';

/** A phone, a tablet, a wide window: CSS pixels. */
const WIDTHS = [320, 600, 1_200];
/** A browser starts slowly on a busy machine. */
const PATIENCE_MS = 120_000;

const folder = mkdtempSync(join(tmpdir(), 'caveat-site-'));
const busy = compileDigest(readDigestInput('busy-day'));
const hostile = compileDigest(readDigestInput('hostile-day'));
const PUBLIC = timelineInput({ positions: timelinePositions(), until: '2026-03-31' });
const DIGESTS = [busy, hostile].map(({ date, subject }) => ({
  date,
  subject,
  changeCount: 1,
  articleCount: 2,
}));

const PAGES = {
  'timeline.html': 'the timeline of two years of public record',
  'full.html': 'a timeline that is as full as it gets',
  'empty.html': 'a timeline of nothing yet',
  'index.html': 'the index',
  'digests/busy.html': 'the page of a busy digest',
  'digests/hostile.html': 'the page of a hostile digest',
} as const;

let browser: Browser;
beforeAll(async () => {
  const timeline = (input: typeof PUBLIC) =>
    bodyOf(frontFiles(input, { digests: DIGESTS, articles: [] }, { topicId: 't' }), 'timeline.html');
  write('timeline.html', timeline(PUBLIC));
  write('full.html', timeline(timelineInput({ positions: twoYears(400) })));
  write('empty.html', timeline(timelineInput()));
  write(
    'index.html',
    bodyOf(frontFiles(PUBLIC, { digests: DIGESTS, articles: [] }, { topicId: 't' }), 'index.html'),
  );
  write('digests/busy.html', digestFile(busy).body);
  write('digests/hostile.html', digestFile(hostile).body);
  browser = await launchChromium();
}, PATIENCE_MS);
afterAll(async () => {
  await browser?.close();
  rmSync(folder, { recursive: true, force: true });
});

function bodyOf(files: readonly { path: string; body: string }[], path: string): string {
  return files.find((file) => file.path === path)?.body ?? '';
}

function write(path: string, body: string): void {
  mkdirSync(dirname(join(folder, path)), { recursive: true });
  writeFileSync(join(folder, path), body);
}

async function open(
  path: string,
  options: BrowserContextOptions = {},
): Promise<{ page: Page; requests: string[]; complaints: string[] }> {
  const context = await browser.newContext({
    offline: true,
    viewport: { width: 1_200, height: 900 },
    ...options,
  });
  const page = await context.newPage();
  const requests: string[] = [];
  const complaints: string[] = [];
  page.on('request', (request) => requests.push(request.url()));
  page.on('console', (message) => complaints.push(message.text()));
  await page.goto(pathToFileURL(join(folder, path)).href);
  return { page, requests, complaints };
}

describe.each(Object.entries(PAGES))('%s, %s', (path) => {
  it.each(['light', 'dark'] as const)(
    'is readable in %s at every width',
    async (colorScheme) => {
      const { page } = await open(path, { colorScheme, bypassCSP: true });
      await page.addStyleTag({ content: standInFontFaces() });
      const widths: unknown[] = [];
      for (const width of WIDTHS) {
        await page.setViewportSize({ width, height: 900 });
        widths.push(await page.evaluate('document.documentElement.scrollWidth'));
        await keepPicture(page, `${path}-${colorScheme}-${width}`);
      }
      expect(widths).toEqual(WIDTHS);
      const { faults, contrastsMeasured } = await examineOpened(page);
      expect(faults).toEqual([]);
      expect(contrastsMeasured).toBeGreaterThan(5);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it(
    'loads nothing, and takes its own style sheet under its own policy',
    async () => {
      const { page, requests, complaints } = await open(path);
      expect(requests).toEqual([pathToFileURL(join(folder, path)).href]);
      expect(complaints).toEqual([]);
      expect(await page.evaluate('getComputedStyle(document.querySelector("h1")).fontWeight')).toBe('400');
      await page.context().close();
    },
    PATIENCE_MS,
  );
});

describe('the timeline', () => {
  it(
    'lets the keyboard reach and open every mark, read it, and come back',
    async () => {
      const { page } = await open('timeline.html');
      const marks = await page.locator('.marks button').count();
      const reached = new Set<number>();
      for (let steps = 0; reached.size < marks && steps < marks + 40; steps += 1) {
        await page.keyboard.press('Tab');
        const mark = Number(
          await page.evaluate(
            '[...document.querySelectorAll(".marks button")].indexOf(document.activeElement)',
          ),
        );
        if (mark < 0) continue;
        reached.add(mark);
        if (mark % 10 !== 0) continue;
        await page.keyboard.press('Enter');
        expect(
          await page.evaluate('document.activeElement === document.querySelector(":popover-open")'),
        ).toBe(true);
        expect(await page.locator('.card:popover-open').innerText()).toMatch(/Weapons[\s\S]*Close/);
        await page.keyboard.press('Escape');
        expect(await page.locator('.card:popover-open').count()).toBe(0);
        expect(
          Number(
            await page.evaluate(
              '[...document.querySelectorAll(".marks button")].indexOf(document.activeElement)',
            ),
          ),
        ).toBe(mark);
      }
      expect(reached.size).toBe(marks);
      expect(marks).toBeGreaterThan(38);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it(
    'opens a mark’s evidence with the pointer where no script may run, and closes it again',
    async () => {
      const { page } = await open('timeline.html', { javaScriptEnabled: false });
      const card = page.locator('.card').first();
      await page.locator('tbody button').first().click();
      expect(await card.isVisible()).toBe(true);
      expect(await card.locator('a').first().getAttribute('href')).toMatch(/^https?:/);
      await card.getByText('Close').click();
      expect(await card.isVisible()).toBe(false);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it.each(WIDTHS)(
    'never lays one mark over another, and opens at its newest end, at %i px',
    async (width) => {
      const { page } = await open('full.html', { viewport: { width, height: 900 } });
      const overlaps = await page.evaluate(`[...document.querySelectorAll('.marks')].flatMap((lane) => {
        const boxes = [...lane.querySelectorAll('button')].map((mark) => mark.getBoundingClientRect());
        return boxes.slice(1).filter((box, index) => box.left < boxes[index].right - 0.6);
      }).length`);
      expect(overlaps).toBe(0);
      const fromTheEnd = 'document.querySelector(".frame").scrollLeft';
      expect(await page.evaluate(fromTheEnd)).toBe(0);
      await page.context().close();
    },
    PATIENCE_MS,
  );

  it(
    'tells a reader’s machine which country, weapon and day a mark is of',
    async () => {
      const { page } = await open('timeline.html');
      const snapshot = await page.locator('.frame').ariaSnapshot();
      expect(snapshot).toContain('region "Timeline until 31 March 2026; scrolls sideways"');
      expect(snapshot).toContain('heading "Germany" [level=2]');
      expect(snapshot).toMatch(
        /list "Germany: All supplied weapons, just across the border"':\s+- listitem:\s+- 'button "31 May 2024: permitted with limits"/,
      );
      await page.context().close();
    },
    PATIENCE_MS,
  );
});

/** For a person to look at: SCREENSHOTS=dir npx vitest run tests/browser */
async function keepPicture(page: Page, name: string): Promise<void> {
  const dir = process.env['SCREENSHOTS'];
  if (dir === undefined) return;
  await page.screenshot({ path: join(dir, `${name.replaceAll('/', '-')}.png`), fullPage: true });
}

/** Cards are opened first, so that what they hold is measured too. */
async function examineOpened(page: Page): ReturnType<typeof examine> {
  await page.evaluate('document.querySelector("[popover]")?.showPopover()');
  return examine(page);
}
