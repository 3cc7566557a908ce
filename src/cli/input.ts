import { readFileSync } from 'node:fs';
import { createInterface } from 'node:readline';

/** A command cannot go on, for a reason that the person at the keyboard can mend. */
export class UsageError extends Error {
  override readonly name = 'UsageError';
}

/** Bytes of a file, or of standard input when no file is named or it is `-`. */
export async function readInput(file: string | undefined): Promise<Buffer> {
  if (file !== undefined && file !== '-') {
    try {
      return readFileSync(file);
    } catch (error) {
      throw new UsageError(`cannot read ${file}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  const chunks: Buffer[] = [];
  for await (const chunk of process.stdin) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

/**
 * The JSON objects of a file or of standard input, one to a line, as they arrive.
 *
 * @throws UsageError naming the line that is not a JSON object
 */
export async function* readJsonLines(file: string | undefined): AsyncGenerator<Record<string, unknown>> {
  const lines =
    file === undefined || file === '-'
      ? createInterface({ input: process.stdin })
      : linesOf(await readInput(file));
  let number = 0;
  for await (const line of lines) {
    number += 1;
    if (line.trim() === '') continue;
    yield parseLine(line, number);
  }
}

function linesOf(bytes: Buffer): string[] {
  return bytes.toString('utf8').split(/\r?\n/);
}

function parseLine(line: string, number: number): Record<string, unknown> {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch (error) {
    throw new UsageError(
      `line ${number} is not JSON: ${error instanceof Error ? error.message : String(error)}`,
    );
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new UsageError(`line ${number} is not a JSON object`);
  }
  return value as Record<string, unknown>;
}
