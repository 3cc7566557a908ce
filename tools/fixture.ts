import { join } from 'node:path';
import { Command } from 'commander';
import { PublisherContentError } from '../local/publishers-content.ts';
import { findFaults } from './fixture/check.ts';
import { FixtureError, listPairs, type PairKind, readProvenance } from './fixture/layout.ts';
import { expectationNow, makePair, writeExpectation } from './fixture/make-pair.ts';
import { renderKeptPages, renderPublisherPage, stalePages, writePage } from './fixture/publisher-pages.ts';
import { readSource } from './fixture/read-source.ts';
import { scorePages } from './fixture/score-pages.ts';

interface Provenanced {
  readonly from: string;
  readonly rights: string;
  readonly url?: string;
  readonly contentType?: string;
}

const FIXTURES_DIR = join(import.meta.dirname, '..', 'fixtures');

function buildProgram(): Command {
  const program = new Command('fixture')
    .description('Adds, lists, checks and refreshes the pairs of source and expectation under fixtures/.')
    .option('--dir <folder>', 'where the fixtures are', FIXTURES_DIR)
    .showHelpAfterError();
  const dir = (): string => program.opts<{ dir: string }>().dir;

  withProvenance(program.command('feed <slug> <file-or-url>'))
    .description('keeps a feed with what the parser finds in it')
    .option('--content-type <type>', 'the Content-Type header it came with')
    .action((slug: string, source: string, options: Provenanced) =>
      addPair(dir(), 'feed', slug, source, options),
    );
  withProvenance(program.command('page <slug> <file-or-url>'))
    .description('keeps a page with what extraction finds in it')
    .action((slug: string, source: string, options: Provenanced) =>
      addPair(dir(), 'page', slug, source, options),
    );
  program
    .command('article <item-file>')
    .description('keeps the page of an item of the replay, with the article that should be found in it')
    .action((name: string) => addArticle(dir(), name));
  program
    .command('list')
    .description('names every pair and where it is from')
    .action(() => list(dir()));
  program
    .command('check')
    .description('fails when a pair is incomplete or out of date')
    .action(() => check(dir()));
  program
    .command('refresh [kind/slug]')
    .description('renders the kept pages of the replay anew, or records what the code finds now for one pair')
    .action((name?: string) => refresh(dir(), name));
  program
    .command('score')
    .description("compares what extraction finds in every page of the replay with the page's item")
    .option('--rename <seed>', 'under other names, each publisher in the page template of another')
    .option('--opaque', 'with --rename: class names without any meaning')
    .action((options: { rename?: string; opaque?: boolean }) => score(dir(), options));
  return program;
}

function withProvenance(command: Command): Command {
  return command
    .requiredOption('--from <origin>', 'address, repository and path, or "written for this project"')
    .requiredOption('--rights <sentence>', 'licence, or why it may be kept')
    .option('--url <address>', 'the address that relative links in it belong to; needed for a file');
}

async function addPair(
  dir: string,
  kind: PairKind,
  slug: string,
  fileOrUrl: string,
  options: Provenanced,
): Promise<void> {
  const source = await readSource(fileOrUrl);
  const url = options.url ?? source.url;
  if (url === undefined) {
    throw new FixtureError(
      'a file does not say where it belongs; add --url with the address it was served from',
    );
  }
  const contentType = options.contentType ?? source.contentType;
  const provenance = {
    from: options.from,
    rights: options.rights,
    url,
    ...(kind === 'feed' && contentType !== undefined ? { contentType } : {}),
  };
  const folder = await makePair(dir, { kind, slug, bytes: source.bytes, provenance });
  console.log(`${folder}\nRead expected.json beside the source and mend it by hand before you commit it.`);
}

function addArticle(dir: string, name: string): void {
  const page = renderPublisherPage(join(dir, 'publishers'), name);
  writePage(page);
  console.log(page.folder);
}

function list(dir: string): void {
  for (const page of renderKeptPages(join(dir, 'publishers'))) console.log(`article  ${page.name}`);
  for (const pair of listPairs(dir)) {
    console.log(`${pair.kind.padEnd(7)}  ${pair.slug}  (${readProvenance(pair).from})`);
  }
}

async function check(dir: string): Promise<void> {
  const faults = await findFaults(dir, join(dir, 'publishers'));
  for (const fault of faults) console.error(fault);
  if (faults.length > 0) process.exitCode = 1;
  else console.log('All fixtures are complete and current.');
}

async function refresh(dir: string, name?: string): Promise<void> {
  if (name === undefined) {
    const pages = renderKeptPages(join(dir, 'publishers'));
    const stale = stalePages(pages);
    pages.forEach(writePage);
    console.log(stale.length === 0 ? 'Nothing had changed.' : stale.join('\n'));
    return;
  }
  const pair = listPairs(dir).find((each) => `${each.kind}/${each.slug}` === name);
  if (pair === undefined) {
    throw new FixtureError(`there is no pair "${name}"; "npm run fixture -- list" names them all`);
  }
  writeExpectation(pair, await expectationNow(pair));
  console.log(
    `${pair.folder}\nRead the difference before you commit it: it records what the code finds, right or wrong.`,
  );
}

function score(dir: string, options: { rename?: string; opaque?: boolean }): void {
  const classNames = options.opaque ? 'opaque' : 'words';
  const rename = options.rename === undefined ? undefined : ({ seed: options.rename, classNames } as const);
  const { pageCount, exactCount, misses } = scorePages(join(dir, 'publishers'), rename);
  for (const { name, lost, added } of misses) {
    console.log(name);
    for (const paragraph of lost) console.log(`  - ${paragraph.slice(0, 100)}`);
    for (const paragraph of added) console.log(`  + ${paragraph.slice(0, 100)}`);
  }
  console.log(`${exactCount} of ${pageCount} pages give exactly their article`);
}

try {
  await buildProgram().parseAsync();
} catch (error) {
  if (!(error instanceof FixtureError || error instanceof PublisherContentError)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
