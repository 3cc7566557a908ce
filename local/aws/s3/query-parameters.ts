import { notImplemented } from './s3-error.ts';

/**
 * Refuses what is not emulated instead of passing over it: `?acl` or `?uploads` changes what a request means.
 * `x-id` only repeats the operation's name.
 */
export function assertOnly(query: URLSearchParams, allowed: readonly string[]): void {
  const unknown = [...query.keys()].filter((name) => name !== 'x-id' && !allowed.includes(name));
  if (unknown.length > 0) throw notImplemented(`the parameter ${unknown.join(', ')}`);
}
