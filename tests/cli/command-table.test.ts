import { Command } from 'commander';
import { describe, expect, it } from 'vitest';
import { COMMANDS, loadCommands } from '../../src/cli/command-table.ts';
import type { CliContext } from '../../src/cli/context.ts';

/** All that commands ask of their context while they are added, for the defaults in their help. */
const CONTEXT = { today: '2024-06-01' } as CliContext;

async function namesFor(asked: string | undefined): Promise<string[]> {
  const program = new Command();
  for (const add of await loadCommands(asked)) add(program, CONTEXT);
  return program.commands.map((command) => command.name());
}

describe('the table of commands', () => {
  it.each(Object.keys(COMMANDS))(
    'has under %s the command of that name, and loads no other',
    async (name) => {
      expect(await namesFor(name)).toEqual([name]);
    },
  );

  it.each([undefined, '--help', 'help', 'artciles', 'constructor'])(
    'has all of them for %s',
    async (asked) => {
      expect(await namesFor(asked)).toEqual(Object.keys(COMMANDS));
    },
  );
});
