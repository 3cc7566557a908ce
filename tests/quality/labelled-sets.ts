import { readFileSync } from 'node:fs';
import { isHeldOut } from '../../src/domain/evaluation/held-out.ts';
import type { LabelledArticle } from '../../src/domain/evaluation/labelled-article.ts';

const FOLDER = new URL('../../fixtures/labelled/', import.meta.url);

function read(name: string): LabelledArticle[] {
  const lines = readFileSync(new URL(`${name}.jsonl`, FOLDER), 'utf8')
    .trim()
    .split('\n');
  return lines.map((line): LabelledArticle => JSON.parse(line));
}

/** The labelled articles by what they may be used for. */
export function labelledSets(): Readonly<Record<'dev' | 'heldOut' | 'unread' | 'seeds', LabelledArticle[]>> {
  const written = [...read('relevant'), ...read('hard-negatives')];
  return {
    dev: written.filter(({ id }) => !isHeldOut(id)),
    heldOut: written.filter(({ id }) => isHeldOut(id)),
    unread: read('held-out'),
    seeds: read('seeds'),
  };
}
