import { writeFileSync } from 'node:fs';
import type { Command } from 'commander';
import { changeFeeds, feedIdFor } from '../../config/feeds-file.ts';
import type { OpmlFeed } from '../../config/feeds-opml.ts';
import { loadFeeds } from '../../config/load.ts';
import { FeedConfig } from '../../config/schema.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import type { Column } from '../format.ts';
import { readInput, UsageError } from '../input.ts';
import { print, withFormatOption } from '../query-command.ts';

interface ImportedRow {
  readonly id: string;
  readonly url: string;
  readonly outcome: string;
}

const COLUMNS: readonly Column<ImportedRow>[] = [
  { heading: 'feed', of: (row) => row.id },
  { heading: 'outcome', of: (row) => row.outcome, width: 50 },
  { heading: 'address', of: (row) => row.url, width: 60 },
];

export function addFeedsOpmlCommands(feeds: Command, context: CliContext): void {
  const importing = feeds
    .command('import')
    .description('follows the feeds of an OPML file, as feed readers write them; none is asked')
    .argument('<file>', 'the OPML file, or - for standard input')
    .addHelpText(
      'after',
      '\nExample:\n  caveat feeds import subscriptions.opml && caveat feeds check --live',
    );
  withFormatOption(importing).action(async (file: string, _options: unknown, self: Command) => {
    const rows = importFeeds(await readOpml(file), context);
    print(context, self.optsWithGlobals<QueryOptions>(), rows, COLUMNS);
  });
  feeds
    .command('export')
    .description('writes the feeds that are followed as OPML 2.0')
    .argument('[file]', 'where to; standard output unless given')
    .addHelpText('after', '\nExample:\n  caveat feeds export feeds.opml')
    .action(async (file: string | undefined) => {
      const { feedsToOpml } = await import('../../config/feeds-opml.ts');
      const opml = feedsToOpml(loadFeeds(context.configDir));
      if (file === undefined) return context.write(opml);
      writeFileSync(file, opml);
      context.write(`${file}\n`);
    });
}

async function readOpml(file: string): Promise<OpmlFeed[]> {
  const text = (await readInput(file)).toString('utf8');
  const { feedsOfOpml } = await import('../../config/feeds-opml.ts');
  try {
    return feedsOfOpml(text);
  } catch {
    throw new UsageError(`${file} is no OPML file: export one from your feed reader`);
  }
}

/** Takes over what can be followed; what cannot is said and passed over. */
function importFeeds(listed: readonly OpmlFeed[], context: CliContext): ImportedRow[] {
  const outcomes: ImportedRow[] = [];
  changeFeeds(context.configDir, (known) => {
    const rows = [...known];
    for (const feed of listed) {
      const row = rowFor(feed, rows);
      outcomes.push({ id: row.id, url: feed.url, outcome: row.problem ?? 'added' });
      if (row.config) rows.push(row.config);
    }
    return rows;
  });
  return outcomes;
}

function rowFor(
  feed: OpmlFeed,
  rows: readonly FeedConfig[],
): { readonly id: string; readonly config?: FeedConfig; readonly problem?: string } {
  const same = rows.find((row) => row.url === feed.url);
  if (same) return { id: same.id, problem: 'followed already' };
  const id = freeId(feed.known.id ?? feedIdFor(feed.publisher, feed.url), rows);
  const row = FeedConfig.safeParse({
    id,
    family: feed.known.family ?? id,
    country: feed.known.country ?? 'INT',
    excerptLimit: feed.known.excerptLimit ?? 300,
    publisher: feed.publisher,
    url: feed.url,
    language: feed.language?.split(/[-_]/)[0]?.toLowerCase() || 'en',
    termsNote: feed.termsNote ?? '',
    verified: null,
  });
  if (row.success) return { id, config: row.data };
  const [issue] = row.error.issues;
  return { id, problem: `passed over: ${String(issue?.path[0])}: ${issue?.message}` };
}

function freeId(wanted: string, rows: readonly FeedConfig[]): string {
  const taken = new Set(rows.map((row) => row.id));
  if (!taken.has(wanted)) return wanted;
  let number = 2;
  while (taken.has(`${wanted}-${number}`)) number += 1;
  return `${wanted}-${number}`;
}
