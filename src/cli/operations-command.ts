import type { CliContext, OpenedOperations, StoreOptions } from './context.ts';

/** Opens the house that the options mean, works on it, and closes it whatever happened. */
export async function operate<T>(
  context: CliContext,
  options: StoreOptions,
  work: (house: OpenedOperations) => Promise<T>,
): Promise<T> {
  const door = await context.operations();
  const house = await door.open(options);
  try {
    return await work(house);
  } finally {
    await house.close();
  }
}
