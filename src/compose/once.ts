import type { Log } from '../pipeline/ports.ts';

/** What a door needs besides its step's own dependencies. */
export type WithLog<D> = D & { readonly log: Log };

/** Makes a thing at its first use and keeps it: a function's clients live as long as its process. */
export function once<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
