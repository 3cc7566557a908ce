import Parser from 'rss-parser';
import { FIELD_NAMES, plainAttributeName } from './feed-vocabulary.ts';
import { declaredPrefix, meaningOfName, moduleOfDeclaration } from './namespaces.ts';
import type { XmlElement } from './xml-node.ts';

/** A feed as rss-parser read it: the raw nodes of our fields, nothing interpreted. */
export interface RawFeed {
  readonly format: 'atom' | 'rss';
  readonly channel: XmlElement;
  readonly items: readonly XmlElement[];
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
    customFields: { feed: KEEP_FIELDS as never[], item: KEEP_FIELDS as never[] },
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
    rootAttributes: names.rootAttributes,
    ambiguousPrefixes: names.ambiguous,
  };
}

const KEEP_FIELDS = ['$', ...FIELD_NAMES].map((name) => [name, name, { keepArray: true }]);

/**
 * Gives elements their meaning while the document is read. xml2js reports the attributes of an element before
 * its name, so a namespace is known by the time it is used.
 */
class NameReader {
  readonly rootAttributes: Record<string, string> = {};
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
    let meaning = this.#meanings.get(name);
    if (meaning === undefined) {
      meaning = name.startsWith('f.') ? name : (meaningOfName(name, this.#namespaces) ?? UNUSED);
      this.#meanings.set(name, meaning);
    }
    this.root ??= meaning;
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
