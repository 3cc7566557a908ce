import type { ClueSink } from '../../clues/clue-sink.ts';
import type { ReadSentence } from '../read-article.ts';

export const NEGATIONS: ReadonlySet<string> = new Set([
  'not',
  'no',
  'never',
  "n't",
  'without',
  'nor',
  'neither',
  'nobody',
  'none',
  'cannot',
]);
const CONTRASTS: ReadonlySet<string> = new Set(['but', 'while', 'whereas', 'although', 'though', 'however']);

/**
 * Puts who and what comes behind what in a sentence, as clues of two and of three: "SELF refuse", "RECIPIENT use OBJECT".
 *
 * @param opening - what stands before the first
 * @param nameOf - what an actor of a country is called
 */
export function putOutline<Place>(
  sink: ClueSink<Place>,
  read: ReadSentence,
  opening: string,
  nameOf: (country: string | undefined) => string,
): void {
  const outline = sink.to(sink.start, 'outline');
  let two: Place | undefined;
  let one = sink.to(outline, opening);
  const add = (mark: string) => {
    const pair = sink.to(one, mark);
    sink.put(pair);
    if (two !== undefined) sink.put(sink.to(two, mark));
    two = pair;
    one = sink.to(outline, mark);
  };
  const marks = marksIn(read, nameOf);
  for (const [at, { word }] of read.view.tokens.entries()) {
    const mark = marks[at] ?? markOf(word);
    if (mark !== undefined) add(mark);
  }
  add('END');
}

/** What begins at each token; of what begins at one, an object before a cue, a cue before an actor. */
function marksIn(
  { view, mentions }: ReadSentence,
  nameOf: (country: string | undefined) => string,
): readonly (string | undefined)[] {
  const marks = view.tokens.map((): string | undefined => undefined);
  for (const { from } of view.geos) marks[from] = 'PLACE';
  for (const { from, actor } of mentions) marks[from] = nameOf(actor.country);
  // those of these kinds stand with many others and tell little by their place
  for (const { from, kind } of view.cues) if (kind !== 'anonymous' && kind !== 'limit') marks[from] = kind;
  for (const { from } of view.objects) marks[from] = 'OBJECT';
  return marks;
}

function markOf(word: string): string | undefined {
  if (NEGATIONS.has(word)) return 'not';
  return CONTRASTS.has(word) ? 'but' : undefined;
}
