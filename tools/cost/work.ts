/** What one piece of work asks of AWS: one poll, one item, one delivery. `count` is how many were measured. */
export interface Work {
  readonly count: number;
  readonly milliseconds: number;
  readonly readUnits: number;
  readonly writeUnits: number;
  readonly s3Puts: number;
  readonly s3Gets: number;
  readonly s3Bytes: number;
  /** Requests that the functions make, each 64 KiB of a request counted as one. */
  readonly sqsRequests: number;
  readonly sqsBytes: number;
  readonly logBytes: number;
}
