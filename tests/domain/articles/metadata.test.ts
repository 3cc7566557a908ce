import { describe, expect, it } from 'vitest';
import { paragraphs, readArticle, TITLE, writePage } from './write-page.ts';

const BODY = `<main>${paragraphs()}</main>`;
const jsonLd = (value: unknown): string =>
  `<script type="application/ld+json">${typeof value === 'string' ? value : JSON.stringify(value)}</script>`;
const meta = (name: string, content: string): string => `<meta property="${name}" content="${content}">`;

describe('title', () => {
  it.each([
    [
      'JSON-LD before og:title',
      writePage(BODY, jsonLd({ '@type': 'NewsArticle', headline: 'Stated headline' })),
      'Stated headline',
    ],
    ['og:title before the heading', writePage(`<h1>Printed</h1>${BODY}`), TITLE],
    [
      'the heading before the title',
      `<title>Other | Site</title><h1>Printed headline</h1>${BODY}`,
      'Printed headline',
    ],
    [
      "the title, without the site's name",
      `<title>Ferry sails – Harbour Times</title>${meta('og:site_name', 'Harbour Times')}${BODY}`,
      'Ferry sails',
    ],
    [
      "a site's name in front",
      `<title>Harbour Times | Ferry sails</title>${meta('og:site_name', 'Harbour Times')}${BODY}`,
      'Ferry sails',
    ],
    [
      "a site's name behind a wide bar",
      `<title>Ferry sails｜Harbour Times</title>${meta('og:site_name', 'Harbour Times')}${BODY}`,
      'Ferry sails',
    ],
    [
      "a site's name behind two hyphens",
      `<title>Ferry sails -- Harbour Times</title>${meta('og:site_name', 'Harbour Times')}${BODY}`,
      'Ferry sails',
    ],
    ['a colon of its own stays', `<title>Ferries: what we know</title>${BODY}`, 'Ferries: what we know'],
    [
      "the heading before a title that is only the site's address",
      `<title>harbour-times.example.com</title><h1>Ferry sails</h1>${BODY}`,
      'Ferry sails',
    ],
    ['entities', `<title>Salt &amp; sea</title>${BODY}`, 'Salt & sea'],
  ])('%s', (_name, html, title) => {
    expect(readArticle(html).title).toBe(title);
  });
});

describe('byline', () => {
  it.each([
    [
      'JSON-LD, one author',
      writePage(BODY, jsonLd({ '@type': 'Article', author: { '@type': 'Person', name: 'Ada Holm' } })),
      ['Ada Holm'],
    ],
    [
      'JSON-LD, several',
      writePage(BODY, jsonLd({ '@type': 'Article', author: [{ name: 'Ada Holm' }, 'Ben Quist'] })),
      ['Ada Holm', 'Ben Quist'],
    ],
    [
      'meta',
      writePage(BODY, '<meta name="author" content="By Ada Holm and Ben Quist">'),
      ['Ada Holm', 'Ben Quist'],
    ],
    [
      'no address of a site, no date and no firm',
      writePage(BODY, '<meta name="author" content="harbour-times.com, Ada Holm/Harbour Agency on May 3">'),
      ['Ada Holm'],
    ],
    [
      'the day behind a name',
      writePage(BODY, '<meta name="author" content="Ada Holm Tuesday">'),
      ['Ada Holm'],
    ],
    [
      'no reader, and no menu',
      writePage(
        `<nav><a rel="author" href="/a">Write for us</a></nav>${BODY}<div id="comments"><b class="author">goatfriend</b></div>`,
      ),
      [],
    ],
    [
      'the inner element, and not the box with its buttons',
      writePage(
        `<div class="byline"><a>Print</a> <a>Email</a> <span class="author">Ada Holm</span></div>${BODY}`,
      ),
      ['Ada Holm'],
    ],
    [
      'a desk and a firm behind a name are no part of it',
      writePage(BODY, '<meta name="author" content="Ada Holm in News, Ben Quist at Harbour Agency">'),
      ['Ada Holm', 'Ben Quist'],
    ],
    [
      'the name of an account beside a name is left out',
      writePage(BODY, '<meta name="author" content="Ada Holm, adaholm">'),
      ['Ada Holm'],
    ],
    [
      'a person before the site itself',
      writePage(`<p class="author">Ada Holm</p>${BODY}`, '<meta name="author" content="The Harbour Times">'),
      ['Ada Holm'],
    ],
    [
      'the site itself where nobody is named',
      writePage(BODY, '<meta name="author" content="Harbour Times">'),
      ['Harbour Times'],
    ],
    [
      'a line beside the headline that opens as a byline, whatever its class',
      writePage(
        `<main><h1>${TITLE}</h1><div class="q">| by Ada Holm</div>${paragraphs()}</main><aside><b class="author">Cara Lund</b></aside>`,
      ),
      ['Ada Holm'],
    ],
    [
      'a later candidate where the first is no name',
      writePage(`<p class="byline">5 min read</p><p class="byline">Ada Holm</p>${BODY}`),
      ['Ada Holm'],
    ],
    ['rel=author', writePage(`<a rel="author" href="/a">Ada Holm</a>${BODY}`), ['Ada Holm']],
    [
      'a class that names it',
      writePage(`<div class="byline">By <span>Ada Holm</span>, Ben Quist</div>${BODY}`),
      ['Ada Holm', 'Ben Quist'],
    ],
    ['a link to an author', writePage(`<a href="/author/ada-holm">Ada Holm</a>${BODY}`), ['Ada Holm']],
    [
      'another language',
      writePage(`<p class="autor">Von Ada Holm und Ben Quist</p>${BODY}`),
      ['Ada Holm', 'Ben Quist'],
    ],
    [
      'an address is no name',
      writePage(BODY, '<meta name="author" content="https://social.example/holm">'),
      [],
    ],
    ['none', writePage(BODY), []],
  ])('%s', (_name, html, names) => {
    expect(readArticle(html).byline).toEqual(names);
  });
});

