import type { FieldReader } from './read-fields.ts';
import { attributeOf, childrenOf, type XmlElement, type XmlNode } from './xml-node.ts';

/**
 * Who wrote an item, as names joined by commas. Where `author`, `dc:creator` and `itunes:author` differ, the one that the
 * document has last counts, as in other readers. An address stands in where there is no name.
 */
export function authorOfItem(item: XmlElement, reader: FieldReader): string | undefined {
  for (const name of reader.authorFields.toReversed()) {
    const nodes = childrenOf(item, name);
    if (nodes.length === 0) continue;
    const names = new Set(nodes.flatMap((node) => personName(node, reader) ?? []));
    if (names.size > 0) return [...names].join(', ');
  }
  return undefined;
}

function personName(node: XmlNode, reader: FieldReader): string | undefined {
  const text = reader.textOfNode(node);
  return (
    reader.texts(node, 'f.name')[0] ??
    (text === undefined ? undefined : nameBesideAddress(text)) ??
    reader.texts(node, 'f.email')[0] ??
    (attributeOf(node, 'name') || undefined)
  );
}

/**
 * "ann@example.org (Ann Lee)", "Ann Lee (ann@example.org)", "Ann Lee <ann@example.org>" → "Ann Lee".
 * RSS 2.0, `<author>`.
 *
 * Each character can be matched in one way only, so that a megabyte of `@` takes no longer than to read it.
 */
export function nameBesideAddress(person: string): string {
  const inBrackets = /^[^\s@()]+@[^\s@()]+\s*\(([^()]+)\)$/.exec(person)?.[1];
  const before = /^([^<>()]+)(?:<[^<>\s@]+@[^<>\s@]+>|\([^()\s@]+@[^()\s@]+\))$/.exec(person)?.[1];
  return (inBrackets ?? before ?? person).trim();
}
