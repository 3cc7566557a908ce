import {
  articleText,
  type Block,
  byNewest,
  type Item,
  type Publisher,
  publishedAt,
  steadyNumber,
} from './publishers-model.ts';
import { fillTemplate, inlineHtml, scriptJson } from './publishers-template.ts';

/** How many of the publisher's other items a page lists beside its article. */
const LATEST_COUNT = 12;

/** The page of one item, as the publisher's own system would print it. The same item always gives the same page. */
export function renderPage(publisher: Publisher, item: Item): string {
  const values = pageValues(publisher, item);
  const filled = {
    ...values,
    article: renderArticle(publisher, item, values),
    standfirst: item.standfirst === '' ? '' : block(publisher, 'standfirst', values, item.standfirst),
    byline: item.author === '' ? '' : block(publisher, 'byline', values, item.author),
    authorCard: item.author === '' ? '' : block(publisher, 'author-card', values, item.author),
    navigation: repeat(publisher, 'nav-link', values, publisher.sections),
    tagLinks: repeat(publisher, 'tag', values, item.tags),
    latest: latestBefore(publisher, item)
      .map((other) => linkTo(publisher, 'latest', values, other))
      .join(''),
    related: repeat(publisher, 'related-story', values, publisher.relatedHeadlines),
  };
  return fillTemplate(publisher.template.page, filled, `${publisher.slug}/template/page.html`);
}

/** The article's blocks as plain HTML, as a feed carries them. */
export function renderFeedContent(item: Item): string {
  const standfirst = item.standfirst === '' ? '' : `<p><em>${inlineHtml(item.standfirst)}</em></p>\n`;
  return standfirst + item.blocks.map(plainBlock).join('\n');
}

/** The address of an item's page. */
export function pageUrl(publisher: Publisher, item: Item): string {
  return `https://${publisher.host}${item.path}`;
}

function pageValues(publisher: Publisher, item: Item): Record<string, string> {
  return {
    title: item.title,
    summary: item.summary,
    author: item.author,
    section: item.section,
    itemId: item.id,
    number: String(7_000_000 + steadyNumber(item.id)),
    path: item.path,
    url: pageUrl(publisher, item),
    origin: `https://${publisher.host}`,
    host: publisher.host,
    feedPath: publisher.feedPath,
    publisherName: publisher.name,
    publisherShort: publisher.shortName,
    tagline: publisher.tagline,
    language: publisher.language,
    publishedLocal: item.published,
    publishedUtc: publishedAt(item),
    dateLine: dateLine(publisher, item),
    year: item.published.slice(0, 4),
    titleJson: scriptJson(item.title),
    summaryJson: scriptJson(item.summary),
    authorJson: scriptJson(item.author),
    tagsJson: scriptJson(item.tags),
    bodyJson: scriptJson(articleText(item)),
  };
}

function dateLine(publisher: Publisher, item: Item): string {
  const { locale, options } = publisher.dateFormat;
  const format = new Intl.DateTimeFormat(locale, { ...options, timeZone: publisher.timeZone });
  // Node's data puts a narrow no-break space before "PM"; the outlets print a plain one.
  return format.format(new Date(item.published)).replaceAll('\u202f', ' ');
}

function renderArticle(publisher: Publisher, item: Item, values: Readonly<Record<string, string>>): string {
  return item.blocks
    .map((each) => {
      if (each.kind !== 'bullets') return block(publisher, each.kind, values, each.text);
      const entries = repeat(publisher, 'bullet', values, each.entries);
      return fillBlock(publisher, 'bullets', { ...values, entries });
    })
    .join('');
}

function block(
  publisher: Publisher,
  name: string,
  values: Readonly<Record<string, string>>,
  text: string,
  extra: Readonly<Record<string, string>> = {},
): string {
  const [caption = '', credit = ''] = text.split(' | ');
  const slug = slugOf(text);
  return fillBlock(publisher, name, {
    ...values,
    text,
    html: inlineHtml(text),
    caption,
    credit,
    slug,
    code: String(steadyNumber(slug)),
    ...extra,
  });
}

function repeat(
  publisher: Publisher,
  name: string,
  values: Readonly<Record<string, string>>,
  texts: readonly string[],
): string {
  return texts.map((text) => block(publisher, name, values, text)).join('');
}

function linkTo(
  publisher: Publisher,
  name: string,
  values: Readonly<Record<string, string>>,
  item: Item,
): string {
  return block(publisher, name, values, item.title, {
    linkPath: item.path,
    linkDate: dateLine(publisher, item),
    linkSection: item.section,
  });
}

/** Only older items, so that a page never changes after its publication. */
function latestBefore(publisher: Publisher, item: Item): Item[] {
  return publisher.items
    .filter((other) => other.copyOf === undefined && publishedAt(other) < publishedAt(item))
    .sort(byNewest)
    .slice(0, LATEST_COUNT);
}

function fillBlock(publisher: Publisher, name: string, values: Readonly<Record<string, string>>): string {
  const place = `${publisher.slug}/template/blocks.html`;
  const template = publisher.template.blocks.get(name);
  if (template === undefined) throw new Error(`${place} lacks "<!-- block ${name} -->"; add it`);
  return fillTemplate(template, values, place);
}

function plainBlock(each: Block): string {
  switch (each.kind) {
    case 'paragraph':
      return `<p>${inlineHtml(each.text)}</p>`;
    case 'subhead':
      return `<h2>${inlineHtml(each.text)}</h2>`;
    case 'bullets':
      return `<ul>${each.entries.map((entry) => `<li>${inlineHtml(entry)}</li>`).join('')}</ul>`;
    default:
      return ''; // captions and advertisements stay on the page
  }
}

function slugOf(text: string): string {
  return text
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, '-')
    .replace(/^-|-$/g, '')
    .slice(0, 60);
}
