import { BLOCK_ELEMENTS, isElement, type PageElement } from '../page-tree.ts';
import { countWords } from './word-count.ts';

/** One paragraph, heading, list item, quotation or table row of the article. */
export interface TextBlock {
  readonly text: string;
  readonly kind: 'paragraph' | 'heading' | 'list-item' | 'quote' | 'preformatted';
  readonly words: number;
  /** Words that are the text of links. */
  readonly linkWords: number;
}

interface BlockDraft {
  text: string;
  linkText: string;
}

const KIND_BY_ELEMENT: Readonly<Record<string, TextBlock['kind']>> = {
  blockquote: 'quote',
  dd: 'list-item',
  dt: 'list-item',
  h1: 'heading',
  h2: 'heading',
  h3: 'heading',
  h4: 'heading',
  h5: 'heading',
  h6: 'heading',
  li: 'list-item',
  pre: 'preformatted',
};

/** A single `<br>` between two sentences is how many old systems part paragraphs. */
const SENTENCE_END = /[.!?…。！？][)"'»”’\]]?\s*$/u;

/** A bullet typed into the text; a list's own bullets are not text at all, so neither is kept. */
const BULLET = /^[•▪‣◦●■►▶·]\s*/u;

/**
 * Reads the blocks of a tree in order. A block element parts paragraphs and an inline element does not; a double
 * `<br>` parts them, a single one only after the end of a sentence. Text cells of a table row stay on one line.
 */
export function readBlocks(root: PageElement): TextBlock[] {
  const reader = new BlockReader();
  reader.read(root, 'paragraph', false);
  reader.finish('paragraph');
  return reader.blocks;
}

class BlockReader {
  readonly blocks: TextBlock[] = [];
  private draft: BlockDraft = { text: '', linkText: '' };
  private breaks = 0;

  read(element: PageElement, kind: TextBlock['kind'], isLink: boolean): void {
    for (const child of element.children) {
      if (!isElement(child)) this.readText(child, kind, isLink);
      else if (child.name === 'br') this.breaks += 1;
      else if (isLineOfCells(child)) this.readCells(child, isLink);
      else if (BLOCK_ELEMENTS.has(child.name)) this.readBlock(child, kind, isLink);
      else this.read(child, kind, isLink || (child.name === 'a' && child.attributes['href'] !== undefined));
    }
  }

  finish(kind: TextBlock['kind']): void {
    const { text: drafted, linkText } = this.draft;
    this.draft = { text: '', linkText: '' };
    this.breaks = 0;
    const clean = kind === 'preformatted' ? drafted.trim() : tidyText(drafted);
    const text = clean.replace(BULLET, '');
    const words = countWords(text);
    if (text === '') return;
    const ownKind = kind === 'paragraph' && text !== clean ? 'list-item' : kind;
    this.blocks.push({ text, kind: ownKind, words, linkWords: Math.min(words, countWords(linkText)) });
  }

  private readBlock(element: PageElement, kind: TextBlock['kind'], isLink: boolean): void {
    this.finish(kind);
    const ownKind = KIND_BY_ELEMENT[element.name] ?? kind;
    this.read(element, ownKind, isLink);
    this.finish(ownKind);
  }

  private readCells(row: PageElement, isLink: boolean): void {
    this.finish('paragraph');
    for (const cell of row.children) {
      if (!isElement(cell)) continue;
      this.read(cell, 'paragraph', isLink);
      this.draft.text += ' ';
    }
    this.finish('list-item');
  }

  private readText(text: string, kind: TextBlock['kind'], isLink: boolean): void {
    if (this.breaks > 0 && text.trim() !== '') this.readLineBreak(kind);
    this.draft.text += text;
    this.draft.linkText += isLink ? text : ' ';
  }

  private readLineBreak(kind: TextBlock['kind']): void {
    const isParagraphEnd = this.breaks > 1 || SENTENCE_END.test(this.draft.text.slice(-10));
    this.breaks = 0;
    if (kind === 'preformatted') this.draft.text += '\n';
    else if (isParagraphEnd) this.finish(kind);
    else this.draft.text += ' ';
  }
}

/** A table row of short cells is a line of figures; a row of paragraphs is page layout. */
function isLineOfCells(element: PageElement): boolean {
  if (element.name !== 'tr') return false;
  const cells = element.children.filter(isElement);
  return cells.length > 1 && cells.every((cell) => cell.children.every(isInline));
}

function isInline(node: PageElement | string): boolean {
  return (
    !isElement(node) ||
    (!BLOCK_ELEMENTS.has(node.name) && node.name !== 'br' && node.children.every(isInline))
  );
}

/** One space between words; soft hyphens and zero-width marks away, since they break words for a search. */
export function tidyText(text: string): string {
  return text
    .replace(/[\u00ad\u200b\u2060\ufeff]/g, '')
    .replace(/\s+/g, ' ')
    .trim();
}
