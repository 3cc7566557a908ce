import type { ArticleText } from '../articles/article.ts';
import type { Position } from '../positions/position.ts';
import type { Quote } from '../quotes/quote.ts';
import type { Relevance, Understanding } from '../understanding.ts';
import { type ActionConfusion, type ActionScore, confuseActions, scoreActions } from './action-scores.ts';
import { type Calibration, measureCalibration, type Prediction } from './calibration.ts';
import { type FieldMiss, type FieldScore, missFields, scoreCountry, scoreFields } from './field-scores.ts';
import type { LabelledArticle, LabelledEvent } from './labelled-article.ts';
import { type EventMatch, isSameStance, matchEvents } from './match-events.ts';
import { matchQuotes } from './match-quotes.ts';
import { ratio, type Score, scoreOf } from './score.ts';

/** One article that was judged otherwise than labelled. */
export interface RelevanceMiss {
  readonly id: string;
  readonly label: string;
  readonly found: string;
  readonly score: number;
}

export interface EventMiss {
  readonly id: string;
  readonly event: LabelledEvent;
}

export interface WrongPosition {
  readonly id: string;
  readonly position: Position;
}

/** The measures of the annotation guideline, B6, with everything that was missed. */
export interface Evaluation {
  readonly articles: number;
  readonly coreVersusRest: Score;
  readonly relevantVersusNone: Score;
  readonly mention: Score;
  /** How many articles of each label were judged as what. */
  readonly confusion: Confusion;
  /** Share of hard negatives called core. */
  readonly hardCalledCore: number;
  /** The hard negatives alone, by what they were judged as. */
  readonly hardNegatives: Readonly<Record<Relevance, number>>;
  /** Of the score as the probability that a reader calls the article core or mention. */
  readonly calibration: Calibration;
  readonly events: Score;
  /** Of a position's confidence as the probability that a label has its state and class; what labels leave open is left out. */
  readonly confidence: Calibration;
  /** Recall over events with status `news`, each of which takes a position of its own. */
  readonly newsRecall: number;
  /** The same, where one position may stand for all events of its state and class: whether a reader is told of it at all. */
  readonly newsTold: number;
  /** Share of positions whose polarity is opposite to the label of the same country and sentence. */
  readonly polaritySwaps: number;
  readonly actions: readonly ActionScore[];
  readonly actionConfusions: readonly ActionConfusion[];
  readonly fields: readonly FieldScore[];
  /** Of matched events: the share with the same weapon, scope and day. */
  readonly weapon: number;
  readonly scope: number;
  readonly date: number;
  readonly quotes: Score;
  readonly quoteSpeakers: number;
  /** Evidence that is not exactly the text at its offsets; must be 0. */
  readonly inexactSpans: number;
  readonly relevanceMisses: readonly RelevanceMiss[];
  readonly eventMisses: readonly EventMiss[];
  readonly wrongPositions: readonly WrongPosition[];
  readonly swaps: readonly WrongPosition[];
  readonly fieldMisses: readonly (FieldMiss & { readonly id: string })[];
  readonly quoteMisses: readonly QuoteMiss[];
}

/** A quotation that was not found (`label` alone), is not labelled (`quote` alone), or has another speaker (both). */
export interface QuoteMiss {
  readonly id: string;
  readonly label?: LabelledArticle['quotes'][number] | undefined;
  readonly quote?: Quote | undefined;
}

export type Confusion = Readonly<Record<Relevance, Readonly<Record<Relevance, number>>>>;

interface Judged {
  readonly labelled: LabelledArticle;
  readonly understood: Understanding;
}

/** Reads every labelled article with `understand` and measures the result. */
export function evaluateWith(
  labelled: readonly LabelledArticle[],
  understand: (article: ArticleText) => Understanding,
): Evaluation {
  return evaluate(
    labelled,
    labelled.map((article) => understand(article)),
  );
}

/**
 * Measures what was understood against the labels.
 *
 * @param understood - one for each labelled article, in the same order
 * @throws RangeError when the lengths differ
 */
export function evaluate(
  labelled: readonly LabelledArticle[],
  understood: readonly Understanding[],
): Evaluation {
  if (labelled.length !== understood.length)
    throw new RangeError('one understanding is needed for each labelled article');
  const judged = labelled.flatMap((article, index) => {
    const own = understood[index];
    return own ? [{ labelled: article, understood: own }] : [];
  });
  return {
    articles: judged.length,
    ...relevanceMeasures(judged),
    ...eventMeasures(judged),
    ...quoteMeasures(judged),
    inexactSpans: countInexact(judged),
  };
}

function relevanceMeasures(judged: readonly Judged[]) {
  const measure = (isWanted: (label: string) => boolean) => binaryScore(judged, isWanted);
  const hard = judged.filter(({ labelled }) => labelled.hard && labelled.label === 'none');
  return {
    coreVersusRest: measure((label) => label === 'core'),
    relevantVersusNone: measure((label) => label !== 'none'),
    mention: measure((label) => label === 'mention'),
    confusion: byRelevance((label) => countFound(judged.filter(({ labelled }) => labelled.label === label))),
    hardNegatives: countFound(hard),
    calibration: measureCalibration(
      judged.map(({ labelled, understood }) => ({
        score: understood.score,
        isTrue: labelled.label !== 'none',
      })),
    ),
    hardCalledCore:
      hard.length === 0
        ? 0
        : ratio(hard.filter(({ understood }) => understood.relevance === 'core').length, hard.length),
    relevanceMisses: judged
      .filter(({ labelled, understood }) => labelled.label !== understood.relevance)
      .map(({ labelled, understood }) => ({
        id: labelled.id,
        label: labelled.label,
        found: understood.relevance,
        score: understood.score,
      })),
  };
}

