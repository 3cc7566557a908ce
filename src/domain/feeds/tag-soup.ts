import { Tokenizer, type TokenizerCallbacks } from 'htmlparser2';
import { decodeReferences } from './escape-stray-markup.ts';
import { MAX_ATTRIBUTES, MAX_DEPTH, MAX_NAME_CHARACTERS } from './feed-limits.ts';

/** What a document is made of, in order. Every `open` is followed by its `close`. */
export interface TagSoupHandler {
  /** The name of an open element that this one cannot stand in, and which therefore ends where it starts. */
  endedBy(name: string): string | undefined;
  /** @returns false to treat the element as empty: no `close` will follow */
  open(name: string, attributes: Readonly<Record<string, string>>): boolean;
  text(value: string): void;
  /** @param cutOff whether the document ended before the element did */
  close(name: string, cutOff: boolean): void;
}

/**
 * Reads anything that has tags, in linear time and bounded depth: elements that were never closed, closing
 * tags that nothing opened, attributes without quotes, unknown entities, a document that stops midway.
 *
 * The tokens are htmlparser2's. Its own element stack is not used, since it grows with each unclosed tag and is
 * searched in full for each closing one.
 */
export function readTagSoup(xml: string, handler: TagSoupHandler): void {
  const reader = new TagSoupReader(xml, handler);
  const tokenizer = new Tokenizer({ xmlMode: true, decodeEntities: false }, reader);
  tokenizer.write(xml);
  tokenizer.end();
}

class TagSoupReader implements TokenizerCallbacks {
  readonly #xml: string;
  readonly #handler: TagSoupHandler;
  /** In lower case, and short: each closing tag is compared with them. */
  readonly #openNames: string[] = [];
  #name = '';
  #attributes: Record<string, string> = Object.create(null);
  #attributeCount = 0;
  #attributeName = '';
  #attributeValue = '';

  constructor(xml: string, handler: TagSoupHandler) {
    this.#xml = xml;
    this.#handler = handler;
  }

  onopentagname(start: number, end: number): void {
    this.#name = this.#xml.slice(start, end);
    this.#attributes = Object.create(null);
    this.#attributeCount = 0;
  }

  onattribname(start: number, end: number): void {
    this.#attributeName = this.#xml.slice(start, end);
  }

  onattribdata(start: number, end: number): void {
    this.#attributeValue += this.#xml.slice(start, end);
  }

  onattribentity(codepoint: number): void {
    this.#attributeValue += String.fromCodePoint(codepoint);
  }

  onattribend(): void {
    this.#attributeCount += 1;
    if (this.#attributeCount <= MAX_ATTRIBUTES) {
      this.#attributes[this.#attributeName] ??= decodeReferences(this.#attributeValue);
    }
    this.#attributeValue = '';
  }

  onopentagend(): void {
    const ended = this.#handler.endedBy(this.#name);
    if (ended !== undefined) this.#closeLast(ended);
    if (this.#openNames.length >= MAX_DEPTH) return;
    if (this.#handler.open(this.#name, this.#attributes)) this.#openNames.push(comparable(this.#name));
  }

  onselfclosingtag(): void {
    if (this.#handler.open(this.#name, this.#attributes)) this.#handler.close(this.#name, false);
  }

  onclosetag(start: number, end: number): void {
    this.#closeLast(this.#xml.slice(start, end));
  }

  ontext(start: number, end: number): void {
    this.#handler.text(decodeReferences(this.#xml.slice(start, end)));
  }

  ontextentity(codepoint: number): void {
    this.#handler.text(String.fromCodePoint(codepoint));
  }

  oncdata(start: number, end: number, endOffset: number): void {
    this.#handler.text(this.#xml.slice(start, end - endOffset));
  }

  onend(): void {
    this.#closeDownTo(0, true);
  }

  oncomment(): void {}
  ondeclaration(): void {}
  onprocessinginstruction(): void {}

  #closeLast(name: string): void {
    const index = this.#openNames.lastIndexOf(comparable(name));
    if (index !== -1) this.#closeDownTo(index, false);
  }

  #closeDownTo(index: number, cutOff: boolean): void {
    while (this.#openNames.length > index) this.#handler.close(this.#openNames.pop() as string, cutOff);
  }
}

function comparable(name: string): string {
  return name.slice(0, MAX_NAME_CHARACTERS).toLowerCase();
}
