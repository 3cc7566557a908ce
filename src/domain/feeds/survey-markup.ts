/** What one quick pass over a document says about its size and shape, without reading it. */
export interface MarkupSurvey {
  /** Tags that open an `item` or `entry`, under any prefix. */
  readonly itemCount: number;
  /** How deep elements are nested at most, as far as a pass without repairs can tell. */
  readonly deepest: number;
  /** Where the first item beyond the limit starts; undefined when there are no more items than that. */
  readonly limitEnd: number | undefined;
  /**
   * Whether there is markup that the XML parser takes long over: a `<!` that opens neither comment, CDATA section
   * nor DOCTYPE, or a tag longer than `MAX_TAG_CHARACTERS`.
   */
  readonly costlyMarkup: boolean;
}

const ITEM_TAG = /<(?:[\w.-]+:)?(?:item|entry)[\s/>]/iy;
const DECLARATION = /<!(?:--|\[CDATA\[|DOCTYPE[\s[>])/iy;

/** A tag with all its attributes; real ones stay below a thousandth of that. */
const MAX_TAG_CHARACTERS = 65_536;

const SLASH = '/'.charCodeAt(0);
const BANG = '!'.charCodeAt(0);
const QUESTION = '?'.charCodeAt(0);

/**
 * Walks from tag to tag in linear time, so that a hostile document is known as one before a parser sees it.
 *
 * @param maxItems how many items are wanted
 */
export function surveyMarkup(xml: string, maxItems: number): MarkupSurvey {
  let itemCount = 0;
  let depth = 0;
  let deepest = 0;
  let limitEnd: number | undefined;
  let costlyMarkup = false;
  let at = xml.indexOf('<');
  while (at !== -1) {
    const next = xml.charCodeAt(at + 1);
    const end = endOfMarkup(xml, at, next);
    if (next === SLASH) {
      depth -= 1;
    } else if (next === BANG) {
      costlyMarkup ||= !matchesAt(DECLARATION, xml, at);
    } else if (next !== QUESTION) {
      if (matchesAt(ITEM_TAG, xml, at)) itemCount += 1;
      if (itemCount > maxItems) limitEnd ??= at;
      costlyMarkup ||= end - at > MAX_TAG_CHARACTERS;
      if (xml.charCodeAt(end - 2) !== SLASH) depth += 1;
      deepest = Math.max(deepest, depth);
    }
    at = xml.indexOf('<', end);
  }
  return { itemCount, deepest, limitEnd, costlyMarkup };
}

/** The position behind the tag, comment, CDATA section or instruction that starts at `at`. */
function endOfMarkup(xml: string, at: number, next: number): number {
  const closing = next === BANG ? closingOfDeclaration(xml, at) : next === QUESTION ? '?>' : '>';
  const found = xml.indexOf(closing, at + 1);
  return found === -1 ? xml.length : found + closing.length;
}

function closingOfDeclaration(xml: string, at: number): string {
  if (xml.startsWith('<![CDATA[', at)) return ']]>';
  return xml.startsWith('<!--', at) ? '-->' : '>';
}

function matchesAt(pattern: RegExp, text: string, at: number): boolean {
  pattern.lastIndex = at;
  return pattern.test(text);
}
