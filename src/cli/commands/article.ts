import type { Command } from 'commander';
import type { Proposal } from '../../domain/proposals/proposal.ts';
import type { WholeArticle } from '../../pipeline/questions.ts';
import type { CliContext, QueryOptions } from '../context.ts';
import type { Column } from '../format.ts';
import { UsageError } from '../input.ts';
import { answer, withQueryOptions } from '../query-command.ts';

/** One line of what is known: a table of facts reads better than one very wide row. */
interface Fact {
  readonly what: string;
  readonly fact: string;
}

const FACTS: readonly Column<Fact>[] = [
  { heading: 'what', of: (row) => row.what },
  { heading: 'known', of: (row) => row.fact, width: 90 },
];

export function addArticleCommand(program: Command, context: CliContext): void {
  const command = program
    .command('article')
    .description('one article with everything known of it')
    .argument('<id-or-url>', 'its id, or its address')
    .addHelpText('after', '\nExample:\n  caveat article https://www.example.org/news/1 --format json');
  withQueryOptions(command).action(async (idOrUrl: string, options: QueryOptions) => {
    const find = async (ask: Parameters<Parameters<typeof answer>[2]>[0]) => {
      const article = await ask.findArticle(idOrUrl);
      if (!article) throw new UsageError(`no article ${idOrUrl} is known; "caveat articles" lists them`);
      return article;
    };
    const isTable = options.format === 'table' || (options.format === undefined && context.isTerminal);
    if (isTable)
      await answer(context, { ...options, format: 'table' }, async (ask) => factsOf(await find(ask)), FACTS);
    else await answer<WholeArticle>(context, options, async (ask) => [await find(ask)], WHOLE);
  });
}

const WHOLE: readonly Column<WholeArticle>[] = [
  { heading: 'id', of: (whole) => whole.articleId },
  { heading: 'article', of: (whole) => JSON.stringify(whole) },
];

/** A field of a row as a person reads it: a list of names, or one value. */
function factOf(value: unknown): string {
  if (Array.isArray(value)) return value.join(', ');
  return typeof value === 'string' ? value : JSON.stringify(value);
}

function factsOf(whole: WholeArticle): Fact[] {
  const plain = [
    'title',
    'url',
    'publisher',
    'outcome',
    'listedAt',
    'publishedAt',
    'byline',
    'textSource',
    'rulesVersion',
  ];
  return [
    ...plain.flatMap((name) => {
      const value = whole.article[name];
      return value === undefined ? [] : [{ what: name, fact: factOf(value) }];
    }),
    ...whole.positions.map((position) => ({
      what: `${String(position['country'])} ${String(position['action'])}`,
      fact: (position['evidence'] as { text: string }).text,
    })),
    ...whole.topics
      .flatMap(({ proposals }) => (proposals ?? []) as Proposal[])
      .map((proposal) => ({
        what: `proposed: ${proposal.country} ${proposal.action}`,
        fact: proposal.evidence.text,
      })),
    ...whole.quotes.map((quote) => ({
      what: String(quote['speaker']),
      fact: `“${String(quote['content'])}”`,
    })),
  ];
}
