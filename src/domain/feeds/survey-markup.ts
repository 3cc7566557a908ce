/** What one quick pass over a document says about its size and shape, without reading it. */
export interface MarkupSurvey {
  /** Tags that open an `item` or `entry`, under any prefix. */
  readonly itemCount: number;
  /** How deep elements are nested at most, as far as a pass without repairs can tell. */
  readonly deepest: number;
  /** Where the last item within the limit ends; undefined when there are no more items than that. */
  readonly limitEnd: number | undefined;
}

const ITEM_TAG = /<(?:[\w.-]+:)?(?:item|entry)[\s/>]/iy;
const ITEM_END = /<\/(?:[\w.-]+:)?(?:item|entry)\s*>/iy;

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
  let at = xml.indexOf('<');
  while (at !== -1) {
    const next = xml.charCodeAt(at + 1);
    const end = endOfMarkup(xml, at, next);
    if (next === SLASH) {
      depth -= 1;
      if (itemCount === maxItems && limitEnd === undefined && matchesAt(ITEM_END, xml, at)) limitEnd = end;
    } else if (next !== BANG && next !== QUESTION) {
      if (matchesAt(ITEM_TAG, xml, at)) itemCount += 1;
      if (xml.charCodeAt(end - 2) !== SLASH) depth += 1;
      deepest = Math.max(deepest, depth);
    }
    at = xml.indexOf('<', end);
  }
  return { itemCount, deepest, limitEnd: itemCount > maxItems ? limitEnd : undefined };
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
