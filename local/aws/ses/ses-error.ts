/** An answer that the service gives by name. What is wrong with a request is nearly always a `BadRequestException`. */
export class SesError extends Error {
  override readonly name = 'SesError';
  readonly code: string;
  readonly status: number;

  constructor(message: string, code = 'BadRequestException', status = 400) {
    super(message);
    this.code = code;
    this.status = status;
  }
}
