import { escapeUTF8 } from 'entities';

/** HTML elements that have no content, and so no end tag. */
const VOID_ELEMENTS: ReadonlySet<string> = new Set([
  'area',
  'base',
  'br',
  'col',
  'embed',
  'hr',
  'img',
  'input',
  'link',
  'meta',
  'param',
  'source',
  'track',
  'wbr',
]);

/**
 * The content of a field while it is read: plain text, or markup that was not escaped, which becomes HTML.
 *
 * Text before the first tag is kept as it is, since a field that mixes escaped and real markup has escaped
 * what comes first ("&lt;b&gt;News&lt;/b&gt; <p>…"). Behind it, a character that was escaped stays so.
 */
export class InlineMarkup {
  readonly #parts: string[] = [];
  #hasTags = false;
  #depth = 0;
  /** What stands at the top: nothing but one `div`, or anything else. */
  #outerDivs = 0;
  #othersAtTop = 0;

  get hasTags(): boolean {
    return this.#hasTags;
  }

  addText(text: string): void {
    if (this.#depth === 0 && text.trim() !== '') this.#othersAtTop += 1;
    this.#parts.push(this.#hasTags ? escapeUTF8(text) : text);
  }

  /** @returns whether the element can have content */
  openTag(name: string, attributes: Readonly<Record<string, string>>): boolean {
    this.#hasTags = true;
    const localName = withoutPrefix(name);
    const list = Object.entries(attributes)
      .filter(([attribute]) => !attribute.startsWith('xmlns'))
      .map(([attribute, value]) => ` ${attribute}="${escapeUTF8(value)}"`);
    this.#parts.push(`<${localName}${list.join('')}>`);
    if (this.#depth === 0) this.#noteAtTop(localName);
    const canHaveContent = !VOID_ELEMENTS.has(localName.toLowerCase());
    if (canHaveContent) this.#depth += 1;
    return canHaveContent;
  }

  closeTag(name: string): void {
    this.#depth -= 1;
    this.#parts.push(`</${withoutPrefix(name)}>`);
  }

  /** The content without the one `div` around it that Atom asks for (RFC 4287, section 3.1.1.3). */
  value(): string {
    const content = this.#parts.join('').trim();
    if (this.#outerDivs !== 1 || this.#othersAtTop > 0) return this.#hasTags ? content : this.#parts.join('');
    return content.slice(content.indexOf('>') + 1, content.lastIndexOf('</'));
  }

  #noteAtTop(localName: string): void {
    if (localName.toLowerCase() === 'div') this.#outerDivs += 1;
    else this.#othersAtTop += 1;
  }
}

function withoutPrefix(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}
