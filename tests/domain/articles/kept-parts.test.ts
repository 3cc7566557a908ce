import { describe, expect, it } from 'vitest';
import { countWords } from '../../../src/domain/articles/cleaning/word-count.ts';
import { PARAGRAPHS, paragraphs, readArticle, TITLE, writePage } from './write-page.ts';

/** The text of a page whose article is the usual paragraphs with `inside` after the second and `after` at the end. */
function textWith(inside: string, after = ''): string {
  const [before, rest] = [PARAGRAPHS.slice(0, 2), PARAGRAPHS.slice(2)];
  const article = `${paragraphs(before)}${inside}${paragraphs(rest)}${after}`;
  return readArticle(writePage(`<main><h1>${TITLE}</h1><div>${article}</div></main>`)).text;
}

describe('a part of the article stays', () => {
  it('as a heading whose address is made of its own words', () => {
    const heading = '<h2 id="share-of-the-vote-by-island">Share of the vote by island</h2>';
    expect(textWith(heading)).toContain('Share of the vote by island');
  });

  it('as paragraphs that are all named after the advertisements between them', () => {
    const named = PARAGRAPHS.map((text) => `<div class="text ad-follows"><p>${text}</p></div>`);
    const other = `<div><p>${PARAGRAPHS[0]?.replace('outer', 'inner')} ${PARAGRAPHS[1]?.replace('goats', 'sheep')}</p></div>`;
    const html = writePage(`<main><h1>${TITLE}</h1><div>${named.join('')}</div></main>${other}`);
    expect(readArticle(html).text).toContain(PARAGRAPHS.join('\n\n'));
  });

  it('as a short text whose paragraphs are all named captions, and nothing says that they went', () => {
    const named = PARAGRAPHS.slice(0, 3).map((text) => `<p class="caption">${text}</p>`);
    const { text, removed } = readArticle(writePage(`<main><h1>${TITLE}</h1>${named.join('')}</main>`));
    expect(text).toBe(PARAGRAPHS.slice(0, 3).join('\n\n'));
    expect(removed.filter(({ sample }) => text.includes(sample))).toEqual([]);
  });

  it('as a last paragraph that its author and an agency have signed', () => {
    const last = (end: string) =>
      textWith('', `<p>The next ship will sail on Friday at seven. Tickets are sold on board. ${end}</p>`);
    expect(last('(jo/dpa)')).toContain('Tickets are sold on board.');
    expect(last('(Anna Berg) +++')).toContain('Tickets are sold on board.');
  });

  it('as what follows a button to share it', () => {
    const after =
      '<p><a href="#share">Share</a></p><p>A man in a yellow vest counted the crates out loud.</p><p>“If nobody writes, I will row,” said the pilot.</p>';
    const text = textWith('', after);
    expect(text).toContain('counted the crates out loud');
    expect(text).toContain('said the pilot');
    expect(text).not.toContain('Share');
  });

  it('as a table under its last sentence', () => {
    const rows = [
      ['Largest island', '312 people'],
      ['Smallest island', '7 people'],
    ].map((cells) => `<tr>${cells.map((cell) => `<td>${cell}</td>`).join('')}</tr>`);
    expect(textWith('', `<table>${rows.join('')}</table>`)).toContain(
      'Largest island 312 people\n\nSmallest island 7 people',
    );
  });

  it('as headings and lists between paragraphs that are marked one by one', () => {
    const marked = PARAGRAPHS.map((text) => `<p itemprop="articleBody">${text}</p>`);
    const html = `<article><h1>${TITLE}</h1>${marked.slice(0, 3).join('')}<h3>What islanders say</h3><ul><li>Forty families have signed the letter.</li></ul>${marked.slice(3).join('')}</article>`;
    expect(readArticle(writePage(html)).text).toContain(
      'What islanders say\n\nForty families have signed the letter.',
    );
  });

  it('as features of which each has a linked picture and a name', () => {
    const feature = (name: string, at: number) =>
      `<li class="feature"><a href="/film/${at}"><img src="/${at}.jpg"></a><h2>${name}</h2><p>The ${name} is what the ferry finds its way with in fog.</p></li>`;
    const features = ['Depth sounder', 'Fog horn', 'Radar'].map(feature).join('');
    expect(textWith(`<section><h2>On the bridge</h2><ul>${features}</ul></section>`)).toContain('Fog horn');
  });

  it('as an address that is printed as a source', () => {
    const address = 'https://county.example/pier/report';
    expect(textWith(`<p><a href="${address}">${address}</a></p>`)).toContain(address);
  });

  it('as a step with a picture whose caption is marked', () => {
    const step = (at: number, text: string): string =>
      `<div class="row"><div>Step ${at}</div><div><p>${text}</p></div><div class="shot"><img src="${at}.jpg"><span class="caption">Step ${at}, seen from above</span></div></div>`;
    const text = textWith(
      step(1, 'Tie the first rope around the post.') + step(2, 'Pull until the hull is still.'),
    );
    expect(text).toContain('Tie the first rope around the post.');
    expect(text).toContain('Pull until the hull is still.');
    expect(text).not.toContain('seen from above');
  });
});

