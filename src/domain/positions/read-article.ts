import type { Quote } from '../quotes/quote.ts';
import { SPEECH_VERBS } from '../text/reporting-words.ts';
import type { Sentence } from '../text/sentences.ts';
import type { Topic, TopicObject } from '../topics/topic.ts';
import type { Actor, ActorMention } from './actors/actor-mention.ts';
import { Discourse } from './actors/coreference.ts';
import { Dialogue } from './actors/dialogue.ts';
import { findActors } from './actors/find-actors.ts';
import { findBackground } from './dates/background.ts';
import { type SentenceView, viewSentence } from './sentence-view.ts';

/** A sentence of an article with those who are mentioned in it, and whose words it gives. */
export interface ReadSentence {
  readonly view: SentenceView;
  readonly mentions: readonly ActorMention[];
  readonly speaker?: ActorMention | undefined;
  /** Who acted in the sentence before, for one without anybody. */
  readonly previousActor?: ActorMention | undefined;
  /** Named objects of the sentences just before. */
  readonly namedBefore: readonly TopicObject[];
  /** Whether it recalls older news. */
  readonly isBackground: boolean;
  /** True when the sentence itself names its speaker. */
  readonly hasOwnSpeaker: boolean;
  /** Whether it is asked, in a dialogue. */
  readonly isQuestion: boolean;
  /** Token of the verb by which its speaker says it. */
  readonly speechAt?: number | undefined;
}

/** A class of objects ("the jets") points back over at most so many sentences. */
const NAMED_REACH = 4;

/**
 * Reads an article's sentences in order, so that pronouns, offices and continued quotations find whom they mean.
 *
 * @param date - the article's day, `YYYY-MM-DD`
 */
export function readArticle(
  date: string | undefined,
  title: SentenceView,
  sentences: readonly Sentence[],
  quotes: readonly Quote[],
  topic: Topic,
): ReadSentence[] {
  const discourse = new Discourse(topic, date);
  // the title introduces people as the body does
  const headline = discourse.resolve(title, findActors(title, topic, date)).mentions;
  const dialogue = new Dialogue(sentences, headline, topic, date);
  const background = findBackground(sentences);
  const read: ReadSentence[] = [];
  for (const [index, sentence] of sentences.entries()) {
    const openQuote = quoteOpenAt(sentence, quotes);
    const view = viewSentence(sentence, index, topic, openQuote !== undefined);
    const { mentions, speech } = discourse.resolve(view, findActors(view, topic, date));
    const told = tellerOfBefore(view, mentions);
    const isOpening = read.at(-1)?.view.sentence.paragraph !== sentence.paragraph;
    if (told) attributeBack(read, told, isOpening);
    if (speech) attributeQuote(read, speech.speaker, openQuote);
    const turn = dialogue.turnAt(view, mentions, isOpening);
    const own = speech?.speaker ?? told ?? turn?.speaker;
    const speaker = own ?? (turn ? undefined : continuedSpeaker(view, quotes, topic, read.at(-1)));
    read.push({
      view,
      mentions: mentions.map((mention) => ownWords(mention, speaker)),
      speaker,
      previousActor: read.at(-1)?.mentions.find(({ usage }) => usage === 'free'),
      namedBefore: namedIn(read.slice(-NAMED_REACH)),
      isBackground: background[index] ?? false,
      hasOwnSpeaker: own !== undefined,
      isQuestion: turn?.isQuestion ?? false,
      speechAt: speech?.verbAt,
    });
  }
  return read;
}

