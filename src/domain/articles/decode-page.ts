import iconv from 'iconv-lite';

/** Where an author's declaration must stand to count (HTML Standard, 13.2.3.2, "prescan a byte stream"). */
const PRESCAN_BYTES = 1024;
/** Enough to tell scripts apart without reading a whole page twice. */
const SNIFF_BYTES = 64 * 1024;

const META_CHARSET = /<meta\s[^>]{0,300}?charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{2,40})/i;
const XML_ENCODING = /^\s{0,50}<\?xml\s[^>]{0,200}?encoding\s{0,5}=\s{0,5}["']([\w:.-]{2,40})/i;

/**
 * Labels that mean something other than they say, or that iconv-lite does not know. The web reads Latin-1 as
 * windows-1252, and so on.
 *
 * @see https://encoding.spec.whatwg.org/#names-and-labels
 */
const ENCODING_BY_LABEL: Readonly<Record<string, string>> = {
  ascii: 'windows-1252',
  gb2312: 'gb18030',
  gbk: 'gb18030',
  'iso-8859-1': 'windows-1252',
  'iso-8859-11': 'windows-874',
  'iso-8859-9': 'windows-1254',
  iso88591: 'windows-1252',
  'iso_8859-1': 'windows-1252',
  'ks_c_5601-1987': 'euc-kr',
  latin1: 'windows-1252',
  'tis-620': 'windows-874',
  'us-ascii': 'windows-1252',
  'utf-16': 'utf-16le',
  utf8mb4: 'utf-8',
  'x-gbk': 'gb18030',
  'x-sjis': 'shift_jis',
};

/**
 * Turns a page's bytes into text.
 *
 * Order as in the HTML Standard ("determining the character encoding"): byte order mark, the server's
 * `Content-Type`, the page's own declaration, the bytes themselves. One departure: a declared single-byte encoding
 * does not stand against bytes that are valid UTF-8 beyond ASCII, nor a declared UTF-8 against bytes that are not,
 * since both are common mistakes and neither arises by chance.
 *
 * Never throws; bytes that mean nothing become U+FFFD.
 */
export function decodePage(bytes: Uint8Array, contentType?: string): string {
  const marked = encodingOfMark(bytes);
  if (marked) return decode(bytes, marked);
  const declared = encodingOfHeader(contentType) ?? encodingOfPage(bytes);
  const isUtf8 = isValidUtf8(bytes);
  if (declared === undefined) return decode(bytes, isUtf8 ? 'utf-8' : sniffSingleByte(bytes));
  if (declared === 'utf-8' && !isUtf8) return decodeBrokenUtf8(bytes);
  if (isSingleByte(declared) && isUtf8) return decode(bytes, 'utf-8');
  return decode(bytes, declared);
}

function encodingOfMark(bytes: Uint8Array): string | undefined {
  const [first, second, third] = bytes;
  if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8';
  if (first === 0xfe && second === 0xff) return 'utf-16be';
  if (first === 0xff && second === 0xfe) return 'utf-16le';
  return undefined;
}

function encodingOfHeader(contentType: string | undefined): string | undefined {
  return knownEncoding(
    /charset\s{0,5}=\s{0,5}["']?\s{0,5}([\w:.-]{2,40})/i.exec(contentType?.slice(0, 300) ?? '')?.[1],
  );
}

function encodingOfPage(bytes: Uint8Array): string | undefined {
  const head = asLatin1(bytes.subarray(0, PRESCAN_BYTES));
  const declared = knownEncoding((META_CHARSET.exec(head) ?? XML_ENCODING.exec(head))?.[1]);
  // A declaration that could be read as ASCII cannot be UTF-16 (HTML Standard, prescan, step 16).
  return declared?.startsWith('utf-16') ? 'utf-8' : declared;
}

function knownEncoding(label: string | undefined): string | undefined {
  if (label === undefined) return undefined;
  const name = label.trim().toLowerCase();
  const encoding = ENCODING_BY_LABEL[name] ?? (name === 'utf8' ? 'utf-8' : name);
  return iconv.encodingExists(encoding) ? encoding : undefined;
}

function isSingleByte(encoding: string): boolean {
  return /^(?:windows-|iso-8859-|koi8-|macintosh|x-mac-|ibm)/.test(encoding);
}

function isValidUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder('utf-8', { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

/** A page declared as UTF-8 with a few broken bytes (a cut download, one bad include) is still UTF-8. */
function decodeBrokenUtf8(bytes: Uint8Array): string {
  const sample = bytes.subarray(0, SNIFF_BYTES);
  const text = decode(sample, 'utf-8');
  const brokenCount = text.split('\ufffd').length - 1;
  const highCount = sample.reduce((count, byte) => count + (byte >= 0x80 ? 1 : 0), 0);
  return decode(bytes, brokenCount > highCount / 4 ? sniffSingleByte(bytes) : 'utf-8');
}

/**
 * Tells windows-1251 from windows-1252: where most letters are above ASCII the script is not Latin, and of the
 * non-Latin scripts Cyrillic is the one that news pages still send undeclared.
 */
function sniffSingleByte(bytes: Uint8Array): string {
  let highLetters = 0;
  let asciiLetters = 0;
  let isTag = false;
  for (const byte of bytes.subarray(0, SNIFF_BYTES)) {
    if (byte === 0x3c) isTag = true;
    else if (byte === 0x3e) isTag = false;
    else if (!isTag && byte >= 0xc0) highLetters += 1;
    else if (!isTag && ((byte >= 0x41 && byte <= 0x5a) || (byte >= 0x61 && byte <= 0x7a))) asciiLetters += 1;
  }
  return highLetters > asciiLetters ? 'windows-1251' : 'windows-1252';
}

function asLatin1(bytes: Uint8Array): string {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).toString('latin1');
}

function decode(bytes: Uint8Array, encoding: string): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), encoding, {
    stripBOM: true,
  });
}