/** Headlines that link to pages of hosts of their own, or of the page's without one. */
const links = (host: string): string[] =>
  ['The storm as our street saw it', 'A pier and what it costs', 'Why goats sail for nothing at all'].map(
    (text, at) => `<a href="${host && `https://${at}.${host}`}/${at}">${text}</a>`,
  );

describe('what others wrote and the article lists', () => {
  it.each([
    ['as a list', (link: string) => `<li>${link}</li>`],
    ['as headings', (link: string, at: number) => `<h3>${link}</h3><p>${PARAGRAPHS[at]} So they say.</p>`],
  ])('stays %s', (_name, write) => {
    const html = `<div>${links('others.example').map(write).join('')}</div>`;
    expect(textWith('', html)).toContain('Why goats sail for nothing at all');
  });

  it('goes where it is on the same site', () => {
    const html = `<ul>${links('')
      .map((link) => `<li>${link}</li>`)
      .join('')}</ul>`;
    expect(textWith('', html)).not.toContain('Why goats sail for nothing at all');
  });
});

describe('a list of links below a sentence that ends in a colon', () => {
  const list = `<ul>${['Ada Lind, Norholm', 'Cara Lund of Outer Skerry', 'Ole Berg, who has a boat']
    .map((name, at) => `<li><a href="/people/${at}">${name}</a></li>`)
    .join('')}</ul>`;

  it('stays where the sentence announces it', () => {
    const text = textWith(`<p>Three islanders want to be the next harbour master:</p>${list}`);
    expect(text).toContain('Ada Lind, Norholm\n\nCara Lund of Outer Skerry\n\nOle Berg, who has a boat');
  });

  it('goes where the sentence offers more to read', () => {
    expect(textWith(`<p>Here you find more stories about the outer islands:</p>${list}`)).not.toContain(
      'Ada Lind',
    );
  });
});

describe('words of a script without spaces', () => {
  it('are counted behind a word in Latin letters too', () => {
    expect(countWords('wasmはオープンな技術です')).toBe(countWords('wasm はオープンな技術です'));
  });
});

describe('a part of the page goes', () => {
  it('as a sentence set apart that a paragraph holds, with the name below', () => {
    const said =
      '<p>“Steel does not know whether it has a permit,” the welder said. “It knows a good weld.”</p>';
    const apart =
      '<div><p>“Steel does not know whether it has a permit. It knows a good weld.”</p><p>- Earl Combs</p></div>';
    const text = textWith(apart + said);
    expect(text).toContain('the welder said');
    expect(text.match(/Steel does not know/g)).toHaveLength(1);
    expect(text).not.toContain('Earl Combs');
  });

  it('as words for screen readers that only a style hides', () => {
    const hidden =
      '<span style="border:0;clip:rect(0 0 0 0);height:1px;position:absolute;width:1px">, opens new tab</span>';
    const text = textWith(
      `<p>The operator, <a href="/firm">Salar Minerals${hidden}</a>, said it had made its final offer on Monday.</p>`,
    );
    expect(text).toContain('The operator, Salar Minerals, said it had made its final offer');
  });

  it('as the lines of a share bar without names', () => {
    const bar = ['Facebook', 'WhatsApp', 'Link kopieren']
      .map((name) => `<div><span>${name}</span></div>`)
      .join('');
    const text = textWith(bar);
    for (const line of ['Facebook', 'WhatsApp', 'Link kopieren']) expect(text).not.toContain(line);
  });

  it('as cards of which only the picture is a link', () => {
    const card = (headline: string, at: number) =>
      `<li class="story"><a href="/news/${at}"><img src="/${at}.jpg"></a><span>Harbour</span><h3>${headline}</h3><p>The club confirmed it in a short statement.</p></li>`;
    const headlines = [
      'Orchid grows on a railway siding',
      'Kiln found below a car park',
      'Choir sings at dawn',
    ];
    const text = textWith('', `<section><h2>Islands</h2>${headlines.map(card).join('')}</section>`);
    for (const headline of headlines) expect(text).not.toContain(headline);
    expect(text).not.toContain('short statement');
  });

  it('as the time of an entry with the name of who wrote it', () => {
    const entry =
      '<h2>Ferry back in port</h2><div>17:42 MST<span>Anna Kirsch</span></div><p>The ferry is back.</p>';
    const text = textWith(entry);
    expect(text).toContain('The ferry is back.');
    expect(text).not.toContain('Anna Kirsch');
  });

  it('as a card of an author whom nothing else names', () => {
    const card = '<h4>Naoko Feld</h4><p>Naoko Feld is a photographer who lives on Outer Skerry.</p>';
    expect(textWith('', card)).not.toContain('Naoko Feld');
  });

  it('as a long byline with the tools of the page', () => {
    const line =
      '<p>By RON KEMP Staff Writer<br>Published: Tuesday, August 14, 2018<br>Email this story | Print this story | Larger type</p>';
    expect(textWith(line)).not.toContain('Larger type');
  });
});
