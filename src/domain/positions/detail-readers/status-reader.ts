import { type ClueGroup, type ClueModel, evenly } from '../../clues/clue-model.ts';
import { type ClueSink, putRow, putterOf } from '../../clues/clue-sink.ts';
import { putWordsAndPairs } from '../../clues/words-and-pairs.ts';
import { isSmallAsciiWord } from '../../text/ascii.ts';
import { isCapitalised, isPunctuation, type Token } from '../../text/tokens.ts';
import { daysBetween } from '../../time/calendar-day.ts';
import type { Actor } from '../actors/actor-mention.ts';
import type { Candidate } from '../candidate.ts';
import type { PositionStatus } from '../position.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { StatusByRules } from '../status-by-rules.ts';
import type { DetailContext } from './detail-context.ts';

/** Weights that say whether a position is news, or recalled as holding still, or as over. */
export type StatusReaderModel = ClueModel<PositionStatus>;

/** So much surer than of the status that the rules found must the reader be of another. */
const MARGIN = 0.1;

/** The status of a position: that of the rules, or one that the reader is clearly surer of. */
export function readStatus(
  candidate: Candidate,
  ruled: StatusByRules,
  context: DetailContext,
  reader: StatusReaderModel,
): PositionStatus {
  const probabilities = context.judgeOf(reader).probabilitiesOf(statusClues(candidate, ruled, context));
  const best = probabilities.indexOf(Math.max(...probabilities));
  const ofRules = probabilities[reader.verdicts.indexOf(ruled.status)] ?? 0;
  const isSurer = (probabilities[best] ?? 0) > ofRules + MARGIN;
  return (isSurer ? reader.verdicts[best] : undefined) ?? ruled.status;
}

/** What shows of the status: what the rules made of it, how and of when it is told, where in the article, and the words. */
export function statusClues(
  candidate: Candidate,
  ruled: StatusByRules,
  context: DetailContext,
): readonly ClueGroup[] {
  const { view } = candidate.statement.read;
  const place = String(PLACES.find((most) => view.index <= most) ?? 'far');
  const shown = evenly((sink) => {
    putTelling(sink, candidate, ruled, place);
    putPlace(sink, candidate, place, context);
  });
  return [shown, evenly((sink) => putWordsAndPairs(sink, timedWords(view)))];
}

/** Of the rules, of who does what, of whose words it is in, and of when. */
function putTelling<Place>(
  sink: ClueSink<Place>,
  { statement, actor, action, party, secondReader }: Candidate,
  { status, attribution, date, articleDate }: StatusByRules,
  place: string,
): void {
  const { view, speaker } = statement.read;
  const put = putterOf(sink);
  const age = ageOf(date.date, articleDate);
  const basis = String(date.basis);
  put('ruled', status, attribution, place);
  put('action', action, attribution);
  put('told', attribution, speakerFor(speaker?.actor, actor), place);
  put('age', age, basis, place);
  putRow(sink, 'precision', date.precision, basis);
  put('type', actor.type, attribution);
  putRow(sink, 'party', party, attribution);
  putRow(sink, 'party', party, action);
  put('second', String(secondReader !== undefined));
  put('begins', String(view.tokens[0]?.word));
  for (const { kind } of view.cues) put('cue', kind);
}

/** Of where in the article it stands, and of what stands before it. */
function putPlace<Place>(
  sink: ClueSink<Place>,
  { statement, actor }: Candidate,
  place: string,
  { sentences, title }: DetailContext,
): void {
  const { view, isBackground } = statement.read;
  const before = sentences[view.index - 1];
  const put = putterOf(sink);
  const isNamedBefore = sentences
    .slice(0, view.index)
    .some(({ mentions }) => mentions.some((mention) => mention.actor.country === actor.country));
  put('place', place);
  put('part', String(Math.floor((PARTS * view.index) / sentences.length)));
  put('background', String(isBackground));
  const isGoingOn = before?.view.sentence.paragraph === view.sentence.paragraph;
  putRow(sink, 'before', String(before?.isBackground), String(isGoingOn));
  put('named', String(isNamedBefore));
  putRow(sink, 'title', String(title.objects.length > 0), place);
}

function speakerFor(speaker: Actor | undefined, actor: Actor): string {
  if (speaker === undefined) return 'nobody';
  return speaker.country === actor.country ? 'self' : 'another';
}

/** Sentences from the top: up to each of these are alike. */
const PLACES = [0, 1, 2, 4, 7, 12];
const PARTS = 4;

/** Days from a statement to the article, in steps. */
function ageOf(date: string | null, articleDate: string | undefined): string {
  if (date === null || articleDate === undefined) return 'open';
  const days = daysBetween(date, articleDate);
  return String(AGES.find((most) => days <= most) ?? 'old');
}

const AGES = [0, 1, 2, 3, 5, 8, 14, 31, 100, 400];

/** Its words in lower case with their endings, which tell the time; names and figures stand for their kinds. */
function timedWords({ tokens }: SentenceView): string[] {
  const words: string[] = [];
  for (const [at, token] of tokens.entries()) {
    const word = isSmallAsciiWord(token.text) ? token.word : timedWord(token, at);
    if (word !== undefined) words.push(word);
  }
  return words;
}

function timedWord(token: Token, at: number): string | undefined {
  const { word, text } = token;
  if (MONTHS_AND_DAYS.has(text)) return MONTHS_AND_DAYS.get(text);
  if (/^(?:19|20)\d\d$/.test(text)) return 'YEAR';
  if (/\d/.test(text)) return 'NUMBER';
  if (at > 0 && isCapitalised(token)) return 'NAME';
  return isPunctuation(token) ? undefined : word;
}

const MONTHS = 'January February March April May June July August September October November December'.split(
  ' ',
);
const WEEKDAYS = 'Monday Tuesday Wednesday Thursday Friday Saturday Sunday'.split(' ');
const MONTHS_AND_DAYS: ReadonlyMap<string, 'MONTH' | 'WEEKDAY'> = new Map([
  ...MONTHS.map((month) => [month, 'MONTH'] as const),
  ...WEEKDAYS.map((day) => [day, 'WEEKDAY'] as const),
]);
