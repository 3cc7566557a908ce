import type { Command } from 'commander';
import { changeFeeds, feedIdFor } from '../../config/feeds-file.ts';
import { loadFeeds, loadSettings } from '../../config/load.ts';
import { FeedConfig } from '../../config/schema.ts';
import type { FeedItem, ParsedFeed } from '../../domain/feeds/feed.ts';
import type { FeedSearch } from '../../pipeline/discover-feed.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import { type Column, formatRows, minute } from '../format.ts';
import { UsageError } from '../input.ts';
import { outputFormat, withFormatOption } from '../query-command.ts';

interface Options extends Pick<QueryOptions, 'format'> {
  readonly id?: string;
  readonly publisher?: string;
  readonly family?: string;
  readonly country: string;
  readonly language?: string;
  readonly excerptLimit: number;
  readonly terms: string;
  readonly dryRun?: boolean;
}

/** Enough to see whether it is the right feed. */
const SHOWN_ITEMS = 8;

const ITEM_COLUMNS: readonly Column<FeedItem>[] = [
  { heading: 'published', of: (item) => minute(item.published) ?? 'no date' },
  { heading: 'title', of: (item) => item.title, width: 60 },
  { heading: 'text', of: (item) => textCarried(item) },
];

export function addFeedsAddCommand(feeds: Command, context: CliContext): void {
  const command = feeds
    .command('add')
    .description('finds the feed of a site, shows what would be read, and follows it from now on')
    .argument('<url>', 'the address of a feed, or of a page of the site')
    .option('--id <id>', 'what the feed is called here; from the publisher’s name unless given')
    .option('--publisher <name>', 'who is behind it; the feed’s own title unless given')
    .option('--family <id>', 'outlets of one owner count as one source; the id unless given')
    .option('--country <code>', 'where the publisher sits: ISO 3166 alpha-2, or INT', 'INT')
    .option('--language <code>', 'ISO 639 code; what the feed states unless given')
    .option(
      '--excerpt-limit <characters>',
      'the most text of an article that a digest may carry',
      Number,
      300,
    )
    .option('--terms <sentence>', 'what the publisher’s terms say about excerpts', '')
    .option('--dry-run', 'show, and write nothing')
    .addHelpText(
      'after',
      '\nExamples:\n  caveat feeds add https://www.example.org/ --country NO\n' +
        '  caveat feeds add https://www.example.org/feed.xml --id example --dry-run',
    );
  withFormatOption(command).action(async (url: string, _options: unknown, self: Command) => {
    const options = self.optsWithGlobals<Options>();
    const { found } = await search(url, context);
    const row = rowFor(found, options, context.today);
    refuseKnown(row, loadFeeds(context.configDir));
    if (!options.dryRun) changeFeeds(context.configDir, (rows) => [...rows, row]);
    context.write(describe(row, found.feed, options, context));
  });
}

async function search(
  address: string,
  context: CliContext,
): Promise<FeedSearch & { readonly found: NonNullable<FeedSearch['found']> }> {
  const url = /^[a-z][a-z\d+.-]*:\/\//i.test(address) ? address : `https://${address}`;
  if (URL.parse(url) === null) {
    throw new UsageError(`"${address}" is no address: give one such as https://www.example.org/`);
  }
  const settings = loadSettings(context.configDir);
  const web = await context.openWeb(settings.contact);
  const pause = () => context.pause(settings.hostSpacingSeconds * 1_000);
  context.progress(`asking ${url}\n`);
  const { discoverFeed } = await import('../../pipeline/discover-feed.ts');
  const { found, tried } = await discoverFeed(url, { web, pause });
  if (found !== undefined) return { found, tried };
  const answers = tried.map((each) => `  ${each.url}: ${each.outcome}`).join('\n');
  throw new UsageError(
    `no feed was found at ${url}. These were asked:\n${answers}\nIf the site has a feed, give its own address.`,
  );
}

function rowFor(
  { url, feed }: NonNullable<FeedSearch['found']>,
  options: Options,
  today: string,
): FeedConfig {
  const publisher = options.publisher ?? feed.title ?? new URL(url).hostname;
  const id = options.id ?? feedIdFor(publisher, url);
  const row = FeedConfig.safeParse({
    id,
    publisher,
    family: options.family ?? id,
    url,
    country: options.country.toUpperCase(),
    language: options.language ?? feed.language?.split(/[-_]/)[0]?.toLowerCase() ?? 'en',
    excerptLimit: options.excerptLimit,
    termsNote: options.terms,
    verified: today,
  });
  if (row.success) return row.data;
  const problems = row.error.issues.map((issue) => `  --${kebab(String(issue.path[0]))}: ${issue.message}`);
  throw new UsageError(`the feed was found at ${url}, but cannot be added so:\n${problems.join('\n')}`);
}

function refuseKnown(row: FeedConfig, feeds: readonly FeedConfig[]): void {
  const sameUrl = feeds.find((feed) => feed.url === row.url);
  if (sameUrl) throw new UsageError(`${row.url} is followed already, as "${sameUrl.id}"`);
  if (feeds.some((feed) => feed.id === row.id)) {
    throw new UsageError(`there is another feed called "${row.id}": choose a name with --id`);
  }
}

function describe(row: FeedConfig, feed: ParsedFeed, options: Options, context: CliContext): string {
  const items = feed.items.slice(0, SHOWN_ITEMS);
  const format = outputFormat(options, context);
  if (format !== 'table') return formatRows([{ ...row, written: !options.dryRun, items }], [], format);
  const lines = [
    `${feed.title ?? '(no title)'}: ${row.url}`,
    `${feed.items.length} items, ${feed.items.filter((item) => item.link !== undefined).length} with a link`,
    ...feed.repairs.map((repair) => `mended: ${repair}`),
  ];
  const end = options.dryRun
    ? 'Nothing was written. Without --dry-run it would be followed'
    : 'Written to feeds.json; it is polled from the next deployment on,';
  return `${lines.join('\n')}\n${formatRows(items, ITEM_COLUMNS, 'table')}${end} as "${row.id}".\n`;
}

function textCarried(item: FeedItem): string {
  if (item.content !== undefined) return `${item.content.length} characters of body`;
  return item.summary === undefined ? 'none' : `${item.summary.length} characters of summary`;
}

function kebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