/** "He said this at a briefing", "This was announced by the minister": whose words the sentence before gives. */
function tellerOfBefore(view: SentenceView, mentions: readonly ActorMention[]): ActorMention | undefined {
  const words = view.tokens.slice(0, 16).map(({ word }) => word);
  if (words[0] === 'this' && /^(?:was|is|has)$/.test(words[1] ?? '')) {
    const document = words.findIndex((word) => DOCUMENT.test(word));
    const isOfDocument = ({ from }: ActorMention) => document > 0 && from > document && from - document <= 4;
    return mentions.find(({ usage }) => usage === 'agent') ?? mentions.find(isOfDocument);
  }
  const at = words.findIndex((word, index) => word === 'this' && SPEECH_VERBS.has(words[index - 1] ?? ''));
  return at < 0 ? undefined : mentions.find(({ to, usage }) => to <= at && usage === 'free');
}

/** "This is stated in a resolution of the parliament". */
const DOCUMENT =
  /^(?:resolution|statement|letter|declaration|document|communique|communiqué|address|speech)$/;

/** Gives the sentence before, or the whole paragraph above, where it names nobody as its speaker, the one named after it. */
function attributeBack(read: ReadSentence[], speaker: ActorMention, isNewParagraph: boolean): void {
  const paragraph = read.at(-1)?.view.sentence.paragraph;
  for (let at = read.length - 1; at >= 0; at -= 1) {
    const previous = read[at];
    const isToldOf = at === read.length - 1 || isNewParagraph;
    if (previous === undefined || previous.view.sentence.paragraph !== paragraph) return;
    if (previous.hasOwnSpeaker || !isToldOf) return;
    read[at] = spokenBy(previous, speaker);
  }
}

/** "First sentence. Second one," the Swedish minister said: the words before are the minister's as well. */
function attributeQuote(read: ReadSentence[], speaker: ActorMention, quote: Quote | undefined): void {
  if (quote === undefined) return;
  for (let at = read.length - 1; at >= 0; at -= 1) {
    const previous = read[at];
    if (previous === undefined || previous.hasOwnSpeaker || previous.view.sentence.end <= quote.start) return;
    read[at] = spokenBy(previous, speaker);
  }
}

function spokenBy(sentence: ReadSentence, speaker: ActorMention): ReadSentence {
  return {
    ...sentence,
    speaker,
    hasOwnSpeaker: true,
    mentions: sentence.mentions.map((mention) => ownWords(mention, speaker)),
  };
}

function namedIn(sentences: readonly ReadSentence[]): TopicObject[] {
  return sentences.flatMap(({ view }) =>
    view.objects.flatMap(({ object }) => (object.isNamed ? [object] : [])),
  );
}

/** The quotation in which a sentence begins. */
function quoteOpenAt(sentence: Sentence, quotes: readonly Quote[]): Quote | undefined {
  return quotes.find(
    ({ form, start, end }) => form !== 'indirect' && start < sentence.start && sentence.start < end,
  );
}

/** "We" and "our" are the speaker's. */
function ownWords(mention: ActorMention, speaker: ActorMention | undefined): ActorMention {
  return mention.actor.name === 'we' && speaker ? { ...mention, actor: speaker.actor } : mention;
}

/** Whose words a sentence without a speaker of its own gives: those of the quotation it lies in. */
function continuedSpeaker(
  view: SentenceView,
  quotes: readonly Quote[],
  topic: Topic,
  previous: ReadSentence | undefined,
): ActorMention | undefined {
  const { start, end } = view.sentence;
  const around = quotes.find(
    (quote) => quote.start < end && start < quote.end && quote.speaker !== 'unknown',
  );
  if (around) {
    const known = topic.personByName.get(around.speaker);
    if (known && previous?.speaker?.actor.name === known.name) return previous.speaker;
    const actor = known ? personNamed(known.name, known.country) : undefined;
    if (actor) return { from: 0, to: 0, usage: 'free', actor };
  }
  const isQuotedThroughout = view.isQuoted.filter(Boolean).length * 2 > view.tokens.length;
  const isSameParagraph = previous?.view.sentence.paragraph === view.sentence.paragraph;
  return isQuotedThroughout || isSameParagraph ? previous?.speaker : undefined;
}

function personNamed(name: string, country: string): Actor {
  return { name, type: 'person', country, decides: true, isPronoun: false };
}
