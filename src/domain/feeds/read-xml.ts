import Parser from 'rss-parser';
import { AUTHOR_FIELDS, plainAttributeName } from './feed-vocabulary.ts';
import { declaredPrefix, meaningOfName, moduleOfDeclaration } from './namespaces.ts';
import type { XmlElement } from './xml-node.ts';

/** A feed as rss-parser read it: the raw nodes of our fields, nothing interpreted. */
export interface RawFeed {
  readonly format: 'atom' | 'rss';
  readonly channel: XmlElement;
  readonly items: readonly XmlElement[];
  /** The names of all fields that the document has. */
  readonly fields: readonly string[];
  /** Those of them that say who wrote an item, the one that the document has last at the end. */
  readonly authorFields: readonly string[];
  /** Attributes of the root element. */
  readonly rootAttributes: Readonly<Record<string, string>>;
  /** Whether a prefix meant different things in different places, which this reader cannot tell apart. */
  readonly ambiguousPrefixes: boolean;
}

/** Keeps rss-parser's hands off elements that we have no use for. */
const UNUSED = 'unused';

/**
 * Reads well-formed XML with rss-parser.
 *
 * The parser is new each time, because rss-parser keeps errors of one document for the next. Its own mapping of
 * fields is bypassed by renaming (see feed-vocabulary.ts): it loses a feed over one bad date, reads only some
 * of the fields, and its `contentSnippet` takes quadratic time on hostile text.
 *
 * @throws Error when the text is not well-formed or is no feed
 */
export async function readXml(xml: string): Promise<RawFeed> {
  const names = new NameReader();
  const parser = new Parser({
    defaultRSS: 2,
    // Filled while the document is read; rss-parser looks into it afterwards.
    customFields: { feed: names.fields as never[], item: names.fields as never[] },
    xml2js: {
      // An empty element would be a string, whose method `link` rss-parser takes for a child of that name.
      emptyTag: () => ({}),
      tagNameProcessors: [(name: string) => names.element(name)],
      attrNameProcessors: [plainAttributeName],
      attrValueProcessors: [(value: string, name: string) => names.attribute(name, value)],
    },
  });
  const output: unknown = await parser.parseString(xml);
  const channel = output as XmlElement & { readonly items: readonly XmlElement[] };
  return {
    format: names.root === 'feed' ? 'atom' : 'rss',
    channel,
    items: channel.items,
    fields: names.fields.map(([name]) => name),
    authorFields: [...names.authorFields],
    rootAttributes: names.rootAttributes,
    ambiguousPrefixes: names.ambiguous,
  };
}

/** How rss-parser is told to keep all elements of a name, as they are. */
type FieldToKeep = readonly [from: string, to: string, options: { readonly keepArray: true }];

/**
 * Gives elements their meaning while the document is read. xml2js reports the attributes of an element before
 * its name, so a namespace is known by the time it is used.
 */
class NameReader {
  readonly rootAttributes: Record<string, string> = {};
  /** Which fields the document has. */
  readonly fields: FieldToKeep[] = [['$', '$', { keepArray: true }]];
  /** In the order in which the document has them last. */
  readonly authorFields = new Set<string>();
  root: string | undefined;
  ambiguous = false;
  readonly #namespaces = new Map<string, string>();
  readonly #meanings = new Map<string, string>();

  attribute(name: string, value: string): string {
    if (this.root === undefined) this.rootAttributes[plainAttributeName(name)] = value;
    const prefix = declaredPrefix(name);
    if (prefix !== undefined) this.#declare(prefix, moduleOfDeclaration(prefix, value));
    return value;
  }

  element(name: string): string {
    const meaning = this.#meanings.get(name) ?? this.#learn(name);
    this.root ??= meaning;
    if (AUTHOR_FIELDS.has(meaning)) {
      this.authorFields.delete(meaning);
      this.authorFields.add(meaning);
    }
    return meaning;
  }

  #learn(name: string): string {
    const meaning = name.startsWith('f.') ? name : (meaningOfName(name, this.#namespaces) ?? UNUSED);
    this.#meanings.set(name, meaning);
    const isNew = meaning.startsWith('f.') && !this.fields.some(([field]) => field === meaning);
    if (isNew) this.fields.push([meaning, meaning, { keepArray: true }]);
    return meaning;
  }

  #declare(prefix: string, module: string): void {
    const known = this.#namespaces.get(prefix);
    if (known === module) return;
    const usedDifferently = prefix === '' && this.root !== undefined && module !== 'core';
    if (known !== undefined || usedDifferently) this.ambiguous = true;
    this.#namespaces.set(prefix, module);
    this.#meanings.clear();
  }
}
