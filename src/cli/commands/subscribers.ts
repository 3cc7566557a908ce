import { type Command, InvalidArgumentError } from 'commander';
import { z } from 'zod';
import { type Added, addSubscriber, removeSubscriber } from '../../pipeline/manage-subscribers.ts';
import type { MailChoice, Subscriber, SubscriberStore } from '../../pipeline/ports.ts';
import type { CliContext, QueryOptions, StoreOptions } from '../context.ts';
import { type Column, formatRows } from '../format.ts';
import { readInput, UsageError } from '../input.ts';
import { withQueryOptions, withTableOptions } from '../query-command.ts';

const COLUMNS: readonly Column<Subscriber>[] = [
  { heading: 'address', of: (subscriber) => subscriber.email },
  { heading: 'status', of: (subscriber) => subscriber.status },
  { heading: 'since', of: (subscriber) => subscriber.since.slice(0, 10) },
  { heading: 'gets', of: ({ preference }) => (preference === 'daily' ? 'every digest' : 'changes only') },
  { heading: 'at once', of: ({ notices }) => (notices ? 'yes' : '') },
];

const TOLD: Readonly<Record<Added, string>> = {
  asked: 'is asked by mail at the next full hour, and subscribed once it says yes',
  waiting: 'has been asked and has not answered yet',
  changed: 'is subscribed; what it gets is as you said',
  suppressed: 'bounced or complained, and is left alone; if its owner wants the digest, say --again',
};

interface AddOptions extends StoreOptions {
  readonly daily?: boolean;
  readonly onlyChanges?: boolean;
  readonly notices?: boolean;
  readonly again?: boolean;
}

export function addSubscribersCommand(program: Command, context: CliContext): void {
  const subscribers = program
    .command('subscribers')
    .description('who gets the digest: nobody is subscribed without saying yes to a mail');
  addAdd(subscribers, context);
  addImport(subscribers, context);
  addRemove(subscribers, context);
  addList(subscribers, context);
}

function addAdd(parent: Command, context: CliContext): void {
  const command = parent
    .command('add')
    .description('ask an address whether it wants the digest, or change what a subscriber gets')
    .argument('<address>', 'an e-mail address', parseAddress)
    .addHelpText('after', '\nExample:\n  caveat subscribers add reader@example.org --only-changes --notices');
  withChoice(withTableOptions(command)).action((address: string, options: AddOptions) =>
    withSubscribers(context, options, async (store) => {
      const added = await addOne(address, options, context, store);
      context.write(`${address} ${TOLD[added]}\n`);
    }),
  );
}

function addImport(parent: Command, context: CliContext): void {
  const command = parent
    .command('import')
    .description('the same for many: one address a line; empty lines and those that begin with # are skipped')
    .argument('[file]', 'a text file; standard input unless given')
    .addHelpText('after', '\nExample:\n  caveat subscribers import addresses.txt');
  withChoice(withTableOptions(command)).action((file: string | undefined, options: AddOptions) =>
    importAll(file, options, context),
  );
}

function addRemove(parent: Command, context: CliContext): void {
  const command = parent
    .command('remove')
    .description('stop sending to an address; it stays on record, so that nothing brings it back by itself')
    .argument('<address>', 'an e-mail address', parseAddress);
  withTableOptions(command).action((address: string, options: StoreOptions) =>
    withSubscribers(context, options, async (store) => {
      if (!(await removeSubscriber(address, context.now, store))) {
        throw new UsageError(`${address} is not known; "caveat subscribers list" shows who is`);
      }
      context.write(`${address} gets nothing any more\n`);
    }),
  );
}

function addList(parent: Command, context: CliContext): void {
  const command = parent.command('list').description('everybody on record, and what they get');
  withQueryOptions(command).action((options: QueryOptions) =>
    withSubscribers(context, options, async (store) => {
      const rows = (await store.list()).toSorted((one, other) => one.email.localeCompare(other.email, 'en'));
      context.write(formatRows(rows, COLUMNS, options.format ?? (context.isTerminal ? 'table' : 'jsonl')));
    }),
  );
}

function withChoice(command: Command): Command {
  return command
    .option('--daily', 'every day’s digest; so it is for who is new')
    .option('--only-changes', 'only digests that tell of a change')
    .option('--notices', 'a short mail at once when a position changes, where configured')
    .option('--no-notices', 'no such mail; so it is for who is new')
    .option('--again', 'ask an address too that has bounced or complained');
}

async function importAll(file: string | undefined, options: AddOptions, context: CliContext): Promise<void> {
  const { addresses, faults } = readAddresses((await readInput(file)).toString('utf8'));
  const counts = new Map<Added, number>();
  await withSubscribers(context, options, async (store) => {
    for (const address of addresses) {
      const added = await addOne(address, options, context, store);
      counts.set(added, (counts.get(added) ?? 0) + 1);
    }
  });
  for (const [added, count] of counts) context.write(`${count}: ${TOLD[added]}\n`);
  if (faults.length > 0) throw new UsageError(`left out:\n${faults.join('\n')}`);
}

/** Each address once; what is none is named with its line. */
function readAddresses(text: string): { addresses: Set<string>; faults: string[] } {
  const addresses = new Set<string>();
  const faults: string[] = [];
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    const entry = line.trim();
    if (entry === '' || entry.startsWith('#')) continue;
    if (z.email().safeParse(entry).success) addresses.add(entry);
    else faults.push(`line ${index + 1}: "${entry.slice(0, 80)}" is no e-mail address`);
  }
  return { addresses, faults };
}

function addOne(
  address: string,
  options: AddOptions,
  { now }: CliContext,
  store: SubscriberStore,
): Promise<Added> {
  return addSubscriber(address, choiceOf(options), { again: options.again ?? false }, now, store);
}

function choiceOf({ daily, onlyChanges, notices }: AddOptions): Partial<MailChoice> {
  if (daily && onlyChanges) throw new UsageError('--daily and --only-changes exclude each other; give one');
  return {
    ...(daily ? { preference: 'daily' } : {}),
    ...(onlyChanges ? { preference: 'changes' } : {}),
    ...(notices === undefined ? {} : { notices }),
  };
}

function parseAddress(value: string): string {
  if (!z.email().safeParse(value).success)
    throw new InvalidArgumentError('Use an address such as you@example.org.');
  return value;
}

async function withSubscribers(
  context: CliContext,
  options: StoreOptions,
  act: (store: SubscriberStore) => Promise<void>,
): Promise<void> {
  const { subscribers, close } = await context.openSubscribers(options);
  try {
    await act(subscribers);
  } finally {
    await close();
  }
}
