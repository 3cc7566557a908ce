import type { ItemMessage } from '../contract/messages.ts';
import { decodePage } from '../domain/articles/decode-page.ts';
import type { HostTurn } from '../domain/manners/host-turn.ts';
import { prepareRobots } from '../domain/manners/prepare-robots.ts';
import { crawlDelaySeconds, mayFetchUnder, type RobotsRules, robotsRules } from '../domain/manners/robots.ts';
import { secondsAfter } from '../domain/time/instant.ts';
import { restAsked } from './host-rest.ts';
import type { IngestDeps } from './ingest-deps.ts';
import type { GivenUpReason } from './outcome.ts';
import { StepError } from './step-error.ts';
import type { WebOk, WebRefusal } from './web.ts';

export type FetchedPage =
  | { readonly kind: 'page'; readonly html: string; readonly url: string; readonly pageKey: string }
  | { readonly kind: 'no-page'; readonly reason: GivenUpReason }
  | Wait;

/** The host's turn comes later. */
export type Wait = Pick<Extract<HostTurn, { kind: 'wait' }>, 'kind' | 'seconds' | 'turnAt'>;

const ROBOTS_KEPT_SECONDS = 86_400;
const ROBOTS_UNREACHABLE_KEPT_SECONDS = 600;

/**
 * Fetches a page when its host lets us, and archives it before anybody tries to understand it.
 *
 * @throws StepError `page-unavailable` when another try later may work
 */
export async function fetchPage(
  { url, turnAt, itemId, feedId }: Pick<ItemMessage, 'feedId' | 'itemId' | 'turnAt' | 'url'>,
  articleId: string,
  now: string,
  deps: IngestDeps,
): Promise<FetchedPage> {
  const host = new URL(url).host;
  const rules = deps.respectRobots ? await deps.hosts.findRobots(host, now) : undefined;
  if (deps.respectRobots && !rules) return askRobots({ url, turnAt }, now, deps);
  if (rules && !mayFetchUnder(rules, url, deps.userAgent)) return robotsRefusal(rules);
  const spacingSeconds =
    rules?.kind === 'rules' ? crawlDelaySeconds(rules.text, url, deps.userAgent) : undefined;
  const turn = await deps.hosts.takeTurn(host, now, { turnAt, spacingSeconds });
  if (turn.kind === 'wait') return turn;
  const answer = await deps.web.fetch({ url, want: 'page' });
  if (answer.kind === 'refused') return refusedPage(answer, host, now, deps);
  if (answer.kind === 'not-modified') return { kind: 'no-page', reason: 'http-status' };
  const foreign = foreignFormat(answer);
  if (foreign) return { kind: 'no-page', reason: foreign };
  const pageKey = await deps.archive.savePage(articleId, now, answer.bytes, {
    url: answer.url,
    itemId,
    feedId,
  });
  return { kind: 'page', html: decodePage(answer.bytes, answer.contentType), url: answer.url, pageKey };
}

async function refusedPage(
  answer: WebRefusal,
  host: string,
  now: string,
  deps: IngestDeps,
): Promise<FetchedPage> {
  const rest = restAsked(answer, now);
  if (rest !== undefined) await deps.hosts.rest(host, rest);
  if (answer.retryable) {
    throw new StepError('page-unavailable', `${host}: ${answer.message}`, { retryable: true });
  }
  return { kind: 'no-page', reason: answer.reason };
}

/**
 * Asks for the host's robots.txt, which takes a turn of its own: the page comes in the next one, as a delayed message,
 * since two requests in one breath are not polite.
 */
async function askRobots(
  { url, turnAt }: Pick<ItemMessage, 'url' | 'turnAt'>,
  now: string,
  deps: IngestDeps,
): Promise<FetchedPage> {
  const { host, origin } = new URL(url);
  const turn = await deps.hosts.takeTurn(host, now, { turnAt });
  if (turn.kind === 'wait') return turn;
  const answer = await deps.web.fetch({ url: `${origin}/robots.txt`, want: 'robots' });
  const rules = robotsRules(
    answer.kind === 'ok'
      ? { status: 200, bytes: answer.bytes, truncated: answer.truncated }
      : { status: answer.kind === 'refused' ? answer.status : undefined },
  );
  const keptSeconds = rules.kind === 'unreachable' ? ROBOTS_UNREACHABLE_KEPT_SECONDS : ROBOTS_KEPT_SECONDS;
  await deps.hosts.saveRobots(host, shortened(rules, deps.userAgent), secondsAfter(now, keptSeconds));
  const next = await deps.hosts.takeTurn(host, now);
  return next.kind === 'wait' ? next : { kind: 'wait', seconds: 1, turnAt: now };
}

/** Only what is said to us: a file written for hundreds of robots need not be kept, nor read again, whole. */
function shortened(rules: RobotsRules, userAgent: string): RobotsRules {
  return rules.kind === 'rules' ? { kind: 'rules', text: prepareRobots(rules.text, userAgent) } : rules;
}

function robotsRefusal(rules: RobotsRules): FetchedPage {
  if (rules.kind !== 'unreachable') return { kind: 'no-page', reason: 'robots' };
  throw new StepError('page-unavailable', 'the host’s robots.txt cannot be read now', { retryable: true });
}

/** Why a body cannot be a page; undefined for what says it is HTML, or says nothing and looks like text. */
function foreignFormat({ contentType, bytes }: WebOk): 'pdf' | 'not-html' | undefined {
  if (startsWith(bytes, '%PDF-') || /\bpdf\b/i.test(contentType ?? '')) return 'pdf';
  const saysNothing = contentType === undefined || contentType === '';
  return saysNothing || /\bx?html\b/i.test(contentType) ? undefined : 'not-html';
}

function startsWith(bytes: Uint8Array, text: string): boolean {
  return new TextDecoder('latin1').decode(bytes.subarray(0, text.length)) === text;
}
