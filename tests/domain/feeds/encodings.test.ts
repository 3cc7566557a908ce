import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { decodeFeed } from '../../../src/domain/feeds/decode-feed.ts';
import { firstItem, parse, rssItem } from './feed-documents.ts';

const RUSSIAN = 'Новости дня: решение';

interface Encoded {
  readonly name: string;
  readonly title: string;
  /** What iconv-lite calls the encoding of the bytes. */
  readonly bytesAs: string;
  readonly declared?: string;
  readonly header?: string;
  readonly mark?: readonly number[];
}

const CASES: readonly Encoded[] = [
  {
    name: 'UTF-8 with a byte order mark',
    title: RUSSIAN,
    bytesAs: 'utf-8',
    declared: 'utf-8',
    mark: [0xef, 0xbb, 0xbf],
  },
  { name: 'windows-1251 by declaration', title: RUSSIAN, bytesAs: 'windows-1251', declared: 'windows-1251' },
  {
    name: 'windows-1251 by header alone',
    title: RUSSIAN,
    bytesAs: 'windows-1251',
    header: 'text/xml; charset=windows-1251',
  },
  {
    name: 'windows-1251 under a header that says UTF-8',
    title: RUSSIAN,
    bytesAs: 'windows-1251',
    declared: 'windows-1251',
    header: 'text/xml; charset=utf-8',
  },
  { name: 'koi8-r', title: RUSSIAN, bytesAs: 'koi8-r', declared: 'KOI8-R' },
  { name: 'windows-1250', title: 'Žluťoučký kůň “úpěl”', bytesAs: 'windows-1250', declared: 'windows-1250' },
  {
    name: 'windows-1252 declared as ISO 8859-1',
    title: '“Quoted” – €5',
    bytesAs: 'windows-1252',
    declared: 'iso-8859-1',
  },
  { name: 'ISO 8859-2', title: 'Łódź żąda', bytesAs: 'iso-8859-2', declared: 'ISO-8859-2' },
  { name: 'ISO 8859-15', title: 'Œuvre à 5 €', bytesAs: 'iso-8859-15', declared: 'iso-8859-15' },
  { name: 'UTF-8 declared as windows-1252', title: RUSSIAN, bytesAs: 'utf-8', declared: 'windows-1252' },
  {
    name: 'UTF-8 under labels nobody knows',
    title: RUSSIAN,
    bytesAs: 'utf-8',
    declared: 'x-nonsense',
    header: 'text/xml; charset=x-worse',
  },
  {
    name: 'UTF-16LE with a mark',
    title: RUSSIAN,
    bytesAs: 'utf-16le',
    declared: 'utf-16',
    mark: [0xff, 0xfe],
  },
  {
    name: 'UTF-16BE with a mark',
    title: RUSSIAN,
    bytesAs: 'utf-16be',
    declared: 'utf-16',
    mark: [0xfe, 0xff],
  },
  { name: 'UTF-16BE without one', title: RUSSIAN, bytesAs: 'utf-16be', declared: 'utf-16' },
  {
    name: 'UTF-16LE under a header that says ISO 8859-1',
    title: RUSSIAN,
    bytesAs: 'utf-16le',
    header: 'text/xml; charset=iso-8859-1',
  },
  { name: 'UTF-32LE', title: RUSSIAN, bytesAs: 'utf-32le', mark: [0xff, 0xfe, 0x00, 0x00] },
  { name: 'UTF-32BE without a mark', title: RUSSIAN, bytesAs: 'utf-32be' },
  { name: 'Shift_JIS', title: '日本語の見出し', bytesAs: 'shift_jis', declared: 'Shift_JIS' },
  { name: 'EUC-JP', title: '日本語の見出し', bytesAs: 'euc-jp', declared: 'euc-jp' },
  { name: 'GBK that calls itself GB2312', title: '朱镕基', bytesAs: 'gbk', declared: 'gb2312' },
  { name: 'Big5', title: '新聞頭條', bytesAs: 'big5', declared: 'Big5' },
  { name: 'EUC-KR', title: '뉴스 제목', bytesAs: 'euc-kr', declared: 'euc-kr' },
];

