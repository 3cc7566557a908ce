import { type ClueModel, type Clues, evenly, probabilitiesOf } from '../../clues/clue-model.ts';
import { wordsAndPairs } from '../../clues/words-and-pairs.ts';
import { daysBetween } from '../../time/calendar-day.ts';
import type { Candidate } from '../candidate.ts';
import type { PositionStatus } from '../position.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { Told } from '../status-by-rules.ts';
import type { DetailContext } from './detail-context.ts';

/** Weights that say whether a position is news, or recalled as holding still, or as over. */
export type StatusReaderModel = ClueModel<PositionStatus>;

/** How a position is told, and what the rules made of it. */
export interface Ruled extends Told {
  readonly ruled: PositionStatus;
}

/** So much surer than of the status that the rules found must the reader be of another. */
const MARGIN = 0.1;

/** The status of a position: that of the rules, or one that the reader is clearly surer of. */
export function readStatus(
  candidate: Candidate,
  told: Ruled,
  context: DetailContext,
  reader: StatusReaderModel,
): PositionStatus {
  const probabilities = probabilitiesOf(reader, statusClues(candidate, told, context));
  const best = probabilities.indexOf(Math.max(...probabilities));
  const ofRules = probabilities[reader.verdicts.indexOf(told.ruled)] ?? 0;
  const isSurer = (probabilities[best] ?? 0) > ofRules + MARGIN;
  return (isSurer ? reader.verdicts[best] : undefined) ?? told.ruled;
}

/** What shows of the status: what the rules made of it, how and of when it is told, where in the article, and the words. */
export function statusClues(candidate: Candidate, told: Ruled, context: DetailContext): readonly Clues[] {
  const { view } = candidate.statement.read;
  return [
    evenly(new Set(tellingClues(candidate, told, context))),
    evenly(new Set(wordsAndPairs(plainWords(view)))),
  ];
}

function tellingClues(
  { statement, actor, action, party, secondReader }: Candidate,
  { ruled, attribution, date, articleDate }: Ruled,
  { sentences, title }: DetailContext,
): string[] {
  const { read } = statement;
  const { view, speaker, isBackground } = read;
  const age = ageOf(date.date, articleDate);
  const place = PLACES.find((most) => view.index <= most) ?? 'far';
  const part = Math.floor((PARTS * view.index) / sentences.length);
  const says =
    speaker === undefined ? 'nobody' : speaker.actor.country === actor.country ? 'self' : 'another';
  const isFirst = sentences.findIndex(({ mentions }) =>
    mentions.some((mention) => mention.actor.country === actor.country),
  );
  const before = sentences[view.index - 1];
  const isGoingOn = before?.view.sentence.paragraph === view.sentence.paragraph;
  return [
    `ruled ${ruled}`,
    `ruled ${ruled} ${attribution}`,
    `ruled ${ruled} ${place}`,
    `action ${action}`,
    `action ${action} ${attribution}`,
    `told ${attribution}`,
    `told ${attribution} ${says}`,
    `told ${attribution} ${place}`,
    `age ${age}`,
    `age ${age} ${date.basis}`,
    `age ${age} ${place}`,
    `precision ${date.precision} ${date.basis}`,
    `place ${place}`,
    `part ${part}`,
    `background ${isBackground}`,
    `before ${before?.isBackground} ${isGoingOn}`,
    `type ${actor.type}`,
    `type ${actor.type} ${attribution}`,
    `party ${party} ${attribution}`,
    `party ${party} ${action}`,
    `second ${secondReader !== undefined}`,
    `named ${isFirst >= 0 && isFirst < view.index}`,
    `title ${title.objects.length > 0} ${place}`,
    `begins ${view.tokens[0]?.word}`,
    ...view.cues.map(({ kind }) => `cue ${kind}`),
  ];
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
function plainWords({ tokens }: SentenceView): string[] {
  return tokens.flatMap(({ word, text }, at) => {
    if (MONTH.test(text)) return ['MONTH'];
    if (WEEKDAY.test(text)) return ['WEEKDAY'];
    if (/^(?:19|20)\d\d$/.test(text)) return ['YEAR'];
    if (/\d/.test(text)) return ['NUMBER'];
    if (at > 0 && /^\p{Lu}/u.test(text)) return ['NAME'];
    return /^\p{P}+$/u.test(text) ? [] : [word];
  });
}

const MONTH = /^(?:January|February|March|April|May|June|July|August|September|October|November|December)$/;
const WEEKDAY = /^(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day$/;
