import { isAscii, isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { guessCharset } from './guess-charset.ts';

/** A feed document as text. */
export interface DecodedFeed {
  readonly text: string;
  /** The character encoding that was used, in lower case: `utf-8`, `windows-1251`, … */
  readonly charset: string;
  readonly repairs: readonly string[];
}

/** A label is looked for in this many first bytes: an XML declaration stands at the very start. */
const DECLARATION_BYTES = 1_024;

/**
 * Share of the characters beyond ASCII that may be damaged in a document that is still taken for UTF-8.
 * Text in any other encoding read as UTF-8 damages nearly all of them.
 */
const TOLERATED_DAMAGE = 0.1;

/** What a decoder puts where it could not read a byte. */
const REPLACEMENT = 0xfffd;

/**
 * Encodings that publishers name while meaning a larger one, as in the WHATWG Encoding Standard, section 4.2.
 * Sorted by label.
 */
const LABEL_MEANS: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  big5: 'big5-hkscs',
  'euc-kr': 'cp949',
  gb2312: 'gb18030',
  'gb_2312-80': 'gb18030',
  gbk: 'gb18030',
  'iso-8859-1': 'windows-1252',
  'iso-8859-11': 'windows-874',
  'iso-8859-9': 'windows-1254',
  'iso8859-1': 'windows-1252',
  'ks_c_5601-1987': 'cp949',
  latin1: 'windows-1252',
  'shift-jis': 'shift_jis',
  sjis: 'shift_jis',
  'tis-620': 'windows-874',
  'us-ascii': 'windows-1252',
  'x-sjis': 'shift_jis',
};

const BYTE_ORDER_MARKS: readonly { readonly mark: readonly number[]; readonly charset: string }[] = [
  { mark: [0x00, 0x00, 0xfe, 0xff], charset: 'utf-32be' },
  { mark: [0xff, 0xfe, 0x00, 0x00], charset: 'utf-32le' },
  { mark: [0xef, 0xbb, 0xbf], charset: 'utf-8' },
  { mark: [0xfe, 0xff], charset: 'utf-16be' },
  { mark: [0xff, 0xfe], charset: 'utf-16le' },
];

/** How `<` (or `<?`) looks in encodings of two and four bytes: XML 1.0, appendix F.1. */
const WIDE_OPENINGS: readonly { readonly mark: readonly number[]; readonly charset: string }[] = [
  { mark: [0x00, 0x00, 0x00, 0x3c], charset: 'utf-32be' },
  { mark: [0x3c, 0x00, 0x00, 0x00], charset: 'utf-32le' },
  { mark: [0x00, 0x3c], charset: 'utf-16be' },
  { mark: [0x3c, 0x00], charset: 'utf-16le' },
];

/**
 * Turns the bytes of a feed into text, whatever the labels on it claim.
 *
 * A byte order mark is believed first, then the bytes themselves when they are valid UTF-8 (no other encoding
 * is by chance), then the `charset` of the HTTP header, then the XML declaration (RFC 7303, section 3). Where
 * none of these says anything, the encoding is guessed from the text.
 *
 * Windows code pages are decoded by iconv-lite, because `TextDecoder` of several Node releases leaves the
 * bytes 0x80 to 0x9F as control characters (nodejs/node issue 56542).
 *
 * @param contentType the HTTP header of that name, as sent
 */
export function decodeFeed(bytes: Uint8Array, contentType: string | undefined): DecodedFeed {
  const marked = startsLike(bytes, BYTE_ORDER_MARKS);
  if (marked) return decodeAs(marked.charset, bytes.subarray(marked.mark.length), undefined);
  const wide = startsLike(bytes, WIDE_OPENINGS);
  if (wide) return decodeAs(wide.charset, bytes, undefined);

  const labels = statedCharsets(bytes, contentType);
  if (labels.includes('iso-2022-jp')) return decodeAs('iso-2022-jp', bytes, undefined);
  const utf8 = decodeStrictUtf8(bytes);
  if (utf8 !== undefined) return { text: utf8, charset: 'utf-8', repairs: misnamed(labels, 'utf-8') };

  const label = labels.find((name) => !isUnicode(name) && iconv.encodingExists(name));
  const asUtf8 = new TextDecoder('utf-8').decode(bytes);
  if (damagedShare(asUtf8) <= TOLERATED_DAMAGE) {
    return { text: asUtf8, charset: 'utf-8', repairs: ['replaced bytes that are not UTF-8'] };
  }
  return decodeAs(label ?? guessCharset(bytes), bytes, labels);
}

function startsLike<T extends { readonly mark: readonly number[] }>(
  bytes: Uint8Array,
  openings: readonly T[],
): T | undefined {
  return openings.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
}

function decodeAs(charset: string, bytes: Uint8Array, labels: readonly string[] | undefined): DecodedFeed {
  const text =
    charset === 'iso-2022-jp'
      ? new TextDecoder(charset).decode(bytes)
      : iconv.decode(asBuffer(bytes), charset);
  return { text, charset, repairs: labels ? misnamed(labels, charset) : [] };
}

/** Cut-off documents may end inside a character, which is no reason to doubt the rest of it. */
function decodeStrictUtf8(bytes: Uint8Array): string | undefined {
  if (isAscii(bytes)) return asBuffer(bytes).toString('latin1'); // the same characters, read faster
  if (isUtf8(bytes)) return asBuffer(bytes).toString('utf8');
  const complete = bytes.subarray(0, bytes.length - 3);
  const endsMidway = [0, 1, 2].some((more) => isUtf8(bytes.subarray(0, complete.length + more)));
  return endsMidway ? new TextDecoder('utf-8').decode(bytes, { stream: true }) : undefined;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}

function statedCharsets(bytes: Uint8Array, contentType: string | undefined): string[] {
  const header = /charset\s*=\s*["']?([\w.:-]+)/i.exec(contentType ?? '')?.[1];
  const opening = asBuffer(bytes.subarray(0, DECLARATION_BYTES)).toString('latin1');
  const declaration = /<\?xml[^>]*?\sencoding\s*=\s*["']([\w.:-]+)/i.exec(opening)?.[1];
  return [header, declaration].flatMap((label) => (label === undefined ? [] : [meaningOf(label)]));
}

function meaningOf(label: string): string {
  const name = label.toLowerCase();
  return LABEL_MEANS[name] ?? name.replace(/^cp(?=125\d$)/, 'windows-');
}

function isUnicode(charset: string): boolean {
  return /^(?:utf|ucs|iso-10646)/.test(charset);
}

function damagedShare(text: string): number {
  let beyondAscii = 0;
  let damaged = 0;
  for (let at = 0; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    if (unit > 0x7f) beyondAscii += 1;
    if (unit === REPLACEMENT) damaged += 1;
  }
  return damaged / Math.max(beyondAscii, 1);
}

/** A label that names plain ASCII or nothing known is no claim worth reporting. */
function misnamed(labels: readonly string[], used: string): string[] {
  const wrong = labels.find((label) => label !== used && !(isUnicode(label) && isUnicode(used)));
  if (wrong === undefined || labels.includes(used)) return [];
  return [`read as ${used} instead of ${wrong}`];
}
