import { phraseEndingAt } from './noun-phrases.ts';
import { core, joined, singular, singularText, withoutArticle, withoutCount } from './phrase-words.ts';
import type { SpokenSentence, Token } from './speech-tokens.ts';
import { ROLE_NOUNS } from './speech-words.ts';

/** Several who are told of together, such as "Downing Street sources". */
interface Group {
  readonly text: string;
  readonly words: readonly Token[];
}

/** How many sentences back "they" and "one of them" may point. */
const REACH = 3;

/** The nearest plural of a role noun before token `at` of a sentence, with its qualifying words. */
export function groupBefore(
  sentences: readonly SpokenSentence[],
  sentence: number,
  at: number,
): Group | undefined {
  for (let back = sentence; back >= 0 && back >= sentence - REACH; back -= 1) {
    const tokens = sentences[back]?.tokens ?? [];
    for (let last = (back === sentence ? at : tokens.length) - 1; last >= 0; last -= 1) {
      const word = tokens[last]?.lower ?? '';
      if (singular(word) === word || !ROLE_NOUNS.has(singular(word))) continue;
      const phrase = phraseEndingAt(tokens, last);
      const whole = tokens.slice(phrase?.first ?? last, last + 1);
      const isTold = whole[0]?.lower === 'according';
      const words = withoutArticle(core(withoutCount(isTold ? whole.slice(2) : whole)));
      return { text: joined(words), words };
    }
  }
  return undefined;
}

/** One of the nearest group: "Downing Street source". */
export function memberBefore(
  sentences: readonly SpokenSentence[],
  sentence: number,
  at: number,
): string | undefined {
  return groupBefore(sentences, sentence, at)?.words.map(singularText).join(' ');
}

/** Whom "one of the officials" means, whose words are given: an official; "one of them" is of the nearest group. */
export function memberNamed(
  sentences: readonly SpokenSentence[],
  words: readonly Token[],
  sentence: number,
  at: number,
): string | undefined {
  const group = words.slice(2);
  if (/^(?:them|us|(?:the )?(?:pair|trio|two|three))$/.test(group.map(({ lower }) => lower).join(' '))) {
    return memberBefore(sentences, sentence, at);
  }
  return withoutArticle(group).map(singularText).join(' ') || undefined;
}
