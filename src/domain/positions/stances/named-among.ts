import type { Topic } from '../../topics/topic.ts';
import { stateActor } from '../actors/state-actor.ts';
import type { Candidate } from '../candidate.ts';
import type { ReadSentence } from '../read-article.ts';
import { takenOver } from '../taken-over.ts';

/** "Among them are France and Latvia", "Latvia and Finland are among them", "these include France". */
const NAMED =
  /^(?:among (?:them|these|those)(?: are| is|,)|(?:these|they|those)(?: countries| states| nations)? (?:include|are)|the list includes)\b|\b(?:are|is|were) (?:also )?among (?:them|these|those)\b/i;
/** Who is named is named in passing: such a sentence is a list and little else. */
const MAX_TOKENS = 45;

/**
 * Positions of the states that a sentence names one by one after another has told what a group of them does: "Eleven
 * countries have allowed it. Among them are France, Latvia and Finland."
 */
export function namedAmong(
  sentences: readonly ReadSentence[],
  candidates: readonly Candidate[],
  topic: Topic,
): Candidate[] {
  return sentences.flatMap((read, at) => {
    const before = sentences[at - 1];
    const { sentence, tokens } = read.view;
    const group = candidates.find(
      ({ actor, statement }) => statement.read === before && actor.type === 'group',
    );
    if (group === undefined || tokens.length > MAX_TOKENS || !NAMED.test(sentence.text)) return [];
    return statesNamed(read, topic).map((country) => ofState(group, country, read, topic));
  });
}

function statesNamed({ mentions }: ReadSentence, topic: Topic): string[] {
  const codes = mentions.flatMap(({ actor, usage }) =>
    usage !== 'possessive' && actor.type === 'government' && actor.country?.length === 2
      ? [actor.country]
      : [],
  );
  return [...new Set(codes)].filter((code) => code !== topic.recipient && code !== topic.adversary);
}

/** What the group does, told of one of its members by the sentence that names it. */
function ofState(group: Candidate, country: string, read: ReadSentence, topic: Topic): Candidate {
  return {
    ...group,
    actor: stateActor(country, topic),
    statement: takenOver(group.statement, read, { from: 0, to: 0 }),
  };
}
