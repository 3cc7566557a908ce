import { childrenOf, type XmlElement, type XmlNode } from './xml-node.ts';

/**
 * Where Media RSS puts fields apart from the item itself: into `media:content`, into a `media:group`, or into the
 * `media:content` of a group.
 *
 * @see https://www.rssboard.org/media-rss, section "Optional Elements"
 */
export function mediaElements(item: XmlElement): readonly XmlNode[] {
  const groups = childrenOf(item, 'f.media-group');
  const contents = childrenOf(item, 'f.media-content');
  if (groups.length === 0) return contents;
  return [...groups, ...contents, ...groups.flatMap((group) => childrenOf(group, 'f.media-content'))];
}
