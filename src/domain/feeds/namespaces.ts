import { meaningOfElement, moduleOfNamespace, moduleOfPrefix } from './feed-vocabulary.ts';

/** Which module each prefix stands for at one place of a document. The default namespace has the prefix ''. */
export type Namespaces = ReadonlyMap<string, string>;

/** Reads `xmlns` and `xmlns:prefix` attributes; the name of any other attribute gives undefined. */
export function declaredPrefix(attributeName: string): string | undefined {
  if (attributeName === 'xmlns') return '';
  return attributeName.startsWith('xmlns:') ? attributeName.slice('xmlns:'.length) : undefined;
}

/**
 * The module of a declared namespace. Where the address is not known, publishers have often mistyped it, and
 * the prefix tells what they meant.
 */
export function moduleOfDeclaration(prefix: string, uri: string): string {
  return moduleOfNamespace(uri) ?? moduleOfBarePrefix(prefix) ?? `unknown:${prefix}`;
}

/** What an element name with its prefix means here; undefined when we have no use for it. */
export function meaningOfName(name: string, namespaces: Namespaces): string | undefined {
  const colon = name.indexOf(':');
  const prefix = name.slice(0, Math.max(colon, 0));
  const module = namespaces.get(prefix) ?? moduleOfBarePrefix(prefix);
  return module === undefined ? undefined : meaningOfElement(module, name.slice(colon + 1));
}

function moduleOfBarePrefix(prefix: string): string | undefined {
  return prefix === '' ? 'core' : moduleOfPrefix(prefix);
}