describe('time of publication, in falling order of trust', () => {
  const published = jsonLd({ '@type': 'NewsArticle', datePublished: '2024-05-01T08:00:00+03:00' });
  const inMeta = meta('article:published_time', '2024-05-02T08:00:00Z');
  const inTime = '<time datetime="2024-05-03T08:00:00Z">3 May</time>';
  const inText = '<p>4 May 2024, 08:00 GMT</p>';

  it.each([
    ['JSON-LD', published + inMeta, inTime + inText, 'json-ld', '2024-05-01T05:00:00.000Z', '2024-05-01'],
    ['meta', inMeta, inTime + inText, 'meta', '2024-05-02T08:00:00.000Z', '2024-05-02'],
    ['time', '', inTime + inText, 'time', '2024-05-03T08:00:00.000Z', '2024-05-03'],
    ['visible text', '', inText, 'text', '2024-05-04T08:00:00.000Z', '2024-05-04'],
    [
      'time in a list beside the headline',
      '',
      '<ul><li><time datetime="2024-05-05T08:00:00Z">5 May</time></li></ul>',
      'time',
      '2024-05-05T08:00:00.000Z',
      '2024-05-05',
    ],
    [
      'a line beside the headline, in an aside',
      '',
      '<aside><span>May 6, 2024</span></aside>',
      'text',
      '2024-05-06T00:00:00.000Z',
      '2024-05-06',
    ],
    [
      'a day right behind a mark',
      '',
      '<p>«8 May 2024» ·</p>',
      'text',
      '2024-05-08T00:00:00.000Z',
      '2024-05-08',
    ],
    [
      'the address',
      '<link rel="canonical" href="/news/2024/05/07/ferry">',
      '',
      'address',
      '2024-05-07T00:00:00.000Z',
      '2024-05-07',
    ],
  ])('%s', (_name, head, top, from, instant, day) => {
    const article = readArticle(writePage(`<main><h1>${TITLE}</h1>${top}${paragraphs()}</main>`, head));
    expect(article).toMatchObject({ publishedFrom: from, publishedAt: instant, publishedDate: day });
  });

  it.each([
    [
      'a day without a time is said to be one',
      '2024-05-01',
      '2024-05-01T00:00:00.000Z',
      ['the page states the day of publication without a time'],
    ],
    [
      'a time without a zone is read as UTC, and said so',
      '2024-05-01T08:00:00',
      '2024-05-01T08:00:00.000Z',
      ['the page states the time of publication without a zone; read as UTC'],
    ],
    [
      'a day late at night in another zone is the day there',
      '2024-05-01T23:30:00-05:00',
      '2024-05-02T04:30:00.000Z',
      [],
    ],
  ])('%s', (_name, stated, instant, notices) => {
    const article = readArticle(writePage(BODY, meta('article:published_time', stated)));
    expect(article).toMatchObject({ publishedAt: instant, publishedDate: '2024-05-01', notices });
  });

  it('is not that of another article, nor that of the update', () => {
    const html = writePage(
      `<aside><time datetime="2020-01-01T00:00Z">x</time></aside><main>${paragraphs()}</main>`,
      meta('article:modified_time', '2024-05-05T08:00:00Z'),
    );
    const { publishedAt, updatedAt } = readArticle(html);
    expect([publishedAt, updatedAt]).toEqual([undefined, '2024-05-05T08:00:00.000Z']);
  });

  it('is read in JSON-LD that is not quite JSON', () => {
    const html = writePage(
      BODY,
      jsonLd(
        '{"@context":"x","@type":"NewsArticle","description":"two\nlines","datePublished":"2024-05-01T08:00:00Z",}',
      ),
    );
    expect(readArticle(html).publishedAt).toBe('2024-05-01T08:00:00.000Z');
  });
});

