import { type Command, Option } from 'commander';
import { QUEUE_NAMES, type QueueName } from '../../contract/queues.ts';
import { type About, aboutMessage } from '../../pipeline/dead-letters.ts';
import type { Chosen, DeadLetter, DeadLetterQueue } from '../../pipeline/operation-ports.ts';
import type { CliContext, OpenedOperations, QueryOptions } from '../context.ts';
import type { Column } from '../format.ts';
import { UsageError } from '../input.ts';
import { operate } from '../operations-command.ts';
import { print, withFormatOption, withStageOptions } from '../query-command.ts';

const ALL_QUEUES: readonly DeadLetterQueue[] = [...QUEUE_NAMES, 'call'];

/** What is shown of a dead letter: ids and addresses, and never a word of an article. */
interface Shown extends Omit<DeadLetter, 'body'> {
  readonly about: About;
}

const COLUMNS: readonly Column<Shown>[] = [
  { heading: 'queue', of: (letter) => letter.queue },
  { heading: 'message', of: (letter) => letter.messageId },
  { heading: 'sent', of: (letter) => letter.sentAt.slice(0, 16).replace('T', ' ') },
  { heading: 'taken', of: (letter) => letter.receiveCount },
  { heading: 'about', of: ({ about }) => Object.values(about).join(' '), width: 60 },
];

interface Options extends QueryOptions {
  readonly queue?: DeadLetterQueue;
  readonly all?: boolean;
}

export function addDeadLettersCommand(program: Command, context: CliContext): void {
  const command = program
    .command('dead-letters')
    .description('messages and calls that were given up: list, show, redrive, discard')
    .addHelpText('after', '\nExample:\n  caveat dead-letters redrive --queue article --all --stage prod');
  addLookCommands(command, context);
  addActCommand(command, context, 'redrive', 'put back on the queue they come from');
  addActCommand(command, context, 'discard', 'take away for good');
}

function addLookCommands(parent: Command, context: CliContext): void {
  withLetterOptions(parent.command('list').description('all of them, oldest first')).action(
    (options: Options) =>
      operate(context, options, async (house) =>
        print(context, options, await listShown(house, options.queue), COLUMNS),
      ),
  );
  withLetterOptions(parent.command('show').description('one of them').argument('<message>', 'its id')).action(
    (messageId: string, options: Options) =>
      operate(context, options, async (house) => {
        const letters = await listShown(house, options.queue);
        const found = letters.filter((letter) => letter.messageId === messageId);
        if (found.length === 0) throw new UsageError(`there is no dead letter ${messageId} now`);
        print(context, { format: options.format ?? 'json' }, found, COLUMNS);
      }),
  );
}

type Act = 'redrive' | 'discard';

function addActCommand(parent: Command, context: CliContext, act: Act, description: string): void {
  withLetterOptions(parent.command(act).description(description))
    .argument('[messages...]', 'their ids')
    .option('--all', 'all of the queue, or of all queues')
    .action((ids: string[], options: Options) =>
      operate(context, options, async (house) => {
        const chosen = chosenOf(ids, options);
        const counts: Record<string, number> = {};
        for (const queue of queuesOf(options, act)) {
          counts[queue] = await actOn(house, act, queue, chosen);
        }
        const count = Object.values(counts).reduce((sum, each) => sum + each, 0);
        const { now: at, by } = house;
        await house.rereading.audit.record({
          at,
          by,
          act: `dead-letters-${act}`,
          details: { counts, chosen },
        });
        context.write(`${count} ${act === 'redrive' ? 'redriven' : 'discarded'}\n`);
        if (count < ids.length) context.fail();
      }),
    );
}

function actOn(house: OpenedOperations, act: Act, queue: DeadLetterQueue, chosen: Chosen): Promise<number> {
  if (act === 'discard') return house.deadLetters.discard(queue, chosen);
  return house.deadLetters.redrive(queue as QueueName, chosen);
}

function chosenOf(ids: readonly string[], { all }: Options): Chosen {
  if (all === true && ids.length === 0) return 'all';
  if (all !== true && ids.length > 0) return ids;
  throw new UsageError('name the messages, or take --all');
}

/** Calls have no queue to go back to: the next tick does what they were to do. */
function queuesOf({ queue }: Options, act: Act): readonly DeadLetterQueue[] {
  if (act === 'discard') return queue === undefined ? ALL_QUEUES : [queue];
  if (queue === 'call') {
    throw new UsageError('calls cannot be redriven: the next tick does what they were to do; discard them');
  }
  return queue === undefined ? QUEUE_NAMES : [queue];
}

async function listShown(house: OpenedOperations, queue: DeadLetterQueue | undefined): Promise<Shown[]> {
  const letters: DeadLetter[] = [];
  for (const each of queue === undefined ? ALL_QUEUES : [queue])
    letters.push(...(await house.deadLetters.list(each)));
  return letters
    .toSorted((one, other) => (one.sentAt < other.sentAt ? -1 : 1))
    .map(({ body, ...letter }) => ({ ...letter, about: aboutMessage(letter.queue, body) }));
}

function withLetterOptions(command: Command): Command {
  return withStageOptions(withFormatOption(command)).addOption(
    new Option('--queue <queue>', 'of one queue alone').choices([...ALL_QUEUES]),
  );
}
