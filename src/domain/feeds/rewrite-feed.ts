import { escapeUTF8 } from 'entities';
import { writeOutDeclaredEntities } from './declared-entities.ts';
import { escapeStrayMarkup } from './escape-stray-markup.ts';
import { MAX_NAMESPACES } from './feed-limits.ts';
import { CONTAINER_FIELDS, MARKUP_FIELDS, plainAttributeName } from './feed-vocabulary.ts';
import { InlineMarkup } from './inline-markup.ts';
import { declaredPrefix, meaningOfName, moduleOfDeclaration, type Namespaces } from './namespaces.ts';
import { readTagSoup, type TagSoupHandler } from './tag-soup.ts';

/** A document in the one plain form that rss-parser reads without trouble. */
export interface RewrittenFeed {
  readonly xml: string;
  readonly itemCount: number;
  /** Whether the document ended within an item, which was then left out unless it was the only one. */
  readonly cutOff: boolean;
}

type Attributes = Readonly<Record<string, string>>;

type Frame = { readonly namespaces: Namespaces } & (
  | { readonly kind: 'field'; readonly field: OpenField }
  | { readonly kind: 'ignored' }
  | { readonly kind: 'inline'; readonly name: string }
  | { readonly kind: 'item'; readonly item: OpenItem }
  | { readonly kind: 'structure' }
);

interface OpenField {
  readonly name: string;
  /** As the document spells it. */
  readonly writtenName: string;
  readonly attributes: Attributes;
  readonly content: InlineMarkup;
  readonly children: string[];
}

interface OpenItem {
  readonly attributes: Attributes;
  readonly fields: string[];
}

/**
 * Writes a damaged or unusual feed anew: fields under our own names, markup inside them escaped, items directly
 * below the channel, everything closed. What we have no use for is left out.
 *
 * This is for what rss-parser cannot read, or reads with loss: broken XML, XHTML content (xml2js loses the
 * order of words), prefixes that change their meaning, items in odd places.
 */
export function rewriteFeed(xml: string): RewrittenFeed {
  const rewriter = new FeedRewriter(xml);
  readTagSoup(escapeStrayMarkup(writeOutDeclaredEntities(xml)), rewriter);
  return rewriter.result();
}

class FeedRewriter implements TagSoupHandler {
  readonly #frames: Frame[] = [];
  /** The fields among the open frames: text and inline markup belong to the last. */
  readonly #openFields: OpenField[] = [];
  readonly #feedFields: string[] = [];
  readonly #items: string[] = [];
  readonly #endsInsideTag: boolean;
  #root: string | undefined;
  #rootAttributes: Attributes = {};
  #channelAttributes: Attributes = {};
  #cutInsideItem = false;
  #lastItemIsCut = false;

  constructor(xml: string) {
    this.#endsInsideTag = xml.slice(xml.lastIndexOf('>') + 1).trim() !== '';
  }

  /** Items never hold items, and a title that holds another field of the feed was never closed. */
  endedBy(name: string): string | undefined {
    if (/^(?:[\w.-]+:)?(?:entry|item)$/i.test(name)) return name;
    const top = this.#frames.at(-1);
    if (top?.kind !== 'field' || top.field.name !== 'f.title') return undefined;
    const meaning = meaningOfName(name, top.namespaces);
    return meaning?.startsWith('f.') && meaning !== 'f.title' ? top.field.writtenName : undefined;
  }

  open(name: string, attributes: Attributes): boolean {
    const top = this.#frames.at(-1);
    const namespaces = withDeclarations(top?.namespaces ?? new Map(), attributes);
    if (top?.kind === 'inline' || (top?.kind === 'field' && MARKUP_FIELDS.has(top.field.name))) {
      return this.#openInline(name, attributes, namespaces);
    }
    const meaning = meaningOfName(name, namespaces);
    this.#frames.push({ namespaces, ...this.#frameFor(name, meaning, attributes, top) });
    return true;
  }

  text(value: string): void {
    const top = this.#frames.at(-1);
    if (top?.kind === 'inline' || top?.kind === 'field') this.#openFields.at(-1)?.content.addText(value);
  }

  close(_name: string, cutOff: boolean): void {
    const frame = this.#frames.pop();
    if (frame?.kind === 'inline') this.#openFields.at(-1)?.content.closeTag(frame.name);
    if (frame?.kind === 'field') this.#closeField(frame.field, cutOff);
    if (frame?.kind === 'item') this.#closeItem(frame.item, cutOff);
  }

