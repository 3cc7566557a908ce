import { BE_WORDS } from '../../text/reporting-words.ts';
import type { ActorMention } from '../actors/actor-mention.ts';
import type { SentenceView, TokenRange } from '../sentence-view.ts';

/** What is known around a clause when its actor is looked for. */
export interface ClauseContext {
  readonly view: SentenceView;
  readonly clause: TokenRange;
  readonly mentions: readonly ActorMention[];
  /** Whose words the sentence gives, when it says so or the paragraph does. */
  readonly speaker?: ActorMention | undefined;
  /** Who acted in the clause before, for clauses without a subject of their own. */
  readonly previousSubject?: ActorMention | undefined;
}

/** Which of the actors may hold what is looked for. */
export type ActorFilter = (mention: ActorMention) => boolean;

/** "The calls were backed by Paris": the one before the verb has not done it. */
export function isPassive({ tokens }: SentenceView, { from }: TokenRange): boolean {
  const isBe = (at: number) => BE_WORDS.has(tokens[at]?.word ?? '');
  return isBe(from) || (isBe(from - 1) && !tokens[from]?.word.endsWith('ing'));
}
