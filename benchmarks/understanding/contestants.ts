import type { ArticleText } from '../../src/domain/articles/article.ts';
import type { LabelledArticle } from '../../src/domain/evaluation/labelled-article.ts';
import { ACTIONS, type Action, type Position, type Span } from '../../src/domain/positions/position.ts';
import { understandArticle } from '../../src/domain/understand-article.ts';
import type { Relevance, Understanding } from '../../src/domain/understanding.ts';
import { loadTopic } from '../../tests/domain/topics/load-pack.ts';
import { type Gazetteer, loadGazetteer } from './gazetteer.ts';

export type Understand = (article: ArticleText) => Understanding;

/** Ours, and what one builds in an afternoon on a kept library: the same names, and no rules about sentences. */
export const CONTESTANTS: Readonly<
  Record<string, (topicId: string, training: readonly LabelledArticle[]) => Promise<Understand>>
> = {
  caveat: async (topicId) => {
    const topic = loadTopic(topicId);
    return (article) => understandArticle(article, topic);
  },
  'key words (compromise)': async (topicId) => byKeyWords(loadGazetteer(topicId)),
  'naive Bayes (wink)': async (topicId, training) => byNaiveBayes(loadGazetteer(topicId), training),
};

const WEAPON =
  /\b(?:weapons?|weaponry|missiles?|arms|rockets?|munitions?|atacms|himars|storm shadow|scalp|taurus|tomahawks?|f-16s?)\b/i;
const USE =
  /\b(?:us(?:e|es|ed|ing)|str(?:ike|ikes|iking|uck)|hit(?:ting)?|attack\w*|fir(?:e|es|ed|ing)|target\w*)\b/i;
const THERE = /\bRussia\b|\bRussian (?:territory|soil|land|targets)\b|\bacross the border\b/;

/** The first that matches decides. */
const CLASS_WORDS: readonly (readonly [Action, RegExp])[] = [
  ['WARNS_AGAINST', /\bwarn\w*|\bthreat\w*|\bconsequences\b|\bplaying with fire\b/i],
  ['DENIES_REPORT', /\bfake news\b|\bdenied\b|\bno new agreement\b/i],
  ['CONSIDERING', /\bconsider\w*|\bweigh\w*|\bdiscuss\w*|\brul(?:e|ed|ing) out\b/i],
  [
    'DEFERS_TO_NATIONAL_DECISION',
    /\bnational decision\b|\beach (?:country|ally|state)\b|\bindividual allies\b/i,
  ],
  ['DECLARES_NO_RESTRICTION', /\b(?:no|without|never)\b.{0,30}\b(?:restrictions?|limits?|conditions?)\b/i],
  ['OPPOSES_LIFTING', /\boppos\w*|\breject\w*/i],
  ['TIGHTENS', /\bblock\w*|\btighten\w*|\bmust approve\b/i],
  [
    'CALLS_FOR_LIFTING',
    /\burg(?:e|es|ed|ing)\b|\bcall(?:s|ed|ing)? (?:on|for)\b|\bshould (?:be allowed|lift)\b/i,
  ],
  ['REQUESTS_PERMISSION', /\bask(?:s|ed|ing)? for\b|\brequest\w*|\bplead\w*/i],
  [
    'MAINTAINS_RESTRICTION',
    /\brefus\w*|\bban(?:s|ned)?\b|\bnot (?:allow|permit)\w*|\bforb\w+|\brestrict\w*/i,
  ],
  ['ENDORSES_RIGHT', /\bright to\b|\bself-defen[cs]e\b/i],
  ['EASES', /\beas(?:e|es|ed|ing)\b|\blift(?:s|ed|ing)?\b|\bloosen\w*/i],
  ['PERMITS_WITH_LIMITS', /\b(?:allow|permit|authori[sz])\w*.*\b(?:only|near|limited|Kharkiv)\b/i],
  ['PERMITS', /\b(?:allow|permit|authori[sz])\w*|\bgreen light\b|\bmay use\b/i],
];

async function byKeyWords(gazetteer: Gazetteer): Promise<Understand> {
  const { default: nlp } = await load('compromise');
  return (article) => {
    const sentences: Span[] = nlp
      .tokenize(article.text)
      .json({ offset: true, terms: false })
      .map(({ offset }: { offset: { start: number; length: number } }) =>
        spanAt(article.text, offset.start, offset.start + offset.length),
      );
    const topical = sentences.filter(({ text }) => WEAPON.test(text) && USE.test(text) && THERE.test(text));
    const found = topical.flatMap((sentence) => {
      const action = CLASS_WORDS.find(([, words]) => words.test(sentence.text))?.[0];
      return action ? [{ sentence, action }] : [];
    });
    const isLeading = found.some(({ sentence }) => sentences.indexOf(sentence) < 3);
    const relevance = found.length > 1 || isLeading ? 'core' : found.length === 1 ? 'mention' : 'none';
    return understood(
      relevance,
      found.flatMap(({ sentence, action }) => positionOf(sentence, action, gazetteer)),
    );
  };
}

