import { foldWord } from '../../text/fold.ts';
import type { Token } from '../../text/tokens.ts';
import type { Actor, ActorMention } from './actor-mention.ts';

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
}
