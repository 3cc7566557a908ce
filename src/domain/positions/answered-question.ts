import { SPEECH_VERBS } from '../text/reporting-words.ts';
import type { SentenceView, TokenRange } from './sentence-view.ts';

/** A sentence that tells a question and what was answered: "Asked whether Kyiv could fire them, he said no." */
export interface AnsweredQuestion {
  readonly question: TokenRange;
  readonly answer: TokenRange;
  /** A bare yes or no, with its place. */
  readonly reply?: { readonly at: number; readonly says: 'yes' | 'no' } | undefined;
}

/** How a question begins, over the first words of a sentence. */
const ASKED =
  /^(?:(?:when|once) )?(?:(?:asked|pressed|questioned|quizzed|challenged)\b(?! for (?!(?:a )?(?:comment|reaction)))|(?:(?:answering|replying|responding|reacting|in (?:reply|answer|response))(?: to)?|to) (?:[a-z']+ ){0,2}questions?\b)/;
const CAN = '(?:can|could|may|might|would|will|does|do|did|has|had|is|are|was|were)';
const YES = `(?:yes|absolutely|certainly|of course|definitely|${CAN}(?! not))`;
const NO = `(?:no|never|not|(?:certainly|absolutely|definitely) not|${CAN} not|cannot|won't|${CAN}n't|can't)`;
const BEFORE_REPLY = `(?:(?:the (?:short |simple |easy )?answer (?:is|was)|that|simply|only|merely|bluntly|flatly|[:,"“‘']) )*`;
const WHO = "(?:(?:it|they|he|she|we|this|that|these|those|we're|they're|you're|i'm)(?: 's)? )?";
const DONE = '(?: (?:be|do so|(?:going to |gonna )?(?:do|happen)(?: that| this| so)?))?';
/** A reply that says yes or no to all of the question, and nothing else in its part of the sentence. */
const REPLY = new RegExp(
  `^${BEFORE_REPLY}${WHO}(?:(?<yes>${YES})|(?<no>${NO}))${DONE} (?:[.,;:!—–"”’']|but|as long as|so long as|provided)`,
);

/** The question and the answer of a sentence that tells both, or nothing. */
export function answeredQuestion(view: SentenceView): AnsweredQuestion | undefined {
  return answeredAfter(view) ?? answeredBefore(view);
}

function answeredAfter(view: SentenceView): AnsweredQuestion | undefined {
  const { tokens } = view;
  if (!ASKED.test(wordsOf(view, 0, 8))) return undefined;
  const from = answerStart(view);
  if (from === undefined) return undefined;
  const answer = { from, to: tokens.length };
  const saysAt = tokens.findIndex(({ word }, at) => at >= from && SPEECH_VERBS.has(word));
  return {
    question: { from: 0, to: from },
    answer,
    reply: replyAt(view, saysAt < 0 ? undefined : saysAt + 1),
  };
}

/** "“No,” he said when asked whether …": only a bare reply leaves the question to tell what it is about. */
function answeredBefore(view: SentenceView): AnsweredQuestion | undefined {
  const { tokens } = view;
  const reply = /^[“"‘]$/.test(tokens[0]?.text ?? '') ? replyAt(view, 1) : undefined;
  if (!reply) return undefined;
  const askedAt = tokens.findIndex(
    ({ word }, at) => word === 'asked' && /^(?:when|being)$/.test(tokens[at - 1]?.word ?? ''),
  );
  if (askedAt < 0) return undefined;
  return { question: { from: askedAt, to: tokens.length }, answer: { from: 0, to: askedAt }, reply };
}

/** Behind the comma that who answers follows, or the last one before the verb of speech. */
function answerStart({ tokens, actorMatches }: SentenceView): number | undefined {
  const starts = tokens.flatMap(({ text }, at) => (text === ',' && at >= 4 ? [at + 1] : []));
  const isSubject = (at: number) =>
    /^(?:he|she|they)$/.test(tokens[at]?.word ?? '') ||
    actorMatches.some(({ from }) => from >= at && from - at <= 2);
  const saysAt = tokens.findIndex(
    ({ word }, at) => at > (starts[0] ?? tokens.length) && SPEECH_VERBS.has(word),
  );
  return starts.find(isSubject) ?? (saysAt < 0 ? undefined : starts.findLast((at) => at < saysAt));
}

function replyAt(view: SentenceView, at: number | undefined): AnsweredQuestion['reply'] {
  if (at === undefined) return undefined;
  const said = REPLY.exec(`${wordsOf(view, at, at + 12)} .`)?.groups;
  return said && { at, says: said['yes'] === undefined ? 'no' : 'yes' };
}

function wordsOf({ tokens }: SentenceView, from: number, to: number): string {
  return tokens
    .slice(from, to)
    .map(({ word, text }) => word || text)
    .join(' ');
}
