import { type BlockStep, indexesWhere } from './block-step.ts';
import { normalTextOf, wordsOnly } from './sentence-shape.ts';
import type { TextBlock } from './text-blocks.ts';

/** Notes on the author stand at the very end, and some templates print them in front. */
const LAST_BLOCKS = 5;
const FIRST_BLOCKS = 2;
const MAX_NOTE_WORDS = 70;
/** Beginning with the author's name, a note may be longer. */
const MAX_NAMED_NOTE_WORDS = 110;

const PRESENT =
  /^(?: also| currently)? (?:is|are|covers?|writes?|reports?|works?|teaches|lives|joined|can be|has (?:been|worked|written|covered|reported)|served|ist|schreibt|berichtet|arbeitet|est|écrit|es)\b/;
const REACHED =
  /\b(?:contact|reach(?:ed)?|e-?mail|write to|follow|tweets?|send (?:tips|feedback))\b[^.]{0,60}(?:@\w|\b\d{3}[-. ]\d{4}\b)|@\w+ (?:on|at) (?:twitter|x|bluesky|mastodon|threads)\b/;
const FOLLOW = /^follow [^.]{2,60} on (?:twitter|x|facebook|instagram|threads|bluesky|linkedin|mastodon)\b/;
const OPINION =
  /^(?:the )?(?:views?|opinions?)(?: and opinions)? (?:expressed|presented|stated)\b|\bdo(?:es)? not (?:necessarily )?(?:reflect|represent) (?:the )?(?:views?|opinions?|position|policy)\b/;

const NOTES = [REACHED, FOLLOW, OPINION];

/** Drops what is said of the author: who they are, where they can be reached, that the opinion is theirs. */
export const dropAuthorNotes: BlockStep = {
  step: 'author-note',
  why: 'says at the end or the top who wrote it, how to reach them or that the opinion is theirs',
  maxShare: 0.25,
  select: (blocks, { byline }) => {
    const names = [...byline, ...namesOfCards(blocks)].map(wordsOnly).filter((name) => name.includes(' '));
    return indexesWhere(blocks, (block, index) => {
      const isAtEnd = index >= Math.max(1, blocks.length - LAST_BLOCKS);
      if (block.words > MAX_NAMED_NOTE_WORDS || !(isAtEnd || index < FIRST_BLOCKS)) return false;
      const normal = normalTextOf(block);
      if (names.some((name) => isAbout(normal, name))) return true;
      return isAtEnd && block.words <= MAX_NOTE_WORDS && NOTES.some((pattern) => pattern.test(normal));
    });
  },
};

/** A line at the end that is a name, above a block that begins with it: an author's card. */
function namesOfCards(blocks: readonly TextBlock[]): string[] {
  const last = blocks.slice(-LAST_BLOCKS - 1);
  return last.flatMap(({ text }, at) => {
    const below = last[at + 1];
    return NAME_LINE.test(text) && below?.text.startsWith(`${text} `) ? [text] : [];
  });
}

const NAME_LINE = /^\p{Lu}[\p{L}'’.-]+(?: \p{Lu}[\p{L}'’.-]+){1,3}$/u;

/** "Jane Doe is a reporter …", and not "Jane Doe was told …", which may be news. */
function isAbout(text: string, name: string): boolean {
  const plain = text.replace(/[.,]/g, '');
  return plain.startsWith(name) && PRESENT.test(plain.slice(name.length));
}
