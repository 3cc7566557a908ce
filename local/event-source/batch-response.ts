/** What a function's answer means for its batch. */
export type BatchVerdict =
  | { readonly kind: 'partial'; readonly failedIds: ReadonlySet<string> }
  | { readonly kind: 'failed'; readonly error: unknown };

/**
 * Reads a function's answer by the rules of an event source with `ReportBatchItemFailures`: no answer and no failures
 * mean that all went well; an answer that does not clearly name messages of this batch means that all failed.
 *
 * @see AWS Lambda Developer Guide, "Implementing partial batch responses", success and failure conditions
 */
export function readBatchResponse(response: unknown, batchIds: readonly string[]): BatchVerdict {
  if (response === undefined || response === null) return succeeded();
  if (typeof response !== 'object') return failed('the answer is not an object');
  const failures = 'batchItemFailures' in response ? response.batchItemFailures : undefined;
  if (failures === undefined || failures === null) return succeeded();
  if (!Array.isArray(failures)) return failed('batchItemFailures is not a list');
  const ids = failures.map((failure: unknown) => itemIdentifier(failure));
  const unknownAt = ids.findIndex((id) => id === undefined || !batchIds.includes(id));
  if (unknownAt >= 0) return failed(`batchItemFailures[${unknownAt}] names no message of the batch`);
  return { kind: 'partial', failedIds: new Set(ids as string[]) };
}

function itemIdentifier(failure: unknown): string | undefined {
  if (typeof failure !== 'object' || failure === null || !('itemIdentifier' in failure)) return undefined;
  return typeof failure.itemIdentifier === 'string' ? failure.itemIdentifier : undefined;
}

function succeeded(): BatchVerdict {
  return { kind: 'partial', failedIds: new Set() };
}

function failed(reason: string): BatchVerdict {
  return { kind: 'failed', error: new Error(reason) };
}
