import { daysBetween } from '../../time/calendar-day.ts';
import type { Actor } from '../actors/actor-mention.ts';
import type { Candidate } from '../candidate.ts';
import { isContrast } from '../clauses.ts';
import type { Statement } from '../find-statements.ts';
import type { DateBasis } from '../position.ts';
import type { ReadSentence } from '../read-article.ts';
import { isAttitudeNoun } from '../stances/attitude-noun.ts';
import { isSameSide, speechOf, type Voice } from '../voice.ts';
import { type DateMention, findDateMentions, type StatementDate } from './date-mentions.ts';
import { isOngoing, isSaidBefore } from './older-news.ts';
import { chooseDate, OPEN_DATE } from './statement-date.ts';

/** A date with the place it was taken from. */
export interface BasedDate extends StatementDate {
  readonly basis?: DateBasis | undefined;
}

/** News in these first sentences, which give no date, is of the article's own day. */
const LEAD_SENTENCES = 3;
/** A date is carried on to later statements of its speaker only while it is news, */
const CARRIED_DAYS = 7;
/** to those of a state that acts in its sentence for fewer days, */
const CARRIED_DAYS_OF_STATE = 3;
/** and to those of others from the lead only, where it is that of the day before. */
const CARRIED_DAYS_OF_LEAD = 1;
/** What a lead tells without a date is often dated in one of so many sentences behind it. */
const TOLD_AGAIN_WITHIN = 5;
/** "KYIV, May 3 (Harbour Wire) -": the day of the article and of nothing in it. */
const DATELINE =
  /^\p{Lu}[\p{Lu} .'’-]+,? [^()/]{0,24}(?:\([^()]{2,40}\)|\/[^/]{2,30}\/)\s*[-–—.:]?|^\p{Lu}[\p{Lu} .'’-]{2,}, \p{Lu}\p{L}+\.? \d{1,2}\.?(?=$|\s*[-–—])/u;

interface DatedSentence {
  readonly read: ReadSentence;
  readonly mentions: readonly DateMention[];
  /** The date of what the sentence mainly tells. */
  readonly main: StatementDate;
}

/**
 * The dates of an article's statements: by their sentence's own words; else by the day on which their speaker, or the
 * sentences before, were; else, for news in the lead, by the article. What recalls older news stays open.
 */
export class StatementDates {
  readonly #read: readonly ReadSentence[];
  readonly #today: string | undefined;
  /** The sentences as far as they were asked about: what follows the last position need not be dated. */
  readonly #dated: DatedSentence[] = [];
  /** The day last told of in them. */
  #told: string | undefined;

  /** @param today - the article's day, `YYYY-MM-DD` */
  constructor(sentences: readonly ReadSentence[], today: string | undefined) {
    this.#read = sentences;
    this.#today = today;
  }

  /** The sentences from one to before another, dated in the order of the text. */
  #between(from: number, to: number): readonly DatedSentence[] {
    for (const read of this.#read.slice(this.#dated.length, to)) this.#date(read);
    return this.#dated.slice(from, to);
  }

  #date(read: ReadSentence): void {
    const { text } = read.view.sentence;
    const mentions = findDateMentions(withoutDateline(text), { today: this.#today, told: this.#told });
    const main = chooseDate(text, mentions, offsetOf(read, read.speechAt));
    if (this.#isRecent(main)) this.#told = main.date ?? this.#told;
    this.#dated.push({ read, mentions, main });
  }

  /** When the statement of a candidate was made, by whom its words are. */
  of({ statement, actor }: Pick<Candidate, 'statement' | 'actor'>, voice: Voice): BasedDate {
    const index = this.#read.indexOf(statement.read);
    const [sentence] = index < 0 ? [] : this.#between(index, index + 1);
    if (sentence === undefined) return OPEN_DATE;
    const own = ownDate(sentence, statement, actor);
    if (own.date) return { ...own, basis: 'stated' };
    const teller =
      voice.speaker ?? (statement.read.hasOwnSpeaker ? statement.read.speaker?.actor : undefined);
    const isOfAnother =
      teller?.country !== undefined && teller.country !== actor.country && actor.type !== 'group';
    return isOfAnother || isOlder(statement)
      ? OPEN_DATE
      : this.#inherited(index, teller?.name, actor.country);
  }

  #inherited(index: number, speaker: string | undefined, country: string | undefined): BasedDate {
    const read = this.#read[index];
    const isLead = index < LEAD_SENTENCES;
    if (read === undefined || read.isBackground) return OPEN_DATE;
    const carried = this.#carried(index, speaker, country);
    if (speaker !== undefined && carried) return { ...carried, basis: 'carried' };
    const isNews =
      (isLead && (speaker !== undefined || carried === undefined)) || this.#speaksInLead(speaker);
    return isNews && this.#today ? { date: this.#today, precision: 'day', basis: 'article' } : OPEN_DATE;
  }

  /** Whoever the article opens with goes on speaking of the same day. */
  #speaksInLead(speaker: string | undefined): boolean {
    return (
      speaker !== undefined &&
      this.#read.slice(0, LEAD_SENTENCES).some(({ speaker: other }) => other?.actor.name === speaker)
    );
  }

