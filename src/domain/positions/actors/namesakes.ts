import { foldWord } from '../../text/fold.ts';
import { PREPOSITIONS } from '../../text/reporting-words.ts';
import { isCapitalised, type Token } from '../../text/tokens.ts';
import { isWithin, type SentenceView, type TokenRange } from '../sentence-view.ts';
import type { Actor, ActorMention } from './actor-mention.ts';
import { usageOf } from './actor-usage.ts';

/** Whom a surname means in an article: the one named in full last, however well known another of that surname is. */
export class Namesakes {
  /** By surname. */
  readonly #named = new Map<string, Actor>();

  /** The mention with the person who is meant; one in full is remembered. */
  meant(tokens: readonly Token[], mention: ActorMention): ActorMention {
    const { actor, from, to } = mention;
    if (actor.type !== 'person' || actor.isPronoun) return mention;
    const [first, ...others] = actor.name.split(' ').map(foldWord);
    const surname = others.at(-1);
    if (first === undefined || surname === undefined) return mention;
    const printed = tokens.slice(from, to).map(({ word }) => word);
    if (printed.includes(first)) {
      this.#named.set(surname, actor);
      return mention;
    }
    const namesake = printed.includes(surname) ? this.#named.get(surname) : undefined;
    return namesake && namesake.name !== actor.name ? { ...mention, actor: namesake } : mention;
  }

  /** "Doe added": those named in full before whom a sentence names by a surname that nobody is known by. */
  bySurname(view: SentenceView, mentions: readonly TokenRange[]): ActorMention[] {
    const found: ActorMention[] = [];
    for (const [at, { word }] of view.tokens.entries()) {
      const actor = this.#named.get(word);
      if (actor === undefined || !isSurnameAt(view.tokens, at) || isWithin(at, mentions)) continue;
      found.push({ from: at, to: at + 1, usage: usageOf(view, at, at + 1, []), actor });
    }
    return found;
  }
}

/** Not "Jill Doe", "Doe University" or "in May". */
function isSurnameAt(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  const isOther = isCapitalised(before) && !BEFORE_SURNAME.test(before?.word ?? '');
  return (
    isCapitalised(token) &&
    !MONTH.test(token?.word ?? '') &&
    (!isOther || PREPOSITIONS.has(before?.word ?? '')) &&
    !isCapitalised(tokens[at + 1]) &&
    tokens[at + 1]?.text !== '-'
  );
}

const BEFORE_SURNAME =
  /^(?:mr|mrs|ms|miss|dr|sir|dame|lord|lady|baroness|professor|prof|general|minister|secretary|president|senator|but|and|when|while|although|though|if|as|because|since|then|yet|asked|according)$/;
const MONTH = /^(?:march|april|may|june|august)$/;
