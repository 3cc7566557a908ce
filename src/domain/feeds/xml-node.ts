/**
 * An element as xml2js delivers it: a plain string when it has neither attributes nor children, else an object
 * with its text under `_`, its attributes under `$`, and each kind of child as an array under its name.
 */
export type XmlNode = string | XmlElement;

export interface XmlElement {
  readonly _?: string;
  readonly $?: Readonly<Record<string, string>>;
  readonly [child: string]: unknown;
}

const NO_NODES: readonly XmlNode[] = [];

/** The children of that name, in the order of the document. */
export function childrenOf(parent: XmlNode | undefined, name: string): readonly XmlNode[] {
  if (parent === undefined || typeof parent === 'string') return NO_NODES;
  const children = parent[name];
  return Array.isArray(children) ? (children as XmlNode[]) : NO_NODES;
}

/** The element's own text, without that of its children. */
export function textOf(node: XmlNode | undefined): string {
  if (node === undefined) return '';
  return typeof node === 'string' ? node : (node._ ?? '');
}

/** An attribute by its local name in lower case (`xml:` keeps its prefix), trimmed; undefined when absent. */
export function attributeOf(node: XmlNode | undefined, name: string): string | undefined {
  if (node === undefined || typeof node === 'string') return undefined;
  return node.$?.[name]?.trim();
}

/** Whether markup stands inside the element, so that its text alone has lost the order of words. */
export function hasChildren(node: XmlNode): boolean {
  return typeof node !== 'string' && Object.keys(node).some((name) => name !== '_' && name !== '$');
}
