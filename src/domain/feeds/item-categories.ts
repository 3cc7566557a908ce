import { mediaElements } from './media-elements.ts';
import type { FieldReader } from './read-fields.ts';
import { attributeOf, childrenOf, type XmlElement, type XmlNode } from './xml-node.ts';

/** All that an item is filed under, each once, in the order of the document: categories, subjects, keywords. */
export function categoriesOfItem(item: XmlElement, reader: FieldReader): string[] {
  const terms = [item, ...mediaElements(item)].flatMap((parent) => [
    ...childrenOf(parent, 'f.category').flatMap((node) => termsOfCategory(node, reader)),
    ...reader.texts(parent, 'f.keywords').flatMap((list) => list.split(',')),
  ]);
  return [...new Set(terms.map((term) => term.trim()).filter((term) => term !== ''))];
}

/** Atom names a term in an attribute, RSS in the text, iTunes in `text` with subcategories inside. */
function termsOfCategory(node: XmlNode, reader: FieldReader): string[] {
  const named = attributeOf(node, 'term') ?? attributeOf(node, 'text');
  const inner = childrenOf(node, 'f.category').flatMap((child) => termsOfCategory(child, reader));
  return [named ?? '', reader.textOfNode(node) ?? '', ...inner];
}
