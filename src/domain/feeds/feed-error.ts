/**
 * Why a document cannot be read as a feed:
 * - `empty`: it holds nothing but white space
 * - `html-page`: it is a web page
 * - `not-a-feed`: it is some other XML, JSON or text
 * - `malformed`: it claims to be a feed, and nothing in it can be read
 */
export type FeedErrorCode = 'empty' | 'html-page' | 'malformed' | 'not-a-feed';

/**
 * A document that no feed reader can read.
 *
 * `code` is for counting and for deciding what to do; nothing may depend on the wording of `message`,
 * which names the address and the remedy for a person.
 */
export class FeedError extends Error {
  override readonly name = 'FeedError';
  readonly code: FeedErrorCode;

  constructor(code: FeedErrorCode, message: string, options?: ErrorOptions) {
    super(message, options);
    this.code = code;
  }
}
