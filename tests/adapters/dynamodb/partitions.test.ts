import { describe, expect, it } from 'vitest';
import * as keys from '../../../src/adapters/dynamodb/keys.ts';
import { INDEX_PARTITIONS, PARTITIONS, type RowKind } from '../../../src/contract/partitions.ts';
import { matches } from '../../iam/evaluate.ts';

/** A key of every kind, with parts that try to look like another kind's. */
const SAMPLES: Readonly<Record<RowKind, readonly string[]>> = {
  addresses: [keys.addressKey('https://example.org/#TOPIC#t#LEDGER').pk],
  articles: [
    keys.articleKey('a1').pk,
    keys.articleClaimKey('a1').pk,
    keys.articleQuoteKey('a1', 't', 7).pk,
    keys.articleOverrideKey('a1', 't').pk,
  ],
  audit: [keys.auditKey('2024-05-31T00:00:00Z', 'correct').pk],
  confirmations: [
    keys.deliveryKey({ kind: 'confirmation', askedAt: '2024-05-25T00:00:00Z', subscriberId: 's' }).pk,
  ],
  corrections: [keys.correctionKey('t', 'c').pk],
  countries: [keys.countryPositionKey('t', 'DE', '2024-05-31', 'a', 'p').pk],
  deliveries: [keys.deliveryIdKey('d').pk],
  denied: [keys.denyKey('feed', 'f').pk],
  digests: [
    keys.digestKey('t', '2024-05-31').pk,
    keys.deliveryKey({ kind: 'digest', topic: 't', date: '2024-05-31', subscriberId: 's' }).pk,
  ],
  feedConfig: [keys.FEED_CONFIG_KEY.pk],
  feeds: [keys.feedKey('f').pk],
  hosts: [keys.hostKey('example.org').pk, keys.robotsKey('example.org').pk],
  items: [keys.itemKey('i').pk],
  ledger: [keys.ledgerRowKey('t', 'DE', 'r').pk],
  ledgerVersions: [keys.ledgerVersionKey('t', 'DE').pk],
  notices: [
    keys.noticeKey('t', 'n').pk,
    keys.deliveryKey({ kind: 'notice', topic: 't', noticeId: 'n', subscriberId: 's' }).pk,
  ],
  proposals: [keys.proposalBudgetKey('2024-05-31').pk],
  stories: [keys.storyKey('t', '2024-05-31', 1, 's').pk],
  subscribers: [keys.subscriberKey('s').pk],
  tokens: [keys.tokenKey('h').pk],
  toldRows: [keys.toldRowKey('t', 'r').pk],
};

describe('partitions', () => {
  it.each(Object.entries(SAMPLES))('%s have keys of their own pattern and of no other', (kind, samples) => {
    for (const sample of samples) {
      const fitting = Object.entries(PARTITIONS).filter(([, pattern]) => matches(pattern, sample));
      expect(fitting.map(([name]) => name)).toEqual([kind]);
    }
  });

  it('of the index of things to do are those that the rows are put under', () => {
    const { todo } = keys;
    expect(INDEX_PARTITIONS.todo).toEqual({
      claims: todo.claims,
      confirmations: todo.confirmations,
      corrections: todo.corrections('*'),
      feedsDue: todo.feedsDue,
      resends: todo.resends,
      uncounted: todo.uncounted,
      untold: todo.untold('*'),
    });
  });

  it('of the listing are its topics', () => {
    expect(matches(INDEX_PARTITIONS.listing.topics, keys.listing.core('t'))).toBe(true);
    expect(matches(INDEX_PARTITIONS.listing.topics, keys.listing.mention('t'))).toBe(true);
  });
});