describe('what else the head says', () => {
  it('canonical address, publisher and section', () => {
    const head = `<link rel="canonical" href="/news/ferry-sails">${meta('article:section', 'Sea')}`;
    expect(readArticle(writePage(BODY, head), 'https://www.harbour-times.example/x?a=1')).toMatchObject({
      canonicalUrl: 'https://www.harbour-times.example/news/ferry-sails',
      publisher: 'Harbour Times',
      section: 'Sea',
    });
  });

  it('the language of the text, and not the one the template claims', () => {
    const text =
      'Die Fähre zu den äußeren Inseln ist am Montag wieder gefahren, zwei Jahre nachdem ein Sturm ihren Anleger zerstört und vierzig Familien vom Festland abgeschnitten hatte.';
    expect(
      readArticle(writePage(`<main>${paragraphs([text, text.replace('Montag', 'Dienstag')])}</main>`))
        .language,
    ).toBe('de');
  });
});

describe('notices', () => {
  it.each([
    ['a paywall by its sentence', writePage(`${BODY}<p>Subscribe to continue reading</p>`), /^paywall: /],
    [
      'a paywall by its mark',
      writePage(BODY, jsonLd({ '@type': 'NewsArticle', isAccessibleForFree: 'False' })),
      /^paywall: /,
    ],
    [
      'a correction',
      writePage(
        `<main>${paragraphs()}<p>Correction: an earlier version of this article gave a wrong year for the old pier.</p></main>`,
      ),
      /^correction: /,
    ],
  ])('%s', (_name, html, notice) => {
    expect(readArticle(html).notices).toEqual([expect.stringMatching(notice)]);
  });
});

describe('live blogs', () => {
  const times = ['09:10', '10:20', '11:30', '12:40'];
  const update = (at: string, text: string): string =>
    `<div class="u"><time datetime="2024-05-01T${at}:00Z">${at}</time><h3>News at ${at}</h3><p>${text}</p></div>`;
  const texts = [
    'The harbour is closed until the wind has dropped, the harbour master says in a notice.',
    'Two boats have broken loose from the northern quay and drift towards the old mole.',
    'A tug has caught both boats and is bringing them back one after the other.',
    'The wind drops; the first ship is to leave the harbour at three in the afternoon.',
  ];

  it('are cut into entries by their times', () => {
    const html = writePage(
      `<main><h1>${TITLE}</h1><div>${times.map((at, index) => update(at, texts[index] ?? '')).join('')}</div></main>`,
    );
    const { entries, notices } = readArticle(html);
    expect(entries).toEqual(
      times.map((at, index) => ({
        title: `News at ${at}`,
        publishedAt: `2024-05-01T${at}:00.000Z`,
        text: texts[index],
      })),
    );
    expect(notices).toContain('live blog with 4 entries');
  });

  it('are cut as JSON-LD states it', () => {
    const liveBlogUpdate = times.map((at, index) => ({
      headline: at,
      datePublished: `2024-05-01T${at}:00Z`,
      articleBody: texts[index],
    }));
    const { entries } = readArticle(writePage(BODY, jsonLd({ '@type': 'LiveBlogPosting', liveBlogUpdate })));
    expect(entries?.map(({ text }) => text)).toEqual(texts);
  });

  it('are not seen in a list of other articles with dates', () => {
    const teasers = times
      .map(
        (at, index) =>
          `<div class="k"><time datetime="2024-05-01T${at}:00Z">${at}</time><h3><a href="/${index}">Another story of the day</a></h3><p>${texts[index]}</p></div>`,
      )
      .join('');
    expect(
      readArticle(writePage(`<main><h1>${TITLE}</h1>${paragraphs()}</main><div>${teasers}</div>`)).entries,
    ).toBeUndefined();
  });
});
