import type { Sentence } from '../../text/sentences.ts';
import type { Topic } from '../../topics/topic.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { ActorMention } from './actor-mention.ts';
import { personActor, personOfSurname } from './person-in-office.ts';

/** Whose turn it is in a dialogue. */
export interface Turn {
  /** Missing for one whom nobody knows. */
  readonly speaker?: ActorMention | undefined;
  /** What is asked states nothing. */
  readonly isQuestion: boolean;
}

const QUESTION = /^(?:q|question|reporter|journalist|moderator|interviewer|host)(?: \([^()]{1,60}\))?:/i;
const ANSWER = /^(?:a|answer):/i;
/** "MR MILLER:", "John Healey:", "James Cartlidge (South Suffolk) (Con):". */
const NAMED = /^\p{Lu}[\p{L}.'’ -]{1,70}(?:\([^()]{1,60}\) ?){0,3}:/u;
/** So many paragraphs with a label make a dialogue. */
const LEAST_LABELLED = 4;

/**
 * Tells who speaks in an interview, a briefing or a debate, by the labels in front of its paragraphs. One turn goes on
 * to the next label.
 */
export class Dialogue {
  readonly #topic: Topic;
  readonly #date: string | undefined;
  readonly #isDialogue: boolean;
  #turn: Turn | undefined;
  /** Whom "A:" stands for: the first person of the headline, or of what introduces the interview. */
  #interviewed: ActorMention | undefined;

  /**
   * @param headline - who is mentioned in it
   * @param date - `YYYY-MM-DD`, for who was in office
   */
  constructor(
    sentences: readonly Sentence[],
    headline: readonly ActorMention[],
    topic: Topic,
    date: string | undefined,
  ) {
    this.#topic = topic;
    this.#date = date;
    const openings = sentences.filter(({ paragraph }, at) => sentences[at - 1]?.paragraph !== paragraph);
    const labels = openings.flatMap(({ text }) => labelOf(text) ?? []);
    const isAsked = labels.some((label) => QUESTION.test(label));
    this.#isDialogue = labels.length >= LEAST_LABELLED && (isAsked || isDebate(labels));
    this.#interviewed = headline.find(isPerson);
  }

  /** @returns nothing outside a dialogue, and before its first turn */
  turnAt(view: SentenceView, mentions: readonly ActorMention[], isOpening: boolean): Turn | undefined {
    if (!this.#isDialogue) return undefined;
    const label = isOpening ? labelOf(view.sentence.text) : undefined;
    if (label === undefined) {
      if (this.#turn === undefined) this.#interviewed ??= mentions.find(isPerson);
      return this.#turn;
    }
    if (QUESTION.test(label)) this.#turn = { isQuestion: true };
    else if (ANSWER.test(label)) this.#turn = { speaker: this.#interviewed, isQuestion: false };
    else this.#turn = { speaker: this.#named(view, mentions, label), isQuestion: false };
    return this.#turn;
  }

  #named(
    { tokens, sentence }: SentenceView,
    mentions: readonly ActorMention[],
    label: string,
  ): ActorMention | undefined {
    const end = sentence.start + label.length;
    const named = mentions.find((mention) => isPerson(mention) && (tokens[mention.to - 1]?.end ?? end) < end);
    if (named !== undefined) return named;
    const surname = /\p{L}+(?=:$)/u.exec(label)?.[0];
    const person = surname && personOfSurname(this.#topic, surname, this.#date);
    return person
      ? { from: 0, to: 0, usage: 'free', actor: personActor(person, undefined, this.#date) }
      : undefined;
  }
}

function labelOf(text: string): string | undefined {
  return (QUESTION.exec(text) ?? ANSWER.exec(text) ?? NAMED.exec(text))?.[0];
}

/** In a debate somebody speaks again and again; "Details:" and "Quote:" of a report seldom come more than twice. */
function isDebate(labels: readonly string[]): boolean {
  return [...Map.groupBy(labels, (label) => label).values()].some(({ length }) => length >= 3);
}

function isPerson({ actor }: ActorMention): boolean {
  return actor.type === 'person' && !actor.isPronoun && actor.country !== undefined;
}
