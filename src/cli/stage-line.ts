import type { CliContext } from './context.ts';
import { UsageError } from './input.ts';

/** Answers one line with one line. A line that cannot be worked on says so and stops no other. */
export async function answerLine(
  context: CliContext,
  line: Readonly<Record<string, unknown>>,
  work: () => Promise<object>,
): Promise<void> {
  const id = line['id'];
  let result: object;
  try {
    result = { id, ...(await work()) };
  } catch (error) {
    result = { id, error: error instanceof Error ? error.message : String(error) };
  }
  context.write(`${JSON.stringify(result)}\n`);
}

/** @throws UsageError when the field is not text */
export function textField(line: Readonly<Record<string, unknown>>, name: string): string {
  const value = line[name];
  if (typeof value !== 'string') throw new UsageError(`the field "${name}" is missing or not text`);
  return value;
}
