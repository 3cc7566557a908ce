import { describe, expect, it } from 'vitest';
import { applyBlockStep, type BlockStep } from '../../../src/domain/articles/cleaning/block-step.ts';
import { RemovalLog } from '../../../src/domain/articles/cleaning/removal-log.ts';
import type { TextBlock } from '../../../src/domain/articles/cleaning/text-blocks.ts';
import { PARAGRAPHS, paragraphs, readArticle, stepsOf, TEXT, TITLE, writePage } from './write-page.ts';

/** Furniture in the place where pages put it; `{}` is the article. */
const FURNITURE: readonly { step: string; name: string; body: string }[] = [
  {
    step: 'hidden',
    name: 'hidden by an attribute',
    body: '{}<div hidden><p>The print version of this page is not available to you today.</p></div>',
  },
  {
    step: 'hidden',
    name: 'hidden by a style',
    body: '{}<div style="display : none"><p>The print version of this page is not available to you today.</p></div>',
  },
  { step: 'landmark', name: 'navigation', body: '<nav><a href="/a">News</a> <a href="/b">Sea</a></nav>{}' },
  {
    step: 'landmark',
    name: 'an aside',
    body: '{}<aside><p>The harbour office is open on weekdays from nine to four, and longer in summer.</p></aside>',
  },
  {
    step: 'landmark',
    name: 'a landmark by its role',
    body: '{}<div role="complementary"><p>The harbour office is open on weekdays.</p></div>',
  },
  {
    step: 'caption',
    name: 'a figure with a caption',
    body: '{}<figure><figcaption>The new pier on Monday morning.</figcaption></figure>',
  },
  {
    step: 'caption',
    name: 'a caption by its class',
    body: '{}<div class="wp-caption-text">The new pier on Monday morning.</div>',
  },
  {
    step: 'furniture',
    name: 'a share bar',
    body: '<div class="share-bar">Facebook Twitter WhatsApp</div>{}',
  },
  {
    step: 'furniture',
    name: 'an advertisement',
    body: '{}<div id="ad-slot-3">A word from somebody who pays for it</div>',
  },
  {
    step: 'furniture',
    name: 'a sign-up box',
    body: '{}<div class="newsletter-signup"><p>The tide table, every Friday, in your inbox.</p></div>',
  },
  {
    step: 'afterword',
    name: 'related stories',
    body: '{}<h3>Related stories</h3><p><a href="/x">Bakers open on Sundays</a></p>',
  },
  {
    step: 'media-box',
    name: 'a video with its headline',
    body: '{}<div itemscope itemtype="https://schema.org/VideoObject"><h2>Goats on the quay: all that we saw of them</h2><p>Seven minutes</p></div>',
  },
  {
    step: 'pull-quote',
    name: 'words of a paragraph set large',
    body: '{}<div class="pull-quote"><p>We had also got used to having no dentist</p></div>',
  },
  {
    step: 'landmark',
    name: 'a card with an h1 in the middle of the text',
    body: '{}<aside><h1>Bakers will open on Sundays again</h1></aside>',
  },
  {
    step: 'overlay',
    name: 'a long window laid over the text',
    body: `<div itemprop="articleBody">{}<div class="subscribe_overlay">${'<p>It is great that you read so many of our stories, and here you may read seven more of them.</p>'.repeat(4)}</div></div>`,
  },
  { step: 'boilerplate', name: 'an advertisement label', body: '{}<p>Advertisement</p>' },
  {
    step: 'boilerplate',
    name: 'a pointer in the text',
    body: '{}<p>READ MORE: <a href="/x">Bakers will open on Sundays again</a></p>',
  },
  {
    step: 'boilerplate',
    name: 'a pointer in another language',
    body: '{}<p>Lesen Sie auch: Bäcker öffnen sonntags</p>',
  },
  {
    step: 'boilerplate',
    name: 'what the publisher earns by a link',
    body: '{}<p>We choose the boats that we write about ourselves and may earn an affiliate commission by a link.</p>',
  },
  { step: 'boilerplate', name: 'how long it takes to read', body: '<p>Temps de lecture : 4 min.</p>{}' },
  {
    step: 'boilerplate',
    name: 'a notice of rights',
    body: '{}<p>All rights reserved. This text may not be published, broadcast or rewritten.</p>',
  },
  {
    step: 'appeal',
    name: 'an appeal for money',
    body: '{}<p>Our journalism is free for everyone because readers like you pay for it. Please consider supporting us with any amount each month.</p>',
  },
  { step: 'credit', name: 'a credit', body: '{}<p>Photo: Ada Holm / Harbour Agency</p>' },
  {
    step: 'credit',
    name: 'a caption that ends with a credit',
    body: '{}<p>The new pier on Monday morning (Ada Holm/Harbour Agency)</p>',
  },
  {
    step: 'picture-text',
    name: 'a caption that repeats the alternative text',
    body: '<div><img src="a.jpg" alt="The new pier seen from the lighthouse"></div>{}<p>The new pier seen from the lighthouse</p>',
  },
  {
    step: 'links',
    name: 'a block of links',
    body: '{}<p><a href="/1">Ferries</a> <a href="/2">Islands</a> <a href="/3">Piers</a></p>',
  },
  {
    step: 'links',
    name: 'a link behind a label in capitals',
    body: '{}<p>ON THE COAST: <a href="/x">Bakers will open on Sundays again</a></p>',
  },
  { step: 'byline', name: 'a line without a word', body: '{}<p>✦ ✦ ✦</p>' },
  {
    step: 'byline',
    name: 'who checked it',
    body: '<p>Reviewed by Cara Lund, MD, of the island clinic.</p>{}',
  },
  { step: 'byline', name: 'a byline', body: '<p>By Ada Holm</p>{}' },
  { step: 'byline', name: 'a date line', body: '<p>Updated 1 May 2024, 10:00</p>{}' },
  {
    step: 'author-note',
    name: 'who wrote it',
    body: '{}<p>Ada Holm is a reporter with the Harbour Times and the author of a book about lighthouses.</p>',
  },
  {
    step: 'author-note',
    name: 'who wrote it, in front',
    body: '<p>Ada Holm currently works for the Harbour Times as a reporter, and lives on a boat.</p>{}',
  },
  {
    step: 'author-note',
    name: 'how to reach the writer',
    body: '{}<p>Contact the newsroom at 555-0100 or by e-mail at desk@harbour-times.example.</p>',
  },
  {
    step: 'author-note',
    name: 'that the opinion is theirs',
    body: "{}<p>The views expressed in this article are the author's own.</p>",
  },
  { step: 'head', name: 'breadcrumbs and labels', body: '<p>Home</p><p>Sea news</p>{}' },
  { step: 'tail', name: 'what stands after the last sentence', body: '{}<p>Harbour Times, Sea desk</p>' },
  {
    step: 'tail',
    name: "a notice among a page's last labels",
    body: '{}<h5>Site map</h5><h5>Sections</h5><h5>Media</h5><h5>Contact</h5><h5>Feedback</h5><p>Tides are given for the inner harbour.</p>',
  },
  {
    step: 'boilerplate',
    name: 'a notice of a browser that is too old',
    body: '{}<p>This page is best viewed in an up-to-date web browser. You can read it in your own, and may miss some of it.</p>',
  },
];

