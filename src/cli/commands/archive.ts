import { join } from 'node:path';
import type { Command } from 'commander';
import { publishWholeArchiveSite } from '../../pipeline/publish-archive-site.ts';
import type { CliContext, StoreOptions } from '../context.ts';
import { UsageError } from '../input.ts';

interface Options extends StoreOptions {
  readonly out: string;
  readonly bucket?: string;
  readonly topic?: string;
}

export function addArchiveCommand(program: Command, context: CliContext): void {
  program
    .command('archive')
    .description('writes the archive site: every digest, the timeline and the feeds, as files to open')
    .option('--out <dir>', 'the folder to write to', join('.caveat', 'archive'))
    .option('--topic <id>', 'the topic; the first configured one unless given')
    .option('--table <name>', 'a table in AWS; the local store unless given')
    .option('--bucket <name>', 'the bucket beside that table')
    .option('--region <region>', 'AWS region of both')
    .option('--profile <name>', 'AWS profile to use')
    .addHelpText('after', '\nExample:\n  caveat archive --out /tmp/caveat-archive')
    .action(async (options: Options) => {
      const topic = options.topic ?? context.loadTopics()[0]?.topic.id ?? '';
      const site = await context.openArchiveSite({ ...options, topic });
      try {
        const pages = await publishWholeArchiveSite(site.deps);
        if (pages === 0) throw new UsageError('no digest has been sent yet: there is nothing to write');
        context.write(`${join(options.out, 'index.html')}\n${join(options.out, 'timeline.html')}\n`);
      } finally {
        await site.close();
      }
    });
}
