import { isElement, type PageElement } from '../page-tree.ts';

/**
 * Groups of three or more neighbours that a template printed from one piece of markup: the same tag and the same
 * class, numbers apart.
 */
export function groupsOfAlikes(parent: PageElement, minCount = 3): readonly (readonly PageElement[])[] {
  const groups = new Map<string, PageElement[]>();
  for (const child of parent.children) {
    if (!isElement(child)) continue;
    const key = likeness(child);
    const group = groups.get(key);
    if (group) group.push(child);
    else groups.set(key, [child]);
  }
  return [...groups.values()].filter((group) => group.length >= minCount);
}

export function isAlike(one: PageElement, other: PageElement): boolean {
  return likeness(one) === likeness(other);
}

function likeness({ name, attributes }: PageElement): string {
  return `${name} ${(attributes['class'] ?? '').replace(/\d+/g, '')}`;
}
