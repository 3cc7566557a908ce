/** An answer that the service gives by name, such as `NoSuchKey`, with the HTTP status that goes with it. */
export class S3Error extends Error {
  override readonly name = 'S3Error';
  readonly status: number;
  readonly code: string;

  constructor(status: number, code: string, message: string) {
    super(message);
    this.status = status;
    this.code = code;
  }
}

export function notImplemented(what: string): S3Error {
  return new S3Error(501, 'NotImplemented', `The local S3 does not emulate ${what}.`);
}

export function preconditionFailed(condition: string): S3Error {
  return new S3Error(412, 'PreconditionFailed', `The pre-condition ${condition} did not hold.`);
}

export function noSuchKey(key: string): S3Error {
  return new S3Error(404, 'NoSuchKey', `The specified key does not exist: ${key}`);
}

export function noSuchBucket(bucket: string): S3Error {
  return new S3Error(404, 'NoSuchBucket', `The specified bucket does not exist: ${bucket}`);
}