  /** The day of what the same speaker said, before or for a lead behind; else the day last told of, while it is new. */
  #carried(
    index: number,
    speaker: string | undefined,
    country: string | undefined,
  ): StatementDate | undefined {
    const before = this.#between(0, index).filter(({ main }) => this.#isRecent(main));
    const isSpeakers = ({ read }: DatedSentence) => read.speaker?.actor.name === speaker;
    const own = speaker === undefined ? undefined : before.findLast(isSpeakers);
    const spoken = own ?? this.#toldAgain(index, speaker);
    const last = before.at(-1);
    const told = last !== undefined && this.#isStillNew(last, country) ? last : undefined;
    return (spoken ?? told)?.main;
  }

  /** Whether the day of a sentence is also that of what one who does not speak in it does further down. */
  #isStillNew({ read, main }: DatedSentence, country: string | undefined): boolean {
    const { mentions, view } = read;
    const acts = country !== undefined && mentions.some(({ actor }) => actor.country === country);
    if (acts) return this.#isRecent(main, CARRIED_DAYS_OF_STATE);
    return this.#isRecent(main, view.index < LEAD_SENTENCES ? CARRIED_DAYS_OF_LEAD : 0);
  }

  #toldAgain(index: number, speaker: string | undefined): DatedSentence | undefined {
    if (speaker === undefined) return undefined;
    const paragraph = this.#read[index]?.view.sentence.paragraph;
    return this.#between(index + 1, index + 1 + TOLD_AGAIN_WITHIN).find(
      ({ read, main }) =>
        read.speaker?.actor.name === speaker &&
        (main.precision === 'day' && read.view.sentence.paragraph === paragraph
          ? true
          : index < LEAD_SENTENCES && this.#isRecent(main)),
    );
  }

  #isRecent({ date, precision }: StatementDate, days = CARRIED_DAYS): boolean {
    if (date === null || precision !== 'day') return false;
    return this.#today === undefined || Math.abs(daysBetween(date, this.#today)) <= days;
  }
}

/** What is told of the actor's own words has the date at the verb of saying; an act, the date next to its word. */
function ownDate({ mentions }: DatedSentence, statement: Statement, actor: Actor): StatementDate {
  const { read, clause, norm, attitude } = statement;
  const { view } = read;
  const { speaker, verbAt: speechAt } = speechOf(statement);
  const { text } = view.sentence;
  const isAfterContrast = isContrast(view.tokens[clause.to]?.word ?? '');
  const end = isAfterContrast ? offsetOf(read, clause.to) : undefined;
  const inReach = mentions.filter(({ start }) => end === undefined || start < end);
  const isOwnWords = speechAt !== undefined && speaker !== undefined && isSameSide(speaker.actor, actor);
  if (!isOwnWords) return chooseDate(text, inReach, offsetOf(read, (attitude ?? norm).from));
  const verbAt = offsetOf(read, speechAt) ?? 0;
  const that = text.indexOf(' that ', verbAt);
  return chooseDate(
    text,
    inReach.filter(({ start }) => start < verbAt || that < 0 || start < that),
    verbAt,
  );
}

/** "Had called for it", "…, who opposed it", "the remarks followed Berg's call": of no day that the article tells of. */
function isOlder(statement: Statement): boolean {
  const { view } = statement.read;
  const { attitude, clause } = statement;
  const opening = view.tokens[clause.from]?.word ?? '';
  if (/^(?:where|which|who|whose)$/.test(opening) || isOngoing(statement)) return true;
  return isSaidBefore(statement) || (attitude !== undefined && isAttitudeNoun(view, attitude));
}

/** The sentence with its dateline blanked, so that offsets stay. */
function withoutDateline(sentence: string): string {
  return sentence.replace(DATELINE, (line) => ' '.repeat(line.length));
}

function offsetOf({ view }: ReadSentence, token: number | undefined): number | undefined {
  const start = token === undefined ? undefined : view.tokens[token]?.start;
  return start === undefined ? undefined : start - view.sentence.start;
}
