export type StepErrorCode =
  | 'article-contended'
  | 'delivery-throttled'
  | 'ledger-contended'
  | 'model-answer'
  | 'page-unavailable'
  | 'queue-refused'
  | 'store-unavailable';

/**
 * A pipeline step could not finish, for a reason that was foreseen.
 *
 * `code` is for counting and alarms, `retryable` for the queue; nothing may depend on the wording of `message`.
 * An error that is not a StepError is a bug, and travels on to the dead-letter queue.
 */
export class StepError extends Error {
  override readonly name = 'StepError';
  readonly code: StepErrorCode;
  readonly retryable: boolean;

  constructor(code: StepErrorCode, message: string, options: { retryable: boolean; cause?: unknown }) {
    super(message, { cause: options.cause });
    this.code = code;
    this.retryable = options.retryable;
  }
}
