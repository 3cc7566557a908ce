import { describe, expect, it } from 'vitest';
import { PARAGRAPHS, paragraphs, readArticle, stepsOf, TEXT, TITLE, writePage } from './write-page.ts';

/** Sentences of other articles and of readers, each used once. */
const OTHERS: readonly string[] = [
  'Bakers in the old town have agreed to open on Sundays again, beginning with the first week of June and for a trial of three months.',
  'A class of ten-year-olds has counted the swifts above the market square for the fourth year and found twelve more than before.',
  'The tram that was to run to the new hospital this autumn will not do so before spring, the company said, because the rails are late.',
  'Divers have found the bell of a coaster that went down within sight of the lighthouse in the winter of 1931 with a cargo of bricks.',
  'Nobody has applied for the office of harbour master, which the council has advertised twice, and the deputy would rather not.',
];

const cards = (write: (text: string, at: number) => string): string => OTHERS.map(write).join('');
const headline = (at: number): string => `Another story of the day, number ${at + 1}`;

const NEIGHBOURS: readonly { name: string; step: string; html: string }[] = [
  {
    name: 'cards with a linked headline and an excerpt',
    step: 'teasers',
    html: `<div class="q1">${cards((text, at) => `<div class="q2"><h3><a href="/${at}">${headline(at)}</a></h3><p>${text}</p></div>`)}</div>`,
  },
  {
    name: 'cards with a linked heading of two words',
    step: 'teasers',
    html: `<div class="q1">${cards((text, at) => `<div class="q2"><h5><a href="/${at}">Sea ${at}</a></h5>${text}</div>`)}</div>`,
  },
  {
    name: 'cards that are one link',
    step: 'teasers',
    html: `<section>${cards((text, at) => `<a class="k" href="/${at}"><h4>${headline(at)}</h4><div>${text}</div></a>`)}</section>`,
  },
  {
    name: 'cards with a section and a date above the headline',
    step: 'teasers',
    html: `<ul>${cards((text, at) => `<li><span>Sea, 3 May</span><div><a href="/${at}">${headline(at)}</a></div><p>${text}</p></li>`)}</ul>`,
  },
  {
    name: 'rows of two cards',
    step: 'teasers',
    html: [0, 1, 2]
      .map(
        (row) =>
          `<div class="row">${[0, 1].map((at) => `<div><h3><a href="/${row}${at}">${headline(at)}</a></h3><p>${OTHERS[at]}</p></div>`).join('')}</div>`,
      )
      .join(''),
  },
  {
    name: 'linked headlines and excerpts without boxes',
    step: 'teasers',
    html: cards((text, at) => `<h3><a href="/${at}">${headline(at)}</a></h3><p>${text}</p>`),
  },
  {
    name: 'a list of headlines of which the first has a picture and an excerpt',
    step: 'teasers',
    html: `<ul><li class="first large"><h3><a href="/0"><img src="0.jpg">${headline(0)}</a></h3><p>${OTHERS[0]}</p></li>${[1, 2].map((at) => `<li class="side"><h3><a href="/${at}">${headline(at)}</a></h3></li>`).join('')}</ul>`,
  },
  {
    name: "readers' comments that can be replied to",
    step: 'comments',
    html: `<div class="z9">${cards((text, at) => `<div class="z8"><span>reader${at}</span><p>${text} ${text}</p><a href="#r">Reply</a></div>`)}</div>`,
  },
  {
    name: "readers' comments in another language",
    step: 'comments',
    html: `<ol>${cards((text) => `<li><p>${text}</p><button>Antworten</button></li>`)}</ol>`,
  },
  {
    name: 'what is named comments, however long',
    step: 'comments',
    html: `<div id="comments"><div>${cards((text) => `<p>${text} ${text} ${text}</p>`)}</div></div>`,
  },
];

