import { readFileSync } from 'node:fs';
import { isHeldOut } from '../../src/domain/evaluation/held-out.ts';
import type { LabelledArticle } from '../../src/domain/evaluation/labelled-article.ts';

const FIXTURES = new URL('../../fixtures/', import.meta.url);

function read(name: string, folder = 'labelled'): LabelledArticle[] {
  return linesOf(`${folder}/${name}.jsonl`);
}

/** The lines of a file of fixtures. */
export function linesOf<Line>(file: string): Line[] {
  const lines = readFileSync(new URL(file, FIXTURES), 'utf8').trim().split('\n');
  return lines.map((line): Line => JSON.parse(line));
}

export type LabelledSet =
  | 'dev'
  | 'heldOut'
  | 'unread'
  | 'seeds'
  | 'retold'
  | 'retoldUnread'
  | 'plain'
  | 'plainUnread'
  | 'fullLength'
  | 'fullLengthUnread';

/** The labelled articles by what they may be used for. */
export function labelledSets(): Readonly<Record<LabelledSet, LabelledArticle[]>> {
  const written = [...read('relevant'), ...read('hard-negatives')];
  return {
    dev: written.filter(({ id }) => !isHeldOut(id)),
    heldOut: written.filter(({ id }) => isHeldOut(id)),
    unread: read('held-out'),
    seeds: read('seeds'),
    retold: read('tuning', 'retold'),
    retoldUnread: read('held-out', 'retold'),
    plain: read('tuning', 'plain'),
    plainUnread: read('held-out', 'plain'),
    fullLength: read('tuning', 'full-length'),
    fullLengthUnread: read('held-out', 'full-length'),
  };
}
