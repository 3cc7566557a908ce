import { SqsError } from './sqs-error.ts';
import { assertBatch } from './sqs-requests.ts';

/** Does the same with each entry of a batch, and answers for each whether it worked. */
export function eachEntry<T extends { readonly Id: string }>(
  entries: readonly T[],
  act: (entry: T) => object,
): object {
  assertBatch(entries);
  const Successful: object[] = [];
  const Failed: object[] = [];
  for (const entry of entries) {
    try {
      Successful.push({ Id: entry.Id, ...act(entry) });
    } catch (error) {
      if (!(error instanceof SqsError)) throw error;
      Failed.push({ Id: entry.Id, SenderFault: true, Code: error.code, Message: error.message });
    }
  }
  return { Successful, Failed };
}
