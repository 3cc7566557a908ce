import { mediaElements } from './media-elements.ts';
import type { FieldReader } from './read-fields.ts';
import { attributeOf, childrenOf, type XmlElement, type XmlNode } from './xml-node.ts';

/** All that an item is filed under, each once, in the order of the document: categories, subjects, keywords. */
export function categoriesOfItem(item: XmlElement, reader: FieldReader): string[] {
  const terms = new Set<string>();
  for (const parent of [item, ...mediaElements(item)]) {
    for (const node of childrenOf(parent, 'f.category')) addTerms(terms, node, reader);
    for (const list of reader.texts(parent, 'f.keywords')) {
      for (const keyword of list.split(',')) terms.add(keyword.trim());
    }
  }
  terms.delete('');
  return [...terms];
}

/** Atom names a term in an attribute, RSS in the text, iTunes in `text` with subcategories inside. */
function addTerms(terms: Set<string>, node: XmlNode, reader: FieldReader): void {
  terms.add(attributeOf(node, 'term') ?? attributeOf(node, 'text') ?? '');
  terms.add(reader.textOfNode(node) ?? '');
  for (const child of childrenOf(node, 'f.category')) addTerms(terms, child, reader);
}