  result(): RewrittenFeed {
    const cutOff = this.#lastItemIsCut;
    const items = cutOff && this.#items.length > 1 ? this.#items.slice(0, -1) : this.#items;
    const body = this.#feedFields.join('') + items.join('');
    const isAtom = this.#root === 'feed' || this.#root === 'entry';
    const xml = isAtom
      ? element('feed', this.#rootAttributes, body)
      : element(
          'rss',
          { ...this.#rootAttributes, version: '2.0' },
          element('channel', this.#channelAttributes, body),
        );
    return { xml, itemCount: items.length, cutOff };
  }

  #frameFor(
    writtenName: string,
    meaning: string | undefined,
    attributes: Attributes,
    top: Frame | undefined,
  ): FrameContent {
    if (meaning === undefined) return { kind: 'ignored' };
    if (meaning === 'item' || meaning === 'entry') {
      this.#root ??= meaning;
      return { kind: 'item', item: { attributes, fields: [] } };
    }
    if (!meaning.startsWith('f.')) {
      if (meaning === 'channel') this.#channelAttributes = attributes;
      else if (this.#root === undefined) this.#rootAttributes = attributes;
      this.#root ??= meaning;
      return { kind: 'structure' };
    }
    const holdsFields =
      top?.kind !== 'ignored' && (top?.kind !== 'field' || CONTAINER_FIELDS.has(top.field.name));
    if (!holdsFields) return { kind: 'ignored' };
    const field = { name: meaning, writtenName, attributes, content: new InlineMarkup(), children: [] };
    this.#openFields.push(field);
    return { kind: 'field', field };
  }

  #openInline(name: string, attributes: Attributes, namespaces: Namespaces): boolean {
    const hasContent = this.#openFields.at(-1)?.content.openTag(name, attributes) ?? false;
    if (hasContent) this.#frames.push({ kind: 'inline', name, namespaces });
    return hasContent;
  }

  #closeField(field: OpenField, cutOff: boolean): void {
    this.#openFields.pop();
    if (cutOff) {
      this.#cutInsideItem = true;
      return;
    }
    const attributes = field.content.hasTags ? { ...field.attributes, inline: 'yes' } : field.attributes;
    const content = escapeUTF8(field.content.value()) + field.children.join('');
    this.#destination().push(element(field.name, attributes, content));
  }

  #closeItem(item: OpenItem, cutOff: boolean): void {
    this.#lastItemIsCut = cutOff && (this.#cutInsideItem || this.#endsInsideTag);
    this.#items.push(
      element(
        this.#root === 'feed' || this.#root === 'entry' ? 'entry' : 'item',
        item.attributes,
        item.fields.join(''),
      ),
    );
  }

  /** Where a field that has just ended belongs: in the nearest field or item around it, else in the feed. */
  #destination(): string[] {
    const around = this.#frames.findLast((frame) => frame.kind === 'field' || frame.kind === 'item');
    if (around?.kind === 'field') return around.field.children;
    return around?.kind === 'item' ? around.item.fields : this.#feedFields;
  }
}

type FrameContent = Frame extends infer Each
  ? Each extends Frame
    ? Omit<Each, 'namespaces'>
    : never
  : never;

function withDeclarations(outer: Namespaces, attributes: Attributes): Namespaces {
  const declared = Object.entries(attributes).flatMap(([name, uri]): [string, string][] => {
    const prefix = declaredPrefix(name);
    return prefix === undefined ? [] : [[prefix, moduleOfDeclaration(prefix, uri)]];
  });
  const isFull = outer.size >= MAX_NAMESPACES;
  if (isFull || declared.length === 0) return outer;
  return new Map([...outer, ...declared].slice(0, MAX_NAMESPACES));
}

function element(name: string, attributes: Attributes, content: string): string {
  const written = Object.entries(attributes)
    .map(([attribute, value]) => [plainAttributeName(attribute), value] as const)
    .filter(([attribute]) => /^(?:xml:)?[a-z][\w.-]*$/.test(attribute) && !attribute.startsWith('xmlns'));
  const unique = new Map(written.toReversed());
  const list = [...unique].map(([attribute, value]) => ` ${attribute}="${escapeUTF8(value)}"`).join('');
  return `<${name}${list}>${content}</${name}>`;
}