function countFound(judged: readonly Judged[]): Readonly<Record<Relevance, number>> {
  return byRelevance((label) => judged.filter(({ understood }) => understood.relevance === label).length);
}

function byRelevance<Value>(toValue: (label: Relevance) => Value): Readonly<Record<Relevance, Value>> {
  return { core: toValue('core'), mention: toValue('mention'), none: toValue('none') };
}

function binaryScore(judged: readonly Judged[], isWanted: (label: string) => boolean): Score {
  const count = (isTrue: boolean, isFound: boolean) =>
    judged.filter(
      ({ labelled, understood }) =>
        isWanted(labelled.label) === isTrue && isWanted(understood.relevance) === isFound,
    ).length;
  return scoreOf(count(true, true), count(false, true), count(true, false));
}

function eventMeasures(judged: readonly Judged[]) {
  const results = judged.map(({ labelled, understood }) => ({
    id: labelled.id,
    ...matchEvents(labelled.events, understood.positions),
  }));
  const counted = results.flatMap(({ matches }) => matches).filter(({ event }) => !event.optional);
  const missed = results.flatMap(({ missed: events }) => events);
  const wrong = results.flatMap(({ id, wrong: positions }) =>
    positions.map((position) => ({ id, position })),
  );
  const swaps = results.flatMap(({ id, swapped }) => swapped.map(({ position }) => ({ id, position })));
  const isNews = ({ status }: LabelledEvent) => status === 'news';
  const newsFound = counted.filter(({ event }) => isNews(event)).length;
  const shareOf = (isRight: (match: EventMatch) => boolean, among: readonly EventMatch[]) =>
    ratio(among.filter(isRight).length, among.length);
  const dayDated = counted.filter(({ event }) => event.datePrecision === 'day');
  const country = scoreCountry(
    judged.map(({ labelled, understood }) => ({ labelled, positions: understood.positions })),
  );
  return {
    actions: scoreActions(results),
    actionConfusions: confuseActions(results),
    fields: [country, ...scoreFields(counted)],
    events: scoreOf(counted.length, wrong.length, missed.length),
    confidence: measureCalibration(judged.flatMap(confidencesOf)),
    newsTold: shareTold(judged),
    newsRecall: ratio(newsFound, newsFound + missed.filter(isNews).length),
    polaritySwaps:
      wrong.length + counted.length === 0 ? 0 : ratio(swaps.length, wrong.length + counted.length),
    weapon: shareOf(({ event, position }) => event.weapon === position.weapon, counted),
    scope: shareOf(({ event, position }) => event.scopeGeo === position.scopeGeo, counted),
    date: shareOf(({ event, position }) => event.statementDate === position.statementDate, dayDated),
    eventMisses: results.flatMap(({ id, missed: events }) => events.map((event) => ({ id, event }))),
    wrongPositions: wrong,
    swaps,
    fieldMisses: results.flatMap(({ id, matches }) =>
      matches
        .filter(({ event }) => !event.optional)
        .flatMap(missFields)
        .map((miss) => ({ id, ...miss })),
    ),
  };
}

function confidencesOf({ labelled, understood }: Judged): Prediction[] {
  return understood.positions.flatMap((position) => {
    const same = labelled.events.filter((event) => isSameStance(event, position));
    const isOpen = same.length > 0 && same.every(({ optional }) => optional);
    return isOpen ? [] : [{ score: position.confidence, isTrue: same.length > 0 }];
  });
}

function shareTold(judged: readonly Judged[]): number {
  const told = judged.flatMap(({ labelled, understood }) =>
    labelled.events
      .filter(({ optional, status }) => !optional && status === 'news')
      .map((event) => understood.positions.some((position) => isSameStance(event, position))),
  );
  return ratio(told.filter(Boolean).length, told.length);
}

function quoteMeasures(judged: readonly Judged[]) {
  const results = judged
    .filter(({ understood }) => understood.relevance !== 'none')
    .map(({ labelled, understood }) => ({
      id: labelled.id,
      ...matchQuotes(labelled.quotes, understood.quotes),
    }));
  const found = results.reduce((total, result) => total + result.found, 0);
  const missed = results.flatMap((result) => result.missed.map((label) => ({ id: result.id, label })));
  const extra = results.flatMap((result) => result.extra.map((quote) => ({ id: result.id, quote })));
  const otherSpeakers = results.flatMap(({ id, wrongSpeakers }) =>
    wrongSpeakers.map((pair) => ({ id, ...pair })),
  );
  return {
    quotes: scoreOf(found, extra.length, missed.length),
    quoteSpeakers: ratio(found - otherSpeakers.length, found),
    quoteMisses: [...missed, ...extra, ...otherSpeakers],
  };
}

function countInexact(judged: readonly Judged[]): number {
  return judged.reduce((total, { labelled, understood }) => {
    const spans = [
      ...understood.evidence,
      ...understood.positions.flatMap(({ evidence, also }) => [evidence, ...also]),
      ...understood.quotes.map(({ start, end, content }) => ({ start, end, text: content })),
    ];
    return total + spans.filter(({ start, end, text }) => labelled.text.slice(start, end) !== text).length;
  }, 0);
}
