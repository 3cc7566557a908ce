import { stemOf } from '../../clues/word-stem.ts';
import type { ReadSentence } from '../read-article.ts';
import type { TokenRange } from '../sentence-view.ts';

/** A stem, the kind of what a table knows, or the countries of somebody who is mentioned there. */
export type SentenceWord = string | readonly (string | undefined)[];

/**
 * The words of a sentence in lower case and without their endings. Names, numbers and what the topic's tables know
 * stand for their kinds, so that no country and no weapon is learnt.
 */
export function sentenceWords({ view, mentions }: ReadSentence): SentenceWord[] {
  const covers =
    (at: number) =>
    ({ from, to }: TokenRange) =>
      from <= at && at < to;
  return view.tokens.flatMap(({ word, text }, at): SentenceWord[] => {
    const actors = mentions.filter(covers(at)).map(({ actor }) => actor.country);
    if (actors.length > 0) return [actors];
    if (view.objects.some(covers(at))) return ['OBJECT'];
    if (view.geos.some(covers(at)) && !/^(?:at|deep|in|inside|on)$/.test(word)) return ['PLACE'];
    if (/\d/.test(text)) return ['NUMBER'];
    if (at > 0 && /^\p{Lu}/u.test(text)) return ['NAME'];
    return /^\p{P}+$/u.test(text) ? [] : [stemOf(word)];
  });
}
