/** An answer that the service gives by name, such as `QueueDoesNotExist`. */
export class SqsError extends Error {
  override readonly name = 'SqsError';
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}
