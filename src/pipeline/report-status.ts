import { type Check, fail, ok, warn } from '../domain/health/check.ts';
import { isFeedFailing, isFeedSilent, vitalSigns } from '../domain/health/vital-signs.ts';
import { addDays } from '../domain/time/calendar-day.ts';
import { listUnverified } from './examine-account.ts';
import { type ObserveDeps, observedFeed, observeHouse } from './observe-house.ts';
import type { Account, DeadLetterQueue, QueueCounts } from './operation-ports.ts';
import type { FeedState, Subscriber } from './ports.ts';

export interface StatusDeps extends ObserveDeps {
  readonly listSubscribers: () => Promise<readonly Pick<Subscriber, 'email' | 'status'>[]>;
  readonly countWaiting: () => Promise<readonly NamedCounts[]>;
  readonly countDeadLettersByQueue: () => Promise<readonly { name: DeadLetterQueue; count: number }[]>;
  readonly account: Pick<Account, 'mail' | 'identityState'>;
}

export interface NamedCounts extends QueueCounts {
  readonly name: string;
}

const POLLS_LATE_MINUTES = 60;
const FAILING_PERCENT = 25;
const NAMES_SHOWN = 8;

/**
 * How the house stands, a line a part. Reads only.
 *
 * @param now ISO 8601 UTC
 */
export async function reportStatus(now: string, deps: StatusDeps): Promise<Check[]> {
  const observed = await observeHouse(now, deps);
  const signs = vitalSigns(observed);
  const feeds = await deps.feeds.list();
  return [
    pollStatus(feeds, signs.PollMinutesLate),
    await articleStatus(now, deps),
    await digestStatus(now, signs.DigestHoursLate, deps),
    ...(await queueStatus(deps)),
    ...(await deadLetterStatus(deps)),
    failingStatus(feeds, signs.FeedsFailingPercent),
    silentStatus(feeds, now),
    await addressStatus(deps),
  ];
}

function pollStatus(feeds: readonly FeedState[], minutesLate: number | undefined): Check {
  const last = latest(feeds.map((feed) => feed.lastPolledAt));
  const remedy = 'see the runbook, "Polling stands still"';
  if (feeds.length === 0)
    return fail('last poll', 'no feed is known yet', `wait ten minutes, then ${remedy}`);
  if (last === undefined) return warn('last poll', 'none yet', 'wait ten minutes');
  if ((minutesLate ?? 0) > POLLS_LATE_MINUTES) {
    return fail('last poll', `${minute(last)}, and ${minutesLate} minutes late`, remedy);
  }
  return ok('last poll', minute(last));
}

async function articleStatus(now: string, { digest, questions }: StatusDeps): Promise<Check> {
  const today = now.slice(0, 10);
  const span = { since: addDays(today, -28), until: addDays(today, 1) };
  const [newest] = await questions.listArticles(digest.topic, span, 'core');
  if (!newest) return ok('last article', 'none in four weeks');
  return ok('last article', `${minute(newest.listedAt)} ${newest.publisher}: ${newest.title}`);
}

async function digestStatus(now: string, hoursLate: number, deps: StatusDeps): Promise<Check> {
  const newest = await findNewestDigest(now, deps);
  if (hoursLate >= 1) {
    const last = newest ? `the last is of ${newest.date}` : 'there is none yet';
    return fail('last digest', `${hoursLate} hours late; ${last}`, 'see the runbook, "The digest is late"');
  }
  if (!newest) return ok('last digest', 'none yet, and none is due');
  const counts = Object.entries(newest.deliveries).map(([status, count]) => `${count} ${status}`);
  const found = `${newest.date}, to ${newest.recipientCount}: ${counts.join(', ') || 'nothing sent yet'}`;
  if ((newest.deliveries.unknown ?? 0) > 0) {
    return warn(
      'last digest',
      found,
      'nobody knows whether the unknown were sent; see the runbook, "Something fails"',
    );
  }
  return ok('last digest', found);
}

async function findNewestDigest(now: string, { digest, digests, questions }: StatusDeps) {
  const newest = await digests.findPrevious(digest.topic, addDays(now.slice(0, 10), 2));
  if (!newest) return undefined;
  const [withDeliveries] = await questions.listDigests(digest.topic, {
    since: newest.date,
    until: newest.date,
  });
  return withDeliveries;
}

async function queueStatus({ countWaiting }: StatusDeps): Promise<Check[]> {
  return (await countWaiting()).map(({ name, waiting, inFlight, delayed }) =>
    ok(`queue ${name}`, `${waiting} waiting, ${inFlight} in work, ${delayed} for later`),
  );
}

async function deadLetterStatus({ countDeadLettersByQueue }: StatusDeps): Promise<Check[]> {
  return (await countDeadLettersByQueue()).map(({ name, count }) =>
    count === 0
      ? ok(`dead letters ${name}`, 'none')
      : fail(`dead letters ${name}`, String(count), `look with "caveat dead-letters list --queue ${name}"`),
  );
}

function failingStatus(feeds: readonly FeedState[], percent: number | undefined): Check {
  const failing = feeds.filter((feed) => isFeedFailing(observedFeed(feed)));
  if (failing.length === 0) return ok('failing feeds', `none of ${feeds.length}`);
  const found = `${failing.length} of ${feeds.length}: ${names(failing)}`;
  const tell = (percent ?? 0) > FAILING_PERCENT ? fail : warn;
  return tell('failing feeds', found, '"caveat feeds" says why; see the runbook, "Feeds fail"');
}

function silentStatus(feeds: readonly FeedState[], now: string): Check {
  const silent = feeds.filter((feed) => isFeedSilent(observedFeed(feed), now));
  if (silent.length === 0) return ok('silent feeds', 'none');
  return warn('silent feeds', names(silent), 'see the runbook, "Feeds are silent"');
}

async function addressStatus({ account, listSubscribers }: StatusDeps): Promise<Check> {
  const active = (await listSubscribers()).filter(({ status }) => status === 'active');
  const { inSandbox } = await account.mail();
  if (!inSandbox) return ok('addresses', `${active.length} active; mail reaches any address`);
  const unverified = await listUnverified(
    account,
    active.map(({ email }) => email),
  );
  if (unverified.length === 0) return ok('addresses', `${active.length} active, all verified`);
  return fail(
    'addresses',
    `without mail, as the account is in the sandbox: ${unverified.join(', ')}`,
    'verify each in SES (Identities), or ask for production access',
  );
}

function names(feeds: readonly FeedState[]): string {
  const shown = feeds.slice(0, NAMES_SHOWN).map(({ feedId }) => feedId);
  const more = feeds.length - shown.length;
  return more > 0 ? `${shown.join(', ')} and ${more} more` : shown.join(', ');
}

function latest(instants: readonly (string | undefined)[]): string | undefined {
  return instants
    .filter((instant) => instant !== undefined)
    .toSorted((a, b) => (a < b ? -1 : 1))
    .at(-1);
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