/** Long enough for a guess: an item of a usual length. Made up. */
const UNLABELLED = [
  {
    bytesAs: 'windows-1251',
    text: 'Міністр оборони заявив, що зброю можна застосовувати по цілях за кордоном.',
  },
  { bytesAs: 'koi8-u', text: 'Міністр оборони заявив, що зброю можна застосовувати по цілях за кордоном.' },
  {
    bytesAs: 'windows-1250',
    text: 'Minister obrony oświadczył, że broń może być użyta również przeciwko celom za granicą. Rząd podjął tę decyzję w środę, jednak część posłów uważa, że należało ją ogłosić wcześniej.',
  },
  {
    bytesAs: 'windows-1252',
    text: 'Der Minister erklärte, die Waffen dürften künftig „auch dort“ genutzt werden.',
  },
  { bytesAs: 'windows-1252', text: 'Café “au lait”' },
  { bytesAs: 'shift_jis', text: '国防相は、供与された武器を国境の向こうの目標に使用できると述べた。' },
];

function bytesOf({ title, bytesAs, declared, mark }: Encoded): Uint8Array {
  const declaration = declared === undefined ? '' : `<?xml version="1.0" encoding="${declared}"?>`;
  const body = iconv.encode(declaration + rssItem(`<title>${title}</title>`), bytesAs);
  return Buffer.concat([Buffer.from(mark ?? []), body]);
}

describe('the title survives in', () => {
  it.each(CASES)('$name', async (given) => {
    const item = await firstItem(bytesOf(given), given.header ?? 'text/xml');
    expect(item.title).toBe(given.title);
  });
});

describe('without any label', () => {
  it.each(UNLABELLED)('$bytesAs: $text', async ({ bytesAs, text }) => {
    const item = await firstItem(iconv.encode(rssItem(`<title>${text}</title>`), bytesAs), 'text/xml');
    expect(item.title).toBe(text);
  });
});

describe('decodeFeed', () => {
  it('keeps a UTF-8 document with one broken byte, instead of turning all of it into mojibake', () => {
    const bytes = Buffer.concat([
      Buffer.from(`<rss>${RUSSIAN.repeat(5)}`),
      Buffer.from([0xe9]),
      Buffer.from('</rss>'),
    ]);
    expect(decodeFeed(bytes, 'text/xml')).toEqual({
      text: `<rss>${RUSSIAN.repeat(5)}\ufffd</rss>`,
      charset: 'utf-8',
      repairs: ['replaced bytes that are not UTF-8'],
    });
  });

  it('takes a document that ends inside a character for UTF-8', () => {
    const bytes = Buffer.from(`<rss>${RUSSIAN}`).subarray(0, -1);
    expect(decodeFeed(bytes, undefined)).toMatchObject({
      charset: 'utf-8',
      text: `<rss>${RUSSIAN.slice(0, -1)}`,
    });
  });

  it('reports a label that was wrong', () => {
    expect(decodeFeed(Buffer.from('<rss>ж</rss>'), 'text/xml; charset=koi8-r').repairs).toEqual([
      'read as utf-8 instead of koi8-r',
    ]);
  });
});

describe('characters inside a document', () => {
  it.each([
    { name: 'a reference to a C1 control is windows-1252', source: 'it&#146;s', title: 'it’s' },
    { name: 'UTF-8 encoded twice is undone', source: 'Ã©tÃ© Ð½Ð¾Ð²Ð¾Ñ\u0081Ñ\u0082Ð¸', title: 'été новости' },
    { name: 'a capital before a sign is not taken for double encoding', source: 'CAFÉ®', title: 'CAFÉ®' },
    { name: 'honest accents stay', source: 'Ünïcödé Ã', title: 'Ünïcödé Ã' },
    { name: 'control characters and NUL go', source: 'O\u000bn\u0000e', title: 'One' },
    { name: 'characters beyond the basic plane stay', source: '😀 &#128512;', title: '😀 😀' },
  ])('$name', async ({ source, title }) => {
    expect((await firstItem(rssItem(`<title>${source}</title>`))).title).toBe(title);
  });

  it('leaves a Latin-1 document alone that only looks encoded twice', async () => {
    const bytes = iconv.encode(
      `<?xml version="1.0" encoding="iso-8859-1"?>${rssItem('<title>Ã© \u00e9</title>')}`,
      'latin1',
    );
    expect((await parse(bytes)).items[0]?.title).toBe('Ã© é');
  });
});
