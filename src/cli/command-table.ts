import type { Command } from 'commander';
import type { CliContext } from './context.ts';

export type AddCommand = (program: Command, context: CliContext) => void;

/** The commands by name, in the order of the help, each loaded by itself. */
export const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  articles: async () => (await import('./commands/articles.ts')).addArticlesCommand,
  article: async () => (await import('./commands/article.ts')).addArticleCommand,
  positions: async () => (await import('./commands/positions.ts')).addPositionsCommand,
  ledger: async () => (await import('./commands/ledger.ts')).addLedgerCommand,
  quotes: async () => (await import('./commands/quotes.ts')).addQuotesCommand,
  stories: async () => (await import('./commands/stories.ts')).addStoriesCommand,
  feeds: async () => (await import('./commands/feeds.ts')).addFeedsCommand,
  digests: async () => (await import('./commands/digests.ts')).addDigestsCommand,
  digest: async () => (await import('./commands/digest.ts')).addDigestCommand,
  subscribers: async () => (await import('./commands/subscribers.ts')).addSubscribersCommand,
  archive: async () => (await import('./commands/archive.ts')).addArchiveCommand,
  'parse-feed': async () => (await import('./commands/parse-feed.ts')).addParseFeedCommand,
  extract: async () => (await import('./commands/extract.ts')).addExtractCommand,
  classify: async () => (await import('./commands/classify.ts')).addClassifyCommand,
  explain: async () => (await import('./commands/explain.ts')).addExplainCommand,
  cluster: async () => (await import('./commands/cluster.ts')).addClusterCommand,
  eval: async () => (await import('./commands/eval.ts')).addEvalCommand,
  doctor: async () => (await import('./commands/doctor.ts')).addDoctorCommand,
  status: async () => (await import('./commands/status.ts')).addStatusCommand,
  'dead-letters': async () => (await import('./commands/dead-letters.ts')).addDeadLettersCommand,
  deny: async () => (await import('./commands/deny.ts')).addDenyCommand,
  correct: async () => (await import('./commands/correct.ts')).addCorrectCommand,
  replay: async () => (await import('./commands/replay.ts')).addReplayCommand,
};

/** The command that is asked for; all of them, for a help that lists them, where it is none. */
export function loadCommands(asked: string | undefined): Promise<AddCommand[]> {
  const isCommand = asked !== undefined && Object.hasOwn(COMMANDS, asked);
  const chosen = Object.entries(COMMANDS).filter(([name]) => !isCommand || name === asked);
  return Promise.all(chosen.map(([, load]) => load()));
}
