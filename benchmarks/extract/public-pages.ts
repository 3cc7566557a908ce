import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { readBlocks, tidyText } from '../../src/domain/articles/cleaning/text-blocks.ts';
import { decodePage } from '../../src/domain/articles/decode-page.ts';
import { descendants, textOf } from '../../src/domain/articles/page-tree.ts';
import { readPage } from '../../src/domain/articles/read-page.ts';
import { load } from './installed.ts';
import type { BenchPage } from './pages.ts';
import { textOfHtml } from './text-of-html.ts';

const INSTALLED = join(import.meta.dirname, 'node_modules');

/** A page that others keep to test an extractor with, and what they expect of it. */
export interface PublicPage extends BenchPage {
  readonly title: string | undefined;
  /** As printed, several names in one line. */
  readonly author: string | undefined;
  /** ISO 8601 in UTC. */
  readonly published: string | undefined;
}

/** The sets of public pages, by name. They are installed with the extractors; none of them is kept here. */
export const PUBLIC_SETS: Readonly<Record<string, () => Promise<PublicPage[]> | PublicPage[]>> = {
  postlight: readPostlightPages,
  mozilla: readMozillaPages,
};

/** Mozilla's test pages of 2015, with what Readability made of them then. */
function readMozillaPages(): PublicPage[] {
  const root = join(INSTALLED, 'mozilla-pages', 'test', 'test-pages');
  return listFolder(root).map((name) => {
    const file = (part: string): string => readFileSync(join(root, name, part), 'utf8');
    return {
      name,
      url: 'http://fakehost/test/page.html',
      html: file('source.html'),
      expected: textOfHtml(file('expected.html')),
      title: undefined,
      author: undefined,
      published: undefined,
    };
  });
}

/**
 * Pages of 126 sites, 2016 to 2022, that Postlight Parser's rules for those sites are tested with. What the rules,
 * written by hand for each site, take from a page is expected of it, without the captions that the page marks as such.
 * Only pages on which they find 800 characters or more.
 */
async function readPostlightPages(): Promise<PublicPage[]> {
  const { default: parser } = await load('@postlight/parser');
  const root = join(INSTALLED, 'postlight-pages');
  const pages: PublicPage[] = [];
  for (const { url, fixture } of listPostlightFixtures(root)) {
    const kept = decodePage(readFileSync(join(root, fixture)));
    const ruled = await parser.parse(url, { html: kept, fetchAllPages: false, fallback: false });
    const expected = withoutCaptions(textOfHtml(ruled.content), kept);
    if (expected.length < 800) continue;
    pages.push({
      name: fixture,
      url,
      html: restoreMeta(kept),
      expected,
      title: ruled.title ?? undefined,
      author: ruled.author ?? undefined,
      published: ruled.date_published ?? undefined,
    });
  }
  return pages;
}

/** The address of each page stands in its test, before the file's name. */
function listPostlightFixtures(root: string): { url: string; fixture: string }[] {
  const sites = join(root, 'src', 'extractors', 'custom');
  const found = new Map<string, string>();
  for (const site of listFolder(sites)) {
    const test = join(sites, site, 'index.test.js');
    if (!existsSync(test)) continue;
    let url = '';
    for (const [, address, fixture] of readFileSync(test, 'utf8').matchAll(ADDRESS_OR_FIXTURE)) {
      if (address) url = address;
      if (fixture && existsSync(join(root, fixture)) && !found.has(fixture)) found.set(fixture, url);
    }
  }
  return [...found].map(([fixture, url]) => ({ url, fixture }));
}

const ADDRESS_OR_FIXTURE =
  /['"`](https?:\/\/[^'"`\s]+)['"`]\s*;|['"`](?:\.\/)?(fixtures\/[^'"`\s]+\.html)['"`]/g;

/** These pages were kept with `<meta value name>` in the place of `<meta content property>`; no page of the web is so. */
function restoreMeta(html: string): string {
  return html.replace(/<meta\b[^>]*>/gi, (tag) =>
    /\scontent=/i.test(tag)
      ? tag
      : tag.replace(/\svalue=/i, ' content=').replace(/\sname=(["']?)(og|article|fb):/i, ' property=$1$2:'),
  );
}

/** Blocks of `text` that the page does not mark as captions, by element or by a class that says so. */
export function withoutCaptions(text: string, html: string): string {
  const captions = new Set<string>();
  for (const element of descendants(readPage(html).body)) {
    if (element.name !== 'figcaption' && !/caption|credit/i.test(element.attributes['class'] ?? '')) continue;
    for (const block of readBlocks(element)) captions.add(block.text);
    captions.add(tidyText(textOf(element)));
  }
  return text
    .split('\n\n')
    .filter((block) => !captions.has(block))
    .join('\n\n');
}

function listFolder(folder: string): string[] {
  if (!existsSync(folder)) throw new Error(`${folder} is missing; run: npm ci --prefix benchmarks/extract`);
  return readdirSync(folder);
}