describe('what stands beside an article is not it', () => {
  it.each(NEIGHBOURS)('$name', ({ step, html }) => {
    const article = readArticle(writePage(`<div class="a"><h1>${TITLE}</h1>${paragraphs()}${html}</div>`));
    expect(article.text).toBe(TEXT);
    expect(stepsOf(article)).toContain(step);
  });

  it.each(NEIGHBOURS)('$name, below an article of two paragraphs', ({ html }) => {
    const short = PARAGRAPHS.slice(0, 2);
    const page = writePage(`<div class="a"><div><h1>${TITLE}</h1>${paragraphs(short)}</div>${html}</div>`);
    expect(readArticle(page).text).toBe(short.join('\n\n'));
  });

  it('the next articles of a page that scrolls without end', () => {
    const article = (title: string, texts: readonly string[]): string =>
      `<article class="s"><h1>${title}</h1><div class="t">${paragraphs(texts)}</div></article>`;
    const html = writePage(
      article(TITLE, PARAGRAPHS) + article('Bakers open on Sundays', OTHERS) + article('Swifts', OTHERS),
    );
    const found = readArticle(html);
    expect(found.text).toBe(TEXT);
    expect(stepsOf(found)).toContain('other-article');
  });

  it('other articles that a page marks as it marks its own', () => {
    const marked = (texts: readonly string[]): string =>
      `<article><h2>A minute</h2><div itemprop="articleBody">${paragraphs(texts)}</div></article>`;
    const html = writePage(
      `<div class="q">${marked(PARAGRAPHS)}</div><div class="r">${marked(OTHERS)}${marked(OTHERS)}</div>`,
      `<meta name="description" content="${PARAGRAPHS[0]}">`,
    );
    expect(readArticle(html).text).toBe(TEXT);
  });

  it('prose before the headline', () => {
    const html = writePage(
      `<div class="c"><div class="l">${paragraphs(OTHERS)}</div><div class="r"><h1>${TITLE}</h1>${paragraphs()}</div></div>`,
    );
    expect(readArticle(html).text).toBe(TEXT);
  });

  it('no prose is before the headline where the title is only in a list of links', () => {
    const html = writePage(
      `<div><h1>Goats first off the ship</h1>${paragraphs()}<h2>More from the sea</h2><ul><li><h3><a href="/own">${TITLE}</a></h3></li><li><h3><a href="/1">${headline(1)}</a></h3></li></ul></div>`,
    );
    expect(readArticle(html).text).toBe(TEXT);
  });

  it('no prose is before the headline where the headline is repeated below the article', () => {
    const discussion = `<section><h2>${TITLE}</h2>${paragraphs(OTHERS.slice(0, 2))}<p>That was never so in my time, and I am older than most piers are.</p></section>`;
    const article = `<h1>Goats first off the ship</h1>${paragraphs()}${paragraphs(OTHERS.slice(2))}`;
    const { text } = readArticle(writePage(`<main><div>${article}</div>${discussion}</main>`));
    expect(text.startsWith(TEXT)).toBe(true);
  });

  it('a picture with a line of text, whatever its class', () => {
    const html = writePage(
      `<main><h1>${TITLE}</h1>${paragraphs(PARAGRAPHS.slice(0, 2))}<div class="zz"><img src="a.jpg"><div>Goats wait on the quay on Monday morning.</div></div>${paragraphs(PARAGRAPHS.slice(2))}</main>`,
    );
    const article = readArticle(html);
    expect(article.text).toBe(TEXT);
    expect(stepsOf(article)).toContain('picture-box');
  });

  it('a paragraph that begins with a picture stays', () => {
    const [first, ...rest] = PARAGRAPHS;
    const html = writePage(
      `<main><h1>${TITLE}</h1><p><img src="a.jpg">${first}</p>${paragraphs(rest)}</main>`,
    );
    expect(readArticle(html).text).toBe(TEXT);
  });

  it('a few lines around a form', () => {
    const box =
      '<div class="zz"><b>The morning tide.</b> Seven stories at seven, on weekdays. <form><input name="e"></form></div>';
    const article = readArticle(writePage(`<main><h1>${TITLE}</h1>${paragraphs()}</main>${box}`));
    expect(article.text).toBe(TEXT);
  });
});

