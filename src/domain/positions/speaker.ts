import { SPEECH_VERBS } from '../text/reporting-words.ts';
import type { ActorMention } from './actor-mention.ts';
import type { SentenceView } from './sentence-view.ts';

/** Who is reported to have said what a sentence says. */
export interface Speech {
  readonly speaker: ActorMention;
  /** Token of the reporting verb. */
  readonly verbAt: number;
}

/** At most so many tokens stand between a speaker and the verb: "Biden, who met allies in Rome, said". */
const REACH = 16;

/** Finds the speaker of a sentence: "X said", "said X", "according to X". The verb nearest to an actor wins. */
export function findSpeech(view: SentenceView, mentions: readonly ActorMention[]): Speech | undefined {
  const actors = mentions.filter(
    ({ usage, actor }) => usage === 'free' || actor.type === 'anonymous official',
  );
  return accordingTo(view, mentions) ?? subjectOfVerb(view, actors) ?? invertedSubject(view, actors);
}

function accordingTo(view: SentenceView, mentions: readonly ActorMention[]): Speech | undefined {
  const at = view.tokens.findIndex(
    ({ word }, index) => word === 'according' && view.tokens[index + 1]?.word === 'to',
  );
  if (at < 0) return undefined;
  const speaker = mentions.find(({ from }) => from >= at + 2 && from <= at + 8);
  return speaker ? { speaker, verbAt: at } : undefined;
}

function isSpeechVerb(view: SentenceView, at: number): boolean {
  const word = view.tokens[at]?.word ?? '';
  return SPEECH_VERBS.has(word) && !view.isQuoted[at];
}

function subjectOfVerb(view: SentenceView, actors: readonly ActorMention[]): Speech | undefined {
  for (let at = 0; at < view.tokens.length; at += 1) {
    if (!isSpeechVerb(view, at)) continue;
    const speaker = actors.findLast(
      ({ from, to, usage }) => usage !== 'possessive' && to <= at && at - from <= REACH + (to - from),
    );
    if (speaker && !view.isQuoted[speaker.from]) return { speaker, verbAt: at };
  }
  return undefined;
}

/** "…, warned the minister". */
function invertedSubject(view: SentenceView, actors: readonly ActorMention[]): Speech | undefined {
  for (let at = 0; at < view.tokens.length; at += 1) {
    if (!isSpeechVerb(view, at)) continue;
    const speaker = actors.find(({ from }) => from > at && from - at <= 4);
    if (speaker) return { speaker, verbAt: at };
  }
  return undefined;
}
