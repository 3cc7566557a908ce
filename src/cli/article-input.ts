import { z } from 'zod';
import type { ArticleText } from '../domain/articles/article.ts';
import { readInput, UsageError } from './input.ts';

const ArticleJson = z.looseObject({
  id: z.coerce.string().default(''),
  url: z.string().nullish(),
  publisher: z.string().nullish(),
  publishedAt: z.string().nullish(),
  title: z.string().nullish(),
  text: z.string(),
});

/** @throws UsageError naming what is missing */
export function articleFromJson(value: unknown): ArticleText {
  const result = ArticleJson.safeParse(value);
  if (!result.success) throw new UsageError(`not an article\n${z.prettifyError(result.error)}`);
  const { id, url, publisher, publishedAt, title, text } = result.data;
  return {
    id,
    url: url ?? undefined,
    publisher: publisher ?? undefined,
    publishedAt: publishedAt ?? undefined,
    title: title ?? '',
    text,
  };
}

/** What is known of plain text from elsewhere. */
export interface GivenFacts {
  readonly title?: string | undefined;
  readonly publishedAt?: string | undefined;
  readonly publisher?: string | undefined;
}

/** An article of a file: a JSON object, or plain text with its facts given as options. */
export async function readArticle(file: string | undefined, given: GivenFacts): Promise<ArticleText> {
  return articleFromText((await readInput(file)).toString('utf8'), file ?? 'stdin', given);
}

/** @throws UsageError when it begins like JSON and is none */
export function articleFromText(text: string, id: string, given: GivenFacts): ArticleText {
  if (text.trimStart().startsWith('{')) return articleFromJson(parseObject(text));
  const { title = '', publishedAt, publisher } = given;
  return { id, title, publishedAt, publisher, text };
}

function parseObject(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new UsageError(
      `this begins like a JSON object and is none (for several, one a line, use --jsonl): ${error instanceof Error ? error.message : String(error)}`,
    );
  }
}
