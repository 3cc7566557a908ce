/** A socket was about to be opened to an address that is not on the public internet. */
export class AddressNotAllowedError extends Error {
  override readonly name = 'AddressNotAllowedError';

  constructor() {
    super('the host resolves to no address of the public internet');
  }
}

/** A body was larger than its limit, on the wire or decompressed. */
export class BodyTooLargeError extends Error {
  override readonly name = 'BodyTooLargeError';

  constructor(maxBytes: number, measured: 'on the wire' | 'decompressed') {
    super(`the body is larger than ${maxBytes} bytes ${measured}`);
  }
}

/** A body came in an encoding that is not read. */
export class EncodingUnsupportedError extends Error {
  override readonly name = 'EncodingUnsupportedError';
}

/** A body did not arrive whole, or could not be decompressed. What happened is the `cause`. */
export class BodyBrokenError extends Error {
  override readonly name = 'BodyBrokenError';

  constructor(cause: unknown) {
    super('the body broke off or could not be decompressed', { cause });
  }
}
