import { z } from 'zod';

const Name = z.string().min(1);

/** Variables that every function has. */
const Common = {
  TABLE_NAME: Name,
  CONFIG_DIR: Name,
};
const Bucket = { BUCKET_NAME: Name };
const Reading = {
  /**
   * Tests and the local replay alone: every request goes to this one local server instead of the web.
   * The stack never sets it.
   */
  WEB_GATEWAY: z.url().optional(),
};

/** Addresses of queues, separated by commas, which no address of a queue has. */
const UrlList = z.string().min(1);

/** The environment of each function. The stack sets exactly these; a function that misses one does not start. */
export const FUNCTION_ENV = {
  'plan-polls': z.object({ ...Common, FEED_QUEUE_URL: Name }),
  'poll-feeds': z.object({
    ...Common,
    ...Bucket,
    ...Reading,
    FEED_QUEUE_URL: Name,
    ARTICLE_QUEUE_URL: Name,
  }),
  'ingest-article': z.object({
    ...Common,
    ...Bucket,
    ...Reading,
    ARTICLE_QUEUE_URL: Name,
    FOLD_QUEUE_URL: Name,
  }),
  /** The queue only where notices are switched on. */
  'fold-ledger': z.object({ ...Common, DELIVERY_QUEUE_URL: Name.optional() }),
  'send-digest': z.object({
    ...Common,
    ...Bucket,
    DELIVERY_QUEUE_URL: Name,
    /** Where the archive site is read, ending in a slash; set when it is served. */
    ARCHIVE_URL: z.url().optional(),
  }),
  'deliver-digest': z.object({
    ...Common,
    ...Bucket,
    UNSUBSCRIBE_URL: z.url(),
    CONFIGURATION_SET: Name.optional(),
  }),
  'check-health': z.object({ ...Common, METRICS_NAMESPACE: Name, DEAD_LETTER_QUEUE_URLS: UrlList }),
  unsubscribe: z.object({ TABLE_NAME: Name }),
  'mail-events': z.object({ TABLE_NAME: Name }),
} as const;

export type FunctionName = keyof typeof FUNCTION_ENV;
export const FUNCTION_NAMES = Object.keys(FUNCTION_ENV) as FunctionName[];
export type FunctionEnv<F extends FunctionName> = z.infer<(typeof FUNCTION_ENV)[F]>;

export class EnvironmentError extends Error {
  override readonly name = 'EnvironmentError';
}

/**
 * Reads a function's variables.
 *
 * @throws EnvironmentError naming every variable that is missing or malformed
 */
export function parseFunctionEnv<F extends FunctionName>(
  name: F,
  env: Readonly<Record<string, string | undefined>>,
): FunctionEnv<F> {
  const result = FUNCTION_ENV[name].safeParse(env);
  if (result.success) return result.data as FunctionEnv<F>;
  throw new EnvironmentError(
    `the environment of ${name} is not usable; the stack sets these variables\n${z.prettifyError(result.error)}`,
  );
}
