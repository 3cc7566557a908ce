import type { ReadSentence } from '../read-article.ts';

const NEGATION = /^(?:not|no|never|n't|without|nor|neither|nobody)$/;
const CONTRAST = /^(?:but|while|whereas|although|though|however)$/;
/** Kinds of cues that stand with many others and tell little by their place. */
const BESIDE = /^(?:anonymous|limit)$/;

/**
 * Who and what comes behind what in a sentence, as clues of two and of three: "SELF refuse", "RECIPIENT use OBJECT".
 *
 * @param opening - what stands before the first
 * @param nameOf - what an actor of these countries is called
 */
export function outlineOf(
  { view, mentions }: ReadSentence,
  opening: string,
  nameOf: (country: string | undefined) => string,
): string[] {
  const marks = new Map<number, string>([
    ...view.geos.map(({ from }) => [from, 'PLACE'] as const),
    ...mentions.map(({ from, actor }) => [from, nameOf(actor.country)] as const),
    ...view.cues.filter(({ kind }) => !BESIDE.test(kind)).map(({ from, kind }) => [from, kind] as const),
    ...view.objects.map(({ from }) => [from, 'OBJECT'] as const),
  ]);
  const between = view.tokens.flatMap(({ word }, at) => marks.get(at) ?? markOf(word));
  return inTwosAndThrees([opening, ...between, 'END']);
}

function markOf(word: string): string[] {
  if (NEGATION.test(word)) return ['not'];
  return CONTRAST.test(word) ? ['but'] : [];
}

function inTwosAndThrees(marks: readonly string[]): string[] {
  return marks.flatMap((mark, at) => {
    const [one, two] = [marks[at - 1], marks[at - 2]];
    if (one === undefined) return [];
    const pair = `outline ${one} ${mark}`;
    return two === undefined ? [pair] : [pair, `outline ${two} ${one} ${mark}`];
  });
}
