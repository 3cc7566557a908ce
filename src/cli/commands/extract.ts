import type { Command } from 'commander';
import type { Extraction } from '../../domain/articles/article.ts';
import { decodePage } from '../../domain/articles/decode-page.ts';
import type { CliContext } from '../context.ts';
import { readInput, readJsonLines, UsageError } from '../input.ts';
import { answerLine, textField } from '../stage-line.ts';

interface Options {
  readonly url: string;
  readonly contentType?: string;
  readonly jsonl?: boolean;
  readonly why?: boolean;
}

export function addExtractCommand(program: Command, context: CliContext): void {
  program
    .command('extract')
    .description('a page → its article, as JSON')
    .argument('[file]', 'the page; standard input unless given')
    .option('--url <url>', 'where it came from', 'https://page.invalid/')
    .option('--content-type <type>', 'the Content-Type header it came with')
    .option('--why', 'also say what each cleaning step removed, and why')
    .option('--jsonl', 'one JSON object a line: {id, url, html} → {id, …}')
    .addHelpText('after', '\nExample:\n  caveat extract page.html --url https://www.example.org/news/1 --why')
    .action(async (file: string | undefined, options: Options) => {
      if (options.jsonl) return extractLines(file, options, context);
      const html = decodePage(await readInput(file), options.contentType);
      const { extractArticle } = await import('../../domain/articles/extract-article.ts');
      const extraction = extractArticle(html, options.url);
      if (extraction.kind !== 'article')
        throw new UsageError(`no article in this page: ${extraction.reason}`);
      context.write(`${JSON.stringify(articleOf(extraction, options), null, 2)}\n`);
    });
}

async function extractLines(file: string | undefined, options: Options, context: CliContext): Promise<void> {
  const { extractArticle } = await import('../../domain/articles/extract-article.ts');
  for await (const line of readJsonLines(file)) {
    await answerLine(context, line, async () => {
      const url = typeof line['url'] === 'string' ? line['url'] : options.url;
      return articleOf(extractArticle(textField(line, 'html'), url), options);
    });
    // jsdom frees a page's memory only when the event loop turns.
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function articleOf(extraction: Extraction, options: Options): object {
  if (extraction.kind !== 'article') return { title: '', text: '', notReaderable: extraction.reason };
  const { removed, ...article } = extraction.article;
  return options.why ? { ...article, removed } : article;
}
