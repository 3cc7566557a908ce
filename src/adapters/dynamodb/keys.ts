import type { DeliveryMessage } from '../../contract/messages.ts';

/**
 * Every key of the table is built here. Keys read as words, because people type them.
 *
 * | row                        | pk                          | sk                                   | index: key / sort |
 * |----------------------------|-----------------------------|--------------------------------------|-------------------|
 * | item's outcome             | ITEM#<itemId>               | ITEM                                 | todo: ITEMS-UNCOUNTED / settledAt#itemId |
 * | article marker             | ARTICLE#<articleId>         | ARTICLE                              | |
 * | who writes the article     | ARTICLE#<articleId>         | CLAIM                                | |
 * | article in a topic         | ARTICLE#<articleId>         | TOPIC#<t>                            | listing: TOPIC#<t> or TOPIC#<t>#MENTIONS / listedAt#articleId; todo: TOPIC#<t>#UNTOLD |
 * | a person's word on it     | ARTICLE#<articleId>         | OVERRIDE#<t>                         | |
 * | position, with its article | ARTICLE#<articleId>         | TOPIC#<t>#POSITION#<positionId>      | |
 * | quote                      | ARTICLE#<articleId>         | TOPIC#<t>#QUOTE#<start>              | speakers: TOPIC#<t>#SPEAKER#<name> / listedAt#articleId#start |
 * | position, by country       | TOPIC#<t>#COUNTRY#<country> | <day>#<articleId>#<positionId>  | statements: TOPIC#<t> / day#country#articleId#positionId |
 * | address of an article      | ADDRESS#<url>               | ADDRESS                              | |
 * | ledger row                 | TOPIC#<t>#LEDGER            | COUNTRY#<country>#ROW#<rowId>        | |
 * | ledger version             | TOPIC#<t>#LEDGER-VERSION    | COUNTRY#<country>                    | |
 * | feed                       | FEEDS                       | FEED#<feedId>                        | todo: FEEDS-DUE / nextPollAt#feedId |
 * | host's manners             | HOST#<host>                 | HOST                                 | |
 * | host's robots.txt          | HOST#<host>                 | ROBOTS                               | |
 * | digest                     | TOPIC#<t>#DIGESTS           | <date>                               | todo: RESENDS / topic#date |
 * | delivery                   | TOPIC#<t>#DIGESTS           | <date>#DELIVERY#<subscriberId>       | todo: CLAIMS / claimedAt#deliveryId |
 * | delivery of a notice       | TOPIC#<t>#NOTICES           | <noticeId>#DELIVERY#<subscriberId>   | the same |
 * | delivery of a confirmation | CONFIRMATIONS               | <subscriberId>#<askedAt>             | the same |
 * | delivery by its id         | DELIVERY#<deliveryId>       | DELIVERY                             | |
 * | story of a digest          | TOPIC#<t>#STORIES           | <date>#<rank>#<storyId>              | |
 * | correction                 | TOPIC#<t>#CORRECTIONS       | <correctionId>                       | todo: TOPIC#<t>#CORRECTIONS-UNTOLD |
 * | notice                     | TOPIC#<t>#NOTICES           | <rowId>@<version>                    | |
 * | row as told by notices     | TOPIC#<t>#NOTICED           | <rowId>                              | |
 * | denied                     | DENY                        | <KIND>#<value>                       | |
 * | what a person did          | AUDIT                       | <at>#<act>                           | |
 * | subscriber                 | SUBSCRIBERS                 | SUBSCRIBER#<subscriberId>            | todo: CONFIRMATIONS / since#subscriberId |
 * | token                      | TOKEN#<sha256>              | TOKEN                                | |
 * | questions to a model, by day | PROPOSALS                 | <day>                                | |
 *
 * A position's `day` is the day it was stated or, where no report says when, the day it was first reported:
 * such a row's `datePrecision` is `open`.
 */
export interface Key {
  readonly pk: string;
  readonly sk: string;
}

export const itemKey = (itemId: string): Key => ({ pk: `ITEM#${itemId}`, sk: 'ITEM' });
export const articlePartition = (articleId: string): string => `ARTICLE#${articleId}`;
export const articleKey = (articleId: string): Key => ({ pk: articlePartition(articleId), sk: 'ARTICLE' });
export const articleClaimKey = (articleId: string): Key => ({
  pk: articlePartition(articleId),
  sk: 'CLAIM',
});
export const articleTopicKey = (articleId: string, topic: string): Key => ({
  pk: articlePartition(articleId),
  sk: `TOPIC#${topic}`,
});
export const articlePositionKey = (articleId: string, topic: string, positionId: string): Key => ({
  pk: articlePartition(articleId),
  sk: `TOPIC#${topic}#POSITION#${positionId}`,
});
export const articleQuoteKey = (articleId: string, topic: string, start: number): Key => ({
  pk: articlePartition(articleId),
  sk: `TOPIC#${topic}#QUOTE#${String(start).padStart(7, '0')}`,
});
export const articleOverrideKey = (articleId: string, topic: string): Key => ({
  pk: articlePartition(articleId),
  sk: `${OVERRIDE_PREFIX}${topic}`,
});
export const OVERRIDE_PREFIX = 'OVERRIDE#';
export const addressKey = (identityUrl: string): Key => ({ pk: `ADDRESS#${identityUrl}`, sk: 'ADDRESS' });

export const countryPartition = (topic: string, country: string): string =>
  `TOPIC#${topic}#COUNTRY#${country}`;
export const countryPositionKey = (
  topic: string,
  country: string,
  day: string,
  articleId: string,
  positionId: string,
): Key => ({
  pk: countryPartition(topic, country),
  sk: `${day}#${articleId}#${positionId}`,
});

