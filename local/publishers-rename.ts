import { createHash } from 'node:crypto';
import {
  fillPattern,
  type Item,
  type PageTemplate,
  type Publisher,
  patternValues,
} from './publishers-model.ts';
import { TRADE_WORDS } from './publishers-trade-words.ts';

export interface RenameOptions {
  /** The same seed gives the same names. */
  readonly seed: string;
  /**
   * What becomes of class and id names. `words` (the default) renames all but the web's own trade words, so that
   * `acme-photo-caption` is still a caption; `opaque` leaves no meaning at all, as build tools do.
   */
  readonly classNames?: 'words' | 'opaque' | undefined;
}

/**
 * The same articles at the same instants, from outlets nobody has heard of: other names, hosts, feed addresses, paths,
 * guids, class names and ids, and every publisher with the page template of another. Whoever reads the result as well
 * as the original has learnt nothing from the outlets themselves.
 */
export function renamePublishers(publishers: readonly Publisher[], options: RenameOptions): Publisher[] {
  const shift = 1 + (numberFrom(options.seed, 'shift') % Math.max(1, publishers.length - 1));
  return publishers.map((publisher, index) => {
    const lender = publishers[(index + shift) % publishers.length] ?? publisher;
    return renamePublisher(publisher, renameTemplate(lender.template, options), options.seed);
  });
}

function renamePublisher(publisher: Publisher, template: PageTemplate, seed: string): Publisher {
  const word = wordFrom(seed, publisher.slug);
  const host = `${word}-news.example`;
  const closedFolder = `/${wordFrom(seed, 'closed')}/`;
  const renamed = {
    ...publisher,
    slug: word,
    name: `${capitalised(word)} Ledger`,
    shortName: capitalised(word),
    family: word,
    host,
    feedPath: `/out/${wordFrom(seed, `${publisher.slug} feed`)}.xml`,
    robots: publisher.robots === null ? null : `User-agent: *\nDisallow: ${closedFolder}\n`,
    template,
  };
  const items = publisher.items.map((item) => {
    const pattern = isClosed(publisher, item) ? `${closedFolder}{id}` : '/{yyyy}-{mm}/{id}-{number}';
    return renameItem(item, { host, pattern, seed });
  });
  return { ...renamed, items: items.map((item) => withOriginalPath(item, items)) };
}

/** Whether robots.txt keeps readers of the automatic kind from the item: it has to stay so under the new names. */
function isClosed(publisher: Publisher, item: Item): boolean {
  const rules = (publisher.robots ?? '').matchAll(/^Disallow: *(\/\S*)/gm);
  return [...rules].some((rule) => item.path.startsWith(rule[1] ?? ''));
}

function renameItem(
  item: Item,
  { host, pattern, seed }: { readonly host: string; readonly pattern: string; readonly seed: string },
): Item {
  const id = wordFrom(seed, item.id);
  const values = patternValues(id, item.published);
  return {
    ...item,
    id,
    path: fillPattern(pattern, values),
    feedPath: item.feedPath === undefined ? undefined : `/go/${id}`,
    guid: `tag:${host},2024:${id}`,
    copyOf: item.copyOf === undefined ? undefined : wordFrom(seed, item.copyOf),
  };
}

function withOriginalPath(item: Item, items: readonly Item[]): Item {
  const original = items.find((other) => other.id === item.copyOf);
  return original === undefined ? item : { ...item, path: original.path };
}

function renameTemplate(template: PageTemplate, options: RenameOptions): PageTemplate {
  const names = new Map<string, string>();
  for (const markup of [template.page, ...template.blocks.values()]) {
    for (const name of namesIn(markup)) names.set(name, renameName(name, options));
  }
  return {
    page: withNames(template.page, names),
    blocks: new Map([...template.blocks].map(([block, markup]) => [block, withNames(markup, names)])),
  };
}

/** Every class name and id that the markup gives to an element. */
export function namesIn(markup: string): string[] {
  return [...markup.matchAll(/\s(?:class|id)="([^"]*)"/g)]
    .flatMap((match) => (match[1] ?? '').split(/\s+/))
    .filter((name) => name !== '' && !name.includes('{'));
}

/** Splits `photoCaption`, `photo-caption` and `photo_caption` alike. */
export function nameWords(name: string): string[] {
  return name
    .replace(/([a-z0-9])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .split(/[^a-z0-9]+/)
    .filter((word) => word !== '');
}

function renameName(name: string, options: RenameOptions): string {
  const keepsTradeWords = options.classNames !== 'opaque';
  const words = nameWords(name).map((word) =>
    keepsTradeWords && TRADE_WORDS.has(word) ? word : wordFrom(options.seed, word),
  );
  return [...words, wordFrom(options.seed, name).slice(0, 4)].join('-');
}

/** Renames in class-like attributes, in links within the page, in style sheets and in the strings of scripts. */
function withNames(markup: string, names: ReadonlyMap<string, string>): string {
  const swap = (name: string): string => names.get(name) ?? name;
  return markup
    .replace(
      /(\s(?:class|id|for|aria-labelledby|aria-controls|data-target)=")([^"]*)"/g,
      (_, start: string, list: string) => `${start}${list.split(/\s+/).map(swap).join(' ')}"`,
    )
    .replace(/(\shref="#)([\w-]+)"/g, (_, start: string, name: string) => `${start}${swap(name)}"`)
    .replace(/<style[^>]*>[\s\S]*?<\/style>/g, (sheet) =>
      sheet.replace(/([.#])([A-Za-z_][\w-]*)/g, (_, mark: string, name: string) => mark + swap(name)),
    )
    .replace(/<script(?! type="application)[^>]*>[\s\S]*?<\/script>/g, (script) =>
      script.replace(/(['"][.#]?)([\w-]+)(?=['"])/g, (_, start: string, name: string) => start + swap(name)),
    );
}

const ONSETS = ['b', 'd', 'f', 'g', 'h', 'k', 'l', 'm', 'n', 'p', 'r', 's', 't', 'v', 'w', 'z'] as const;
const VOWELS = ['a', 'e', 'i', 'o', 'u'] as const;

/** A word of four syllables that can be spoken and that no dictionary holds, or nearly so. */
function wordFrom(seed: string, key: string): string {
  const digest = createHash('sha256').update(`${seed}\n${key}`).digest();
  return [0, 2, 4, 6].map((at) => `${pick(ONSETS, digest[at])}${pick(VOWELS, digest[at + 1])}`).join('');
}

function pick(letters: readonly string[], byte = 0): string {
  return letters[byte % letters.length] ?? '';
}

function numberFrom(seed: string, key: string): number {
  return createHash('sha256').update(`${seed}\n${key}`).digest().readUInt32BE(0);
}

function capitalised(word: string): string {
  return word.charAt(0).toUpperCase() + word.slice(1);
}
