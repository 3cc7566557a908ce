import { readdirSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { isHeldOut } from '../domain/evaluation/held-out.ts';
import type { LabelledArticle } from '../domain/evaluation/labelled-article.ts';
import { ACTIONS, ATTRIBUTIONS, CHANGES, STANDINGS } from '../domain/positions/position.ts';
import { RELEVANCES } from '../domain/understanding.ts';
import { readJsonLines, UsageError } from './input.ts';

const LabelledEvent = z.looseObject({
  actor: z.string(),
  country: z.string(),
  action: z.enum(ACTIONS),
  altActions: z.array(z.enum(ACTIONS)).default([]),
  weapon: z.string(),
  scopeGeo: z.string(),
  scopeTarget: z.string().default('unspecified'),
  statementDate: z.string().nullable().default(null),
  datePrecision: z.enum(['day', 'week', 'month', 'period', 'open']).default('open'),
  status: z.enum(['news', 'background_current', 'background_past']),
  scopeConditions: z.array(z.string()).optional(),
  supplier: z.string().nullish(),
  speaker: z.string().optional(),
  attribution: z.enum(ATTRIBUTIONS).optional(),
  standing: z.enum(STANDINGS).optional(),
  change: z.enum(CHANGES).optional(),
  optional: z.boolean().default(false),
  evidence: z.string(),
});

const Labelled = z.looseObject({
  id: z.string(),
  url: z.string().nullish(),
  publishedAt: z.string().nullish(),
  title: z.string(),
  text: z.string(),
  label: z.enum(RELEVANCES),
  hard: z.boolean().default(false),
  events: z.array(LabelledEvent).default([]),
  quotes: z.array(z.looseObject({ speaker: z.string(), content: z.string() })).default([]),
});

/**
 * Every labelled article of a directory's `*.jsonl` files.
 *
 * @throws UsageError naming the file and what is wrong in it
 */
export async function readLabelled(dir: string): Promise<LabelledArticle[]> {
  const articles: LabelledArticle[] = [];
  for (const name of listJsonLines(dir)) articles.push(...(await readLabelledFile(join(dir, name))));
  return articles;
}

/**
 * The labelled articles of one file. Those whose id's hash says so are held out, all of a file named `held-out…` and
 * none of one named `tuning…`.
 *
 * @throws UsageError naming the file and what is wrong in it
 */
export async function readLabelledFile(file: string): Promise<LabelledArticle[]> {
  const articles: LabelledArticle[] = [];
  const name = basename(file);
  for await (const line of readJsonLines(file)) {
    const result = Labelled.safeParse(line);
    if (!result.success) {
      throw new UsageError(
        `${file}, ${String(line['id'])}: not a labelled article\n${z.prettifyError(result.error)}`,
      );
    }
    const { url, publishedAt, ...rest } = result.data;
    const heldOut = name.startsWith('held-out') || (!name.startsWith('tuning') && isHeldOut(rest.id));
    articles.push({ ...rest, heldOut, url: url ?? undefined, publishedAt: publishedAt ?? undefined });
  }
  return articles;
}

function listJsonLines(dir: string): string[] {
  let names: string[];
  try {
    names = readdirSync(dir).filter((name) => name.endsWith('.jsonl'));
  } catch (error) {
    throw new UsageError(`cannot read ${dir}: ${error instanceof Error ? error.message : String(error)}`);
  }
  if (names.length === 0) throw new UsageError(`${dir} has no .jsonl file of labelled articles`);
  return names.sort();
}
