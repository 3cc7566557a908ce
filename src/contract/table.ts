/** The table's shape, shared by the stack that creates it, the embedded servers and the adapters. */
export interface TableDefinition {
  readonly partitionKey: string;
  readonly sortKey: string;
  /** Attribute with the expiry, in whole seconds since 1970. */
  readonly timeToLive: string;
  readonly indexes: readonly IndexDefinition[];
}

export interface IndexDefinition {
  readonly name: string;
  readonly partitionKey: string;
  readonly sortKey: string;
  readonly projection: 'ALL' | 'KEYS_ONLY';
}

/**
 * All indexes from the start: CloudFormation adds or drops one per table update.
 * What each one answers is in docs/data-model.md.
 */
export const TABLE = {
  partitionKey: 'pk',
  sortKey: 'sk',
  timeToLive: 'expiresAt',
  indexes: [
    { name: 'listing', partitionKey: 'listingKey', sortKey: 'listingSort', projection: 'ALL' },
    { name: 'statements', partitionKey: 'statementKey', sortKey: 'statementSort', projection: 'ALL' },
    { name: 'speakers', partitionKey: 'speakerKey', sortKey: 'speakerSort', projection: 'ALL' },
    { name: 'todo', partitionKey: 'todoKey', sortKey: 'todoSort', projection: 'ALL' },
  ],
} as const satisfies TableDefinition;

export type IndexName = (typeof TABLE.indexes)[number]['name'];