export const ledgerPartition = (topic: string): string => `TOPIC#${topic}#LEDGER`;
export const ledgerCountryPrefix = (country: string): string => `COUNTRY#${country}#ROW#`;
export const ledgerRowKey = (topic: string, country: string, rowId: string): Key => ({
  pk: ledgerPartition(topic),
  sk: `${ledgerCountryPrefix(country)}${rowId}`,
});
export const ledgerVersionKey = (topic: string, country: string): Key => ({
  pk: `TOPIC#${topic}#LEDGER-VERSION`,
  sk: `COUNTRY#${country}`,
});

export const FEEDS_PARTITION = 'FEEDS';
export const FEED_PREFIX = 'FEED#';
export const feedKey = (feedId: string): Key => ({ pk: FEEDS_PARTITION, sk: `${FEED_PREFIX}${feedId}` });
export const FEED_CONFIG_KEY: Key = { pk: 'FEEDS-CONFIG', sk: 'HASH' };

export const hostKey = (host: string): Key => ({ pk: `HOST#${host}`, sk: 'HOST' });
export const robotsKey = (host: string): Key => ({ pk: `HOST#${host}`, sk: 'ROBOTS' });

export const digestsPartition = (topic: string): string => `TOPIC#${topic}#DIGESTS`;
export const digestKey = (topic: string, date: string): Key => ({ pk: digestsPartition(topic), sk: date });
export const deliveryPrefix = (date: string): string => `${date}#DELIVERY#`;
export function deliveryKey(delivery: DeliveryMessage): Key {
  switch (delivery.kind) {
    case 'digest':
      return {
        pk: digestsPartition(delivery.topic),
        sk: `${deliveryPrefix(delivery.date)}${delivery.subscriberId}`,
      };
    case 'notice':
      return {
        pk: noticesPartition(delivery.topic),
        sk: `${delivery.noticeId}#DELIVERY#${delivery.subscriberId}`,
      };
    case 'confirmation':
      return { pk: 'CONFIRMATIONS', sk: `${delivery.subscriberId}#${delivery.askedAt}` };
  }
}
export const deliveryIdKey = (deliveryId: string): Key => ({ pk: `DELIVERY#${deliveryId}`, sk: 'DELIVERY' });
export const noticesPartition = (topic: string): string => `TOPIC#${topic}#NOTICES`;
export const noticeKey = (topic: string, noticeId: string): Key => ({
  pk: noticesPartition(topic),
  sk: noticeId,
});
export const toldRowKey = (topic: string, rowId: string): Key => ({
  pk: `TOPIC#${topic}#NOTICED`,
  sk: rowId,
});
export const correctionKey = (topic: string, correctionId: string): Key => ({
  pk: `TOPIC#${topic}#CORRECTIONS`,
  sk: correctionId,
});
export const storiesPartition = (topic: string): string => `TOPIC#${topic}#STORIES`;
export const storyKey = (topic: string, date: string, rank: number, storyId: string): Key => ({
  pk: storiesPartition(topic),
  sk: `${date}#${String(rank).padStart(3, '0')}#${storyId}`,
});

export const DENY_PARTITION = 'DENY';
export const denyKey = (kind: string, value: string): Key => ({
  pk: DENY_PARTITION,
  sk: `${kind.toUpperCase()}#${value}`,
});
export const AUDIT_PARTITION = 'AUDIT';
export const auditKey = (at: string, act: string): Key => ({ pk: AUDIT_PARTITION, sk: `${at}#${act}` });

export const SUBSCRIBERS_PARTITION = 'SUBSCRIBERS';
export const subscriberKey = (subscriberId: string): Key => ({
  pk: SUBSCRIBERS_PARTITION,
  sk: `SUBSCRIBER#${subscriberId}`,
});
export const tokenKey = (tokenHash: string): Key => ({ pk: `TOKEN#${tokenHash}`, sk: 'TOKEN' });

export const proposalBudgetKey = (day: string): Key => ({ pk: 'PROPOSALS', sk: day });

/** Keys of the `listing` index. */
export const listing = {
  core: (topic: string): string => `TOPIC#${topic}`,
  mention: (topic: string): string => `TOPIC#${topic}#MENTIONS`,
  sort: (listedAt: string, articleId: string): string => `${listedAt}#${articleId}`,
};

/** Keys of the `statements` index. */
export const statements = {
  key: (topic: string): string => `TOPIC#${topic}`,
  sort: (day: string, country: string, articleId: string, positionId: string): string =>
    `${day}#${country}#${articleId}#${positionId}`,
};

/** Keys of the `speakers` index. Names are compared without case. */
export const speakers = {
  key: (topic: string, speaker: string): string => `TOPIC#${topic}#SPEAKER#${speaker.toLowerCase()}`,
  sort: (listedAt: string, articleId: string, start: number): string =>
    `${listedAt}#${articleId}#${String(start).padStart(7, '0')}`,
};

/** Keys of the sparse `todo` index: each row is there only while there is something to do about it. */
export const todo = {
  feedsDue: 'FEEDS-DUE',
  claims: 'CLAIMS',
  untold: (topic: string): string => `TOPIC#${topic}#UNTOLD`,
  uncounted: 'ITEMS-UNCOUNTED',
  resends: 'RESENDS',
  confirmations: 'CONFIRMATIONS',
  corrections: (topic: string): string => `TOPIC#${topic}#CORRECTIONS-UNTOLD`,
  sort: (instant: string, id: string): string => `${instant}#${id}`,
};