const NOTHING = 'nothing';

/** Two classifiers, of articles and of sentences, over stems; trained on the part that our rules are tuned on. */
async function byNaiveBayes(gazetteer: Gazetteer, training: readonly LabelledArticle[]): Promise<Understand> {
  const [{ default: winkNLP }, { default: model }, { default: bayes }] = await Promise.all([
    load('wink-nlp'),
    load('wink-eng-lite-web-model'),
    load('wink-naive-bayes-text-classifier'),
  ]);
  const nlp = winkNLP(model, ['sbd']);
  const read = (text: string): readonly StemmedSentence[] => {
    const sentences = nlp.readDoc(text).sentences();
    const stems: string[][] = [];
    sentences.each((sentence: { tokens: () => { out: (its: unknown) => string[] } }) => {
      stems.push(sentence.tokens().out(nlp.its.stem));
    });
    return locate(text, sentences.out()).map((span, at) => ({ span, stems: stems[at] ?? [] }));
  };
  const stemsOf = (title: string, sentences: readonly StemmedSentence[]) => [
    ...read(title).flatMap(({ stems }) => stems),
    ...sentences.flatMap(({ stems }) => stems),
  ];
  const classifier = () => {
    const made = bayes();
    made.defineConfig({ considerOnlyPresence: true, smoothingFactor: 0.5 });
    return made;
  };
  const [articles, sentences] = [classifier(), classifier()];
  for (const { title, text, label, events } of training) {
    const body = read(text);
    articles.learn(stemsOf(title, body), label);
    for (const { span, stems } of body) {
      const event = events.find(({ evidence }) => evidence.includes(span.text));
      sentences.learn(stems, event?.action ?? NOTHING);
    }
  }
  for (const made of [articles, sentences]) made.consolidate();
  return ({ title, text }) => {
    const body = read(text);
    const relevance: Relevance = articles.predict(stemsOf(title, body));
    if (relevance === 'none') return understood(relevance, []);
    const positions = body.flatMap(({ span, stems }) => {
      const predicted = sentences.predict(stems);
      const action = ACTIONS.find((known) => known === predicted);
      return action ? positionOf(span, action, gazetteer) : [];
    });
    return understood(relevance, positions);
  };
}

interface StemmedSentence {
  readonly span: Span;
  readonly stems: readonly string[];
}

/** Of the first country that can have such a position. */
function positionOf(sentence: Span, action: Action, gazetteer: Gazetteer): Position[] {
  const named = gazetteer.countriesIn(sentence.text);
  const isParty = (code: string) => code === 'UA' || code === 'RU';
  const country =
    action === 'WARNS_AGAINST'
      ? named.find((code) => code === 'RU')
      : action === 'REQUESTS_PERMISSION' || action === 'REPORTS_USE'
        ? named.find((code) => code === 'UA')
        : named.find((code) => !isParty(code));
  if (country === undefined) return [];
  return [
    {
      actor: country,
      actorType: 'government',
      speaker: 'article',
      country,
      decider: false,
      action,
      altActions: [],
      change: 'none',
      weapon: gazetteer.weaponIn(sentence.text),
      supplier: null,
      scopeGeo: 'unspecified',
      scopeTarget: 'unspecified',
      scopeConditions: [],
      statementDate: null,
      datePrecision: 'open',
      status: 'news',
      attribution: 'narration',
      standing: 'announced',
      sourceChain: [],
      confidence: 0.5,
      evidence: sentence,
      also: [],
    },
  ];
}

function understood(relevance: Relevance, positions: readonly Position[]): Understanding {
  return { relevance, score: relevance === 'none' ? 0 : 1, evidence: [], positions, quotes: [] };
}

/** Sentences as a library prints them, at their places in the text. */
function locate(text: string, sentences: readonly string[]): Span[] {
  let from = 0;
  return sentences.flatMap((sentence) => {
    const start = text.indexOf(sentence, from);
    if (start < 0) return [];
    from = start + sentence.length;
    return [spanAt(text, start, from)];
  });
}

function spanAt(text: string, start: number, end: number): Span {
  return { start, end, text: text.slice(start, end) };
}

// biome-ignore lint/suspicious/noExplicitAny: these packages are not installed with the project
async function load(name: string): Promise<any> {
  try {
    return await import(name);
  } catch (error) {
    throw new Error(`${name} is not installed; run: npm ci --prefix benchmarks/understanding`, {
      cause: error,
    });
  }
}
