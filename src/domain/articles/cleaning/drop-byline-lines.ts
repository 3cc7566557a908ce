import { parsePageDate } from '../metadata/parse-page-date.ts';
import { type ArticleFrame, type BlockStep, indexesWhere } from './block-step.ts';
import { endsSentence, isProse, plainWordsOf, wordsOnly } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';

/** Bylines and date lines stand near the top or the end; elsewhere a short line may be anything. */
const EDGE_BLOCKS = 6;
const MAX_LINE_WORDS = 14;

const BYLINE_OPENING =
  /^(?:by|von|par|por|від|автор|story by|written by|posted by|published by|words by)\s*:?\s+\p{Lu}/iu;
const DATE_OPENING =
  /^(?:updated|published|posted|last (?:updated|modified)|first published|created|date|aktualisiert|veröffentlicht|stand|publié|mis à jour|publicado|actualizado|опубліковано|оновлено)\b[^.]{0,60}$/iu;
const REPORTERS =
  /^[([]?\s*(?:additional )?(?:reporting|writing|editing|compiled|edited|written|translated) by\b/i;
const REPORTED_FROM = /^\p{Lu}[\p{L}'-]+(?:(?: and|,) \p{Lu}[\p{L}'-]+)* reported from [^.]{3,60}\.$/u;
const REVIEWER = /^(?:(?:medically|clinically|fact)[- ])?(?:reviewed|checked) by \p{Lu}\p{L}+ \p{Lu}/iu;
const RULE_LINE = /^[^\p{L}\p{N}]+$/u;
/** With the name of the one who wrote a live page's entry, which some templates print without a space. */
const CLOCK_LINE =
  /^\d{1,2}[:.h]\d{2}(?:\s?[ap]\.?m\.?)?(?:\s[A-Z]{2,4})?(?:\s*(?:by\s)?\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){0,3})?$/u;
const BYLINE_AND_TOOLS =
  /^by \p{Lu}.*\b(?:published|posted|updated|e-?mail this|print this|larger type)\b/isu;
const MAX_TOOLS_WORDS = 32;

/** Patterns that no sentence of an article has, wherever they stand. */
const ANYWHERE = [RULE_LINE, CLOCK_LINE, REPORTERS, REPORTED_FROM, REVIEWER];

/** Drops lines that only say who wrote it and when, and the ornaments between sections. */
export const dropBylineLines: BlockStep = {
  step: 'byline',
  why: 'says only who wrote or edited it, or when',
  maxShare: 0.2,
  select: (blocks, frame) => {
    const names = new Set(
      [...frame.byline, frame.publisher ?? ''].map(wordsOnly).filter((name) => name !== ''),
    );
    return indexesWhere(blocks, (block, index) => {
      if (ANYWHERE.some((pattern) => pattern.test(block.text))) return true;
      const isAtEdge = index < EDGE_BLOCKS || index >= blocks.length - EDGE_BLOCKS;
      return isAtEdge && isBylineOrDate(block, names, frame);
    });
  },
};

function isBylineOrDate(block: TextBlock, names: ReadonlySet<string>, frame: ArticleFrame): boolean {
  const isLine = block.words <= MAX_TOOLS_WORDS && !endsSentence(block.text);
  if (isLine && BYLINE_AND_TOOLS.test(block.text)) return true;
  if (block.words > MAX_LINE_WORDS) return false;
  const words = plainWordsOf(block);
  if (names.has(words.replace(/^by /, '')) || words === wordsOnly(frame.title)) return true;
  if (isProse(block)) return false;
  if (BYLINE_OPENING.test(block.text) || DATE_OPENING.test(block.text)) return true;
  return block.words <= 10 && parsePageDate(block.text) !== undefined && block.kind !== 'heading';
}
