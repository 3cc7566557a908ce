/**
 * What lies in the table's partitions, as patterns in the manner of IAM (`*` stands for any text): the stack binds each
 * role to the rows that its function needs. The keys themselves are built in `src/adapters/dynamodb/keys.ts`.
 */
export const PARTITIONS = {
  addresses: 'ADDRESS#*',
  articles: 'ARTICLE#*',
  /** Written by people's commands alone. */
  audit: 'AUDIT',
  confirmations: 'CONFIRMATIONS',
  corrections: 'TOPIC#*#CORRECTIONS',
  countries: 'TOPIC#*#COUNTRY#*',
  deliveries: 'DELIVERY#*',
  denied: 'DENY',
  digests: 'TOPIC#*#DIGESTS',
  feedConfig: 'FEEDS-CONFIG',
  feeds: 'FEEDS',
  hosts: 'HOST#*',
  items: 'ITEM#*',
  ledger: 'TOPIC#*#LEDGER',
  ledgerVersions: 'TOPIC#*#LEDGER-VERSION',
  notices: 'TOPIC#*#NOTICES',
  proposals: 'PROPOSALS',
  stories: 'TOPIC#*#STORIES',
  subscribers: 'SUBSCRIBERS',
  tokens: 'TOKEN#*',
  toldRows: 'TOPIC#*#NOTICED',
} as const;
export type RowKind = keyof typeof PARTITIONS;

/** The same for the indexes that functions ask. */
export const INDEX_PARTITIONS = {
  listing: { topics: 'TOPIC#*' },
  statements: { topics: 'TOPIC#*' },
  todo: {
    claims: 'CLAIMS',
    confirmations: 'CONFIRMATIONS',
    corrections: 'TOPIC#*#CORRECTIONS-UNTOLD',
    feedsDue: 'FEEDS-DUE',
    resends: 'RESENDS',
    uncounted: 'ITEMS-UNCOUNTED',
    untold: 'TOPIC#*#UNTOLD',
  },
} as const;
