import type { Command } from 'commander';
import type { CliContext } from '../context.ts';
import { readInput, readJsonLines } from '../input.ts';
import { answerLine, textField } from '../stage-line.ts';

interface Options {
  readonly url: string;
  readonly contentType?: string;
  readonly jsonl?: boolean;
}

export function addParseFeedCommand(program: Command, context: CliContext): void {
  program
    .command('parse-feed')
    .description('a feed’s bytes → its items, as JSON')
    .argument('[file]', 'the feed; standard input unless given')
    .option(
      '--url <url>',
      'where it came from: relative links are resolved against it',
      'https://feed.invalid/',
    )
    .option('--content-type <type>', 'the Content-Type header it came with')
    .option('--jsonl', 'one JSON object a line: {id, url, contentType, body or base64} → {id, …}')
    .addHelpText(
      'after',
      '\nExample:\n  curl -s https://www.example.org/rss | caveat parse-feed --url https://www.example.org/rss',
    )
    .action(async (file: string | undefined, options: Options) => {
      if (options.jsonl) return parseLines(file, options, context);
      const { parseFeed } = await import('../../domain/feeds/parse-feed.ts');
      const parsed = await parseFeed(await readInput(file), options.contentType, options.url);
      context.write(`${JSON.stringify(parsed, null, 2)}\n`);
    });
}

async function parseLines(file: string | undefined, options: Options, context: CliContext): Promise<void> {
  const { parseFeed } = await import('../../domain/feeds/parse-feed.ts');
  for await (const line of readJsonLines(file)) {
    await answerLine(context, line, async () => {
      const encoded = line['base64'];
      const bytes =
        typeof encoded === 'string'
          ? Buffer.from(encoded, 'base64')
          : Buffer.from(textField(line, 'body'), 'utf8');
      return parseFeed(bytes, optionalText(line['contentType']), optionalText(line['url']) ?? options.url);
    });
  }
}

function optionalText(value: unknown): string | undefined {
  return typeof value === 'string' ? value : undefined;
}
