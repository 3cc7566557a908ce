import { outsideSections } from './escape-stray-markup.ts';

/** A document type stands at the start; further down there is none. */
const SUBSET_CHARACTERS = 65_536;

/** An internal entity that stands for plain text: no markup in it, and no other entity. */
const TEXT_ENTITY =
  /<!ENTITY\s+([A-Za-z_][\w.-]{0,63})\s+(?:"([^"<&%]{0,200}|&#x?\w{1,8};)"|'([^'<&%]{0,200}|&#x?\w{1,8};)')\s*>/g;

/** Text that entities may add to a document. Real ones are names and signs; a bomb stops here. */
const MAX_ADDED_CHARACTERS = 1_000_000;

/**
 * Replaces the entities that a document declares for itself by their text, as an XML parser would
 * (XML 1.0, section 4.4). Those that hold markup, other entities or the address of a file stay names.
 */
export function writeOutDeclaredEntities(xml: string): string {
  const texts = declaredTexts(xml);
  if (texts.size === 0) return xml;
  let added = 0;
  return outsideSections(xml, (part) =>
    part.replace(/&([A-Za-z_][\w.-]{0,63});/g, (reference, name: string) => {
      const text = texts.get(name);
      if (text === undefined || added + text.length > MAX_ADDED_CHARACTERS) return reference;
      added += text.length;
      return text;
    }),
  );
}

function declaredTexts(xml: string): ReadonlyMap<string, string> {
  const start = xml.slice(0, SUBSET_CHARACTERS).search(/<!DOCTYPE\s/i);
  if (start === -1) return new Map();
  const declarations = xml.slice(start, start + SUBSET_CHARACTERS).matchAll(TEXT_ENTITY);
  return new Map([...declarations].map(([, name = '', double, single]) => [name, double ?? single ?? '']));
}
