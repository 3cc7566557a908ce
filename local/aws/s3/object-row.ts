/**
 * The bytes of an object lie in a file of their own; the index says which keys exist and which file each has. The
 * table `arriving` holds the row of an object whose file is about to be put in place (see `put`).
 */
const COLUMNS = `
  bucket TEXT NOT NULL,
  key TEXT NOT NULL,
  file TEXT NOT NULL COLLATE NOCASE,
  etag TEXT NOT NULL,
  size INTEGER NOT NULL,
  modified_at TEXT NOT NULL,
  headers TEXT NOT NULL,
  checksums TEXT NOT NULL,
  PRIMARY KEY (bucket, key)
`;
export const SCHEMA = `
  CREATE TABLE IF NOT EXISTS buckets (name TEXT PRIMARY KEY, created_at TEXT NOT NULL);
  CREATE TABLE IF NOT EXISTS objects (${COLUMNS}, UNIQUE (bucket, file)) WITHOUT ROWID;
  CREATE TABLE IF NOT EXISTS arriving (${COLUMNS}) WITHOUT ROWID;
`;

export interface StoredObject {
  readonly key: string;
  /** MD5 of the content in hexadecimal, in the quotes it travels in. */
  readonly etag: string;
  readonly sizeBytes: number;
  readonly modifiedAt: Date;
  /** Headers that were stored with the object, its own metadata among them, by lower-case name. */
  readonly headers: Readonly<Record<string, string>>;
  /** Checksums by the name of their header. */
  readonly checksums: Readonly<Record<string, string>>;
}

export type ObjectDescription = Pick<StoredObject, 'headers' | 'checksums'>;

/** An object as the index holds it. */
export interface ObjectRow {
  readonly bucket: string;
  readonly key: string;
  readonly file: string;
  readonly etag: string;
  readonly size: number;
  readonly modified_at: string;
  readonly headers: string;
  readonly checksums: string;
}

export function toObject(row: Record<string, unknown> | ObjectRow): StoredObject {
  const { key, etag, size, modified_at, headers, checksums } = row as ObjectRow;
  return {
    key,
    etag,
    sizeBytes: size,
    modifiedAt: new Date(modified_at),
    headers: JSON.parse(headers) as Record<string, string>,
    checksums: JSON.parse(checksums) as Record<string, string>,
  };
}
