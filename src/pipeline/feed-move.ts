import type { FeedState } from './ports.ts';

/** Polls in a row on which a permanent redirect must lead to one and the same place before it is believed. */
export const POLLS_BEFORE_MOVE = 5;

/**
 * What a poll that worked says about where the feed lives.
 *
 * A permanent redirect (301, 308) is remembered and counted; once it has held for several polls, the new address is
 * asked directly. Redirects are also made by mistake, by captive portals and by broken load balancers, so that one
 * alone moves nothing. The configured address is kept as `movedFrom`, to be tried again should the new one fail.
 *
 * @param movedTo where the unbroken prefix of permanent redirects has led this time
 * @see RFC 9110, sections 15.4.2 and 15.4.9
 */
export function followMove(
  feed: Pick<FeedState, 'movedFrom' | 'movedPolls' | 'movedTo' | 'url'>,
  movedTo: string | undefined,
): Pick<FeedState, 'movedFrom' | 'movedPolls' | 'movedTo' | 'url'> {
  const { url, movedFrom } = feed;
  if (movedTo === undefined || movedTo === url || isDowngrade(url, movedTo)) {
    return { url, movedFrom, movedTo: undefined, movedPolls: undefined };
  }
  const movedPolls = movedTo === feed.movedTo ? (feed.movedPolls ?? 1) + 1 : 1;
  if (movedPolls < POLLS_BEFORE_MOVE) return { url, movedFrom, movedTo, movedPolls };
  return { url: movedTo, movedFrom: movedFrom ?? url, movedTo: undefined, movedPolls: undefined };
}

/** An address that was encrypted never becomes one that is not. */
function isDowngrade(from: string, to: string): boolean {
  return from.startsWith('https:') && !to.startsWith('https:');
}