describe('what looks like a neighbour and is the article', () => {
  it('half of it, in a box of its own', () => {
    const box = (texts: readonly string[]): string =>
      `<div class="block"><div class="grid"><div class="text">${paragraphs(texts)}</div></div></div>`;
    const html = writePage(
      `<main><h1>${TITLE}</h1><div>${box(PARAGRAPHS.slice(0, 3))}${box(PARAGRAPHS.slice(3))}</div></main>`,
    );
    expect(readArticle(html).text).toBe(TEXT);
  });

  it('links between the words of a sentence', () => {
    const link = (text: string): string => `<a href="/${text.length}">${text}</a>`;
    const sentence = `The ${link('Outer Islands Council')} has asked ${link('the county of Norland')} for a second pier before the winter comes and the old one is gone for good, and ${link('its harbour master')} agrees with it.`;
    const { text } = readArticle(
      writePage(`<main><h1>${TITLE}</h1>${paragraphs()}<p>${sentence}</p>${paragraphs(OTHERS)}</main>`),
    );
    expect(text).toContain(
      'The Outer Islands Council has asked the county of Norland for a second pier before',
    );
  });

  it('sections of one article, each with an h1', () => {
    const sections = OTHERS.map(
      (text, at) => `<section class="s"><h1>Part ${at + 1}</h1><p>${text}</p></section>`,
    ).join('');
    const html = writePage(
      `<article><section class="s"><h1>${TITLE}</h1>${paragraphs()}</section>${sections}</article>`,
    );
    const { text } = readArticle(html);
    for (const other of OTHERS) expect(text).toContain(other);
  });

  it('the texts of a slideshow', () => {
    const slides = OTHERS.map(
      (text) =>
        `<figure class="slide"><img src="a.jpg"><figcaption><p>${text} ${text} ${text}</p></figcaption></figure>`,
    ).join('');
    const { text } = readArticle(
      writePage(`<article><h1>${TITLE}</h1><p>${PARAGRAPHS[0]}</p>${slides}</article>`),
    );
    for (const other of OTHERS) expect(text).toContain(other);
  });

  it('a quotation set large that stands there once', () => {
    const quotation = 'We shall miss the quiet, and nothing else of the last two years.';
    const { text } = readArticle(
      writePage(
        `<main><h1>${TITLE}</h1>${paragraphs()}<blockquote class="pullquote">${quotation}</blockquote>${paragraphs(OTHERS)}</main>`,
      ),
    );
    expect(text).toContain(quotation);
  });

  it('what a publisher marks as paid for', () => {
    const paid = OTHERS.map((text) => `<p class="paywall">${text}</p>`).join('');
    const { text } = readArticle(writePage(`<main><h1>${TITLE}</h1>${paragraphs()}${paid}</main>`));
    for (const other of OTHERS) expect(text).toContain(other);
  });

  it('a point of a list that is a link, among points that are none', () => {
    const list =
      '<ul><li>What will it cost the county?</li><li><a href="/x">Where will it call in winter</a>?</li><li>Who will pay for the goats?</li></ul>';
    const { text } = readArticle(
      writePage(`<main><h1>${TITLE}</h1>${paragraphs()}${list}${paragraphs(OTHERS)}</main>`),
    );
    expect(text).toContain('Where will it call in winter?');
  });

  it('a list of things with headings that are no links', () => {
    const items = OTHERS.map(
      (text, at) => `<div class="i"><h2>Thing number ${at + 1} of the day</h2><p>${text}</p></div>`,
    ).join('');
    const { text } = readArticle(writePage(`<main><h1>${TITLE}</h1><p>${PARAGRAPHS[0]}</p>${items}</main>`));
    for (const other of OTHERS) expect(text).toContain(other);
  });

  it('a list of things that link to elsewhere', () => {
    const items = OTHERS.map(
      (text, at) =>
        `<div class="i"><h2><a href="https://shop${at}.example/">Thing number ${at + 1} of the day</a></h2><p>${text}</p></div>`,
    ).join('');
    const own =
      '<a href="https://www.harbour-times.example/a">a</a> <a href="https://www.harbour-times.example/b">b</a>';
    const { text } = readArticle(writePage(`${own}<main><h1>${TITLE}</h1>${paragraphs()}${items}</main>`));
    for (const other of OTHERS) expect(text).toContain(other);
  });

  it('a page of nothing but cards keeps them', () => {
    const items = OTHERS.map(
      (text, at) => `<div class="i"><h2><a href="/${at}">${headline(at)}</a></h2><p>${text}</p></div>`,
    ).join('');
    const { text } = readArticle(writePage(`<main><h1>${TITLE}</h1>${items}</main>`));
    for (const other of OTHERS) expect(text).toContain(other);
  });

  it('an article whose wrapper is named after its comments', () => {
    const html = writePage(`<div class="has-comments"><h1>${TITLE}</h1>${paragraphs()}</div>`);
    expect(readArticle(html).text).toBe(TEXT);
  });

  it.each(['entry has-comments', 'post comments-open', 'story no-comments'])(
    'an article named "%s"',
    (name) => {
      const others = `<div class="z">${paragraphs(OTHERS.slice(0, 3))}</div>`;
      const html = writePage(
        `<div><h1>${TITLE}</h1></div><div class="${name}">${paragraphs()}</div><div class="comments">${others}</div>`,
      );
      expect(readArticle(html).text).toBe(TEXT);
    },
  );

  it('an article open to comments, beside enough other prose', () => {
    const html = writePage(
      `<div><h1>${TITLE}</h1></div><div class="comments-open">${paragraphs()}</div><div>${paragraphs(OTHERS.slice(0, 3))}</div>`,
    );
    expect(readArticle(html).text).toContain(PARAGRAPHS[0]);
  });
});