describe('a cleaning step', () => {
  it.each(FURNITURE)('$step: $name', ({ step, body }) => {
    const head = '<meta name="author" content="Ada Holm">';
    const html = writePage(
      `<main><article><h1>${TITLE}</h1>${body.replace('{}', paragraphs())}</article></main>`,
      head,
    );
    const article = readArticle(html);
    expect(article.text).toBe(TEXT);
    expect(stepsOf(article)).toContain(step);
  });

  it('keeps a lead once that is printed with a word changed, or cut short', () => {
    const [lead = ''] = PARAGRAPHS;
    for (const standfirst of [
      lead.replace('Monday', 'Sunday'),
      lead.slice(0, lead.lastIndexOf(' and left')),
    ]) {
      const html = writePage(
        `<main><h1>${TITLE}</h1><p class="standfirst">${standfirst}.</p><div>${paragraphs()}</div></main>`,
      );
      expect(readArticle(html).text).toBe(TEXT);
    }
  });

  it('keeps a lead once that is printed twice', () => {
    const html = writePage(
      `<main><h1>${TITLE}</h1><div>${paragraphs([PARAGRAPHS[0] ?? '', ...PARAGRAPHS])}</div></main>`,
    );
    const article = readArticle(html);
    expect(article.text).toBe(TEXT);
    expect(stepsOf(article)).toContain('repeated-lead');
  });

  it('says what it removed and why', () => {
    const html = writePage(`<main>${paragraphs()}<p>Advertisement</p></main>`);
    expect(readArticle(html).removed).toContainEqual({
      step: 'boilerplate',
      why: 'begins as an advertisement, a teaser or a sign-up box does',
      sample: 'Advertisement',
    });
  });

  it('stands down where it would take more than its share', () => {
    const block = (text: string, words: number): TextBlock => ({
      text,
      kind: 'paragraph',
      words,
      linkWords: 0,
    });
    const blocks = [block('one', 60), block('two', 40)];
    const step: BlockStep = { step: 'x', why: 'y', maxShare: 0.5, select: () => [0] };
    const log = new RemovalLog();
    expect(applyBlockStep(step, blocks, { title: '', byline: [] }, log)).toBe(blocks);
    expect(log.list()).toEqual([]);
    expect(applyBlockStep({ ...step, select: () => [1] }, blocks, { title: '', byline: [] }, log)).toEqual([
      blocks[0],
    ]);
  });

  it.each([
    [
      'a share of a company',
      'Shareholders of the company that runs the ferry will meet in the autumn to decide on a second ship.',
    ],
    [
      'advertising as a subject',
      'Advertising on the ferry will be forbidden, the county said, after complaints about the posters of last year.',
    ],
    [
      'a photograph as a subject',
      'The photograph that Reuters published in March shows the old pier as it was on the day before the storm.',
    ],
    ['an agency in a sentence', 'The decision was first reported on Monday by Reuters.'],
    ['a person at work', 'Ada Lind was told on Monday that the workshop must move before the summer begins.'],
    [
      'money asked for in the news',
      'The island has asked the county for three million crowns and says that it depends on them.',
    ],
    [
      'a link in a sentence',
      'The report, which <a href="/r">the county published last week</a>, names four causes of the collapse.',
    ],
  ])('leaves %s alone', (_name, sentence) => {
    const html = writePage(
      `<main><h1>${TITLE}</h1>${paragraphs([...PARAGRAPHS.slice(0, 5), sentence, PARAGRAPHS[5] ?? ''])}</main>`,
    );
    expect(readArticle(html).text).toContain(sentence.replace(/<[^>]+>/g, ''));
  });
});
