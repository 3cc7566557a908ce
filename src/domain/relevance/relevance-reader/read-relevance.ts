import { type ClueGroup, type ClueModel, evenly, probabilitiesOf } from '../../clues/clue-model.ts';
import type { Relevance } from '../../understanding.ts';
import { MENTION_AT } from '../judge-relevance.ts';
import { FULLY, isNews } from '../passage.ts';
import { putArticleWords } from './article-words.ts';
import { type Marked, putMarks } from './marks.ts';

/** Weights of an article's marks and words for each label. */
export type RelevanceReaderModel = ClueModel<Relevance>;

export interface ReadRelevance {
  readonly relevance: Relevance;
  /** 0 to 1, that a reader calls the article core or mention. */
  readonly score: number;
  /** 0 to 1, that a reader calls it core. */
  readonly core: number;
}

/** There are few marks beside many words: each counts as much as a handful of words. */
const SCALE_OF_MARKS = 0.3;

/** What the relevance reader sees of an article. */
export function relevanceClues(article: Marked, headline: string): readonly ClueGroup[] {
  return [
    { put: (sink) => putMarks(sink, article), scaleOf: () => SCALE_OF_MARKS },
    evenly((sink) => putArticleWords(sink, headline, article.sentences)),
  ];
}

/** More probable than not. */
const LIKELY = 0.5;
/** Core is a little more than that: what is called core is shown to everybody. */
const LIKELY_CORE = 0.55;
/** An entry of its own makes core what is not improbable. */
const LIKELY_OF_ENTRY = 0.15;
/** What states the topic only in part is core all the same where that is as probable. */
const LIKELY_OF_PARTS = 0.6;
/** Core without news of the topic must be more probable than that. */
const LIKELY_ALL_THE_SAME = 0.85;

/**
 * The label of which a reader is probable to say that it is at least that. What states the topic only in part is none,
 * unless core is likely; an entry of its own is sooner core, whatever else the page tells (guideline R5).
 */
export function readRelevance(model: RelevanceReaderModel, article: Marked, headline: string): ReadRelevance {
  const probabilities = probabilitiesOf(model, relevanceClues(article, headline));
  const of = (label: Relevance) => probabilities[model.verdicts.indexOf(label)] ?? 0;
  const core = of('core');
  const score = core + of('mention');
  return { relevance: labelBy(core, score, article), score, core };
}

function labelBy(core: number, score: number, article: Marked): Relevance {
  if (article.points < MENTION_AT) return core >= LIKELY_OF_PARTS ? 'core' : 'none';
  const least = hasNews(article) ? LIKELY_CORE : LIKELY_ALL_THE_SAME;
  if (core >= least || (core >= LIKELY_OF_ENTRY && hasEntry(article))) return 'core';
  return score >= LIKELY ? 'mention' : 'none';
}

/** Where the headline tells of a strike, one sentence that closes the article is its background. */
function hasNews({ sentences, passages, title }: Marked): boolean {
  const news = passages.filter(isNews);
  const isBackground = title === 'use' && news.every(({ read }) => read === sentences.at(-1));
  return title === 'topical' || (news.length > 0 && !isBackground);
}

/** A paragraph that names what was given and is on the topic from its first sentence to its last, two at least. */
function hasEntry({ sentences, passages }: Marked): boolean {
  const told = passages.filter(({ isRecalled }) => !isRecalled);
  const byParagraph = Map.groupBy(told, ({ read }) => read.view.sentence.paragraph);
  return [...byParagraph].some(
    ([paragraph, own]) =>
      own.length >= 2 &&
      own.some(({ points }) => points >= FULLY) &&
      own.some(({ read }) => read.view.objects.length > 0) &&
      sentences.every(
        ({ view }) => view.sentence.paragraph !== paragraph || own.some(({ read }) => read.view === view),
      ),
  );
}
