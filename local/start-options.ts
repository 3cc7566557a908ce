import { parseArgs } from 'node:util';

export interface StartOptions {
  /** Forget what earlier runs left. */
  readonly fresh: boolean;
  /** Poll the real feeds with today's clock instead of replaying. */
  readonly live: boolean;
  /** Stop the replay at the end of this day, `YYYY-MM-DD`; a later start goes on from there. */
  readonly until?: string | undefined;
  readonly help: boolean;
  /** Where the state is kept. */
  readonly dir: string;
}

export const START_HELP = `npm start [-- options]

Replays the news of 25 May to 1 June 2024 through the functions that are deployed, on this machine alone.

  --fresh        forget what earlier runs left and begin anew
  --live         poll the feeds of config/feeds.json on the real web instead, with today's clock
  --until <day>  stop at the end of this day, such as 2024-05-26; a later start goes on
  --dir <dir>    keep the state there instead of in .caveat
  --help         this page
`;

/** What was asked for cannot be done. The message is one line with a remedy. */
export class StartOptionError extends Error {
  override readonly name = 'StartOptionError';
}

/**
 * @throws TypeError naming the option that is not known
 * @throws StartOptionError naming the value that cannot be used
 */
export function parseStartOptions(argv: readonly string[]): StartOptions {
  const { values } = parseArgs({
    args: [...argv],
    options: {
      fresh: { type: 'boolean', default: false },
      live: { type: 'boolean', default: false },
      until: { type: 'string' },
      help: { type: 'boolean', default: false },
      dir: { type: 'string', default: '.caveat' },
    },
  });
  const { until } = values;
  if (until !== undefined && !isReplayedDay(until)) {
    throw new StartOptionError(
      `--until ${until}: choose a day from ${FIRST_DAY} to ${LAST_DAY}, such as --until 2024-05-26`,
    );
  }
  return values;
}

const FIRST_DAY = '2024-05-25';
const LAST_DAY = '2024-06-01';

function isReplayedDay(text: string): boolean {
  const isDay = /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
  return isDay && text >= FIRST_DAY && text <= LAST_DAY;
}
