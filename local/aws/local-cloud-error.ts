/** The local cloud cannot start or go on. The message is one line that says what is wrong and what to do. */
export class LocalCloudError extends Error {
  override readonly name = 'LocalCloudError';

  constructor(message: string, options: { cause?: unknown } = {}) {
    super(message, options);
  }
}

/** The system's code of a failed call (`EACCES`, `EADDRINUSE`), if it has one. */
export function systemErrorCode(error: unknown): string | undefined {
  if (!(error instanceof Error) || !('code' in error)) return undefined;
  return typeof error.code === 'string' ? error.code : undefined;
}
