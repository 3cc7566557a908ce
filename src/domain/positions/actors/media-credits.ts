import { SPEECH_VERBS } from '../../text/reporting-words.ts';
import { isCapitalised, type Token } from '../../text/tokens.ts';
import type { ReadSentence } from '../read-article.ts';
import type { SentenceView, TokenRange } from '../sentence-view.ts';

/** A newspaper, agency or broadcaster that a sentence rests on. Token numbers, end exclusive. */
export interface MediaCredit extends TokenRange {
  readonly outlet: string;
  /** Whether the outlet itself tells ("the Ledger reported"), rather than somebody in it ("told the Ledger"). */
  readonly tells: boolean;
}

/** Words in the names of media, of whatever country. */
const MEDIA_WORDS =
  /^(?:agency|broadcasting|chronicle|daily|gazette|globe|guardian|herald|independent|journal|mail|media|mirror|monitor|network|news|newspaper|observer|post|pravda|press|radio|review|standard|sun|telegraph|television|times|tribune|tv|week|weekly|zeitung)$/;
/** What an article calls an outlet beside its name. */
const MEDIA_NOUNS =
  /^(?:agency|broadcaster|channel|daily|magazine|network|newspaper|outlet|paper|publication|radio|site|station|tabloid|website|weekly)$/;
const REPORTED = /^(?:cites|learned|learnt|quotes|reported|reports|said|says|writes|wrote)$/;
/** Names of one word that a "told" or an interview may be with, and that are none of an outlet. */
const NO_OUTLET =
  /^(?:april|august|congress|december|february|friday|january|july|june|march|may|monday|november|october|parliament|reporters|saturday|september|sunday|thursday|tuesday|wednesday)$/;

/** Where people publish for themselves. */
const PLATFORMS = /^(?:facebook|instagram|linkedin|telegram|tiktok|truth|twitter|x|youtube)$/;

/** Finds the media that a sentence credits, in the order of the text. */
export function mediaCredits({ view, mentions }: ReadSentence): MediaCredit[] {
  const credits: MediaCredit[] = [];
  for (let at = 0; at < view.tokens.length; at += 1) {
    if (!isCapitalised(view.tokens[at])) continue;
    const cue = cueBefore(view, at);
    const name = cue === undefined && !opensName(view, at) ? undefined : nameAt(view.tokens, at);
    if (name === undefined || mentions.some(({ from, to }) => from < name.to && name.to <= to)) continue;
    const isMedia = isMediaName(view.tokens, name);
    const verb = view.tokens[verbBehind(view.tokens, name.to)]?.word ?? '';
    // a state may have said it; only media write, and tell in the present at the end of a sentence
    const before = view.tokens[name.from - 1]?.word ?? '';
    const closes =
      (before === ',' && /^(?:reports|writes)$/.test(verb)) || (before === 'as' && REPORTED.test(verb));
    const tells = closes || (REPORTED.test(verb) && isMedia);
    const isCredited = isMedia || (cue !== 'cited' && isBare(view.tokens, name));
    if ((tells || (cue !== undefined && isCredited)) && !PLATFORMS.test(view.tokens[name.from]?.word ?? ''))
      credits.push({ ...name, outlet: textOf(view, name), tells: tells || cue !== 'told' });
    at = name.to;
  }
  return credits;
}

/** By "told", by words that only media stand behind, or by words that persons stand behind too. */
type CreditCue = 'told' | 'named' | 'cited';

/** What may stand between the words of a credit and the outlet's name. */
const DESCRIBES = /^(?:a|an|the|its|us|american|british|french|german|italian|polish|russian|ukrainian)$/;

/** "Told …", "in an interview with …", "as reported by …" right before a name, over an article and "the newspaper". */
function cueBefore({ tokens }: SentenceView, at: number): CreditCue | undefined {
  let before = at - 1;
  while (DESCRIBES.test(tokens[before]?.word ?? '') || MEDIA_NOUNS.test(tokens[before]?.word ?? ''))
    before -= 1;
  const last = tokens[before]?.word ?? '';
  if (!ENDS_CUE.test(last)) return undefined;
  const words = tokens.slice(Math.max(0, before - 3), before + 1).map(({ word }) => word);
  const isSaidOn = /^(?:on|to)$/.test(last) && SPEECH_VERBS.has(words.at(-2) ?? '');
  if (isSaidOn || TOLD.test(words.join(' '))) return 'told';
  if (NAMED.test(words.join(' '))) return 'named';
  return /(?:^| )(?:citing|quoting|according to|(?:reported|quoted|cited|published) by|reference to)$/.test(
    words.join(' '),
  )
    ? 'cited'
    : undefined;
}

/** The last word of any cue. */
const ENDS_CUE =
  /^(?:by|citing|for|from|in|of|on|quoting|reported|reports|telling|tells|to|told|with|writes)$/;
const TOLD =
  /(?:^| )(?:told|tells|telling|(?:interview|interviewed|remarks|comments|aired|broadcast)(?: \S+){0,2} (?:with|to|for|by|in|on))$/;
const NAMED =
  /(?:^| )(?:[,”"] (?:reported|reports|writes)|(?:article|publication|reports?|sources?) (?:by|from|in|of))$/;

/** "The Ledger reported", "…, the Ledger writes": a name before which no capital stands. */
function opensName({ tokens }: SentenceView, at: number): boolean {
  return !isCapitalised(tokens[at - 1]);
}

/** A run of capitalised words with the small ones between them: "Radio Free Europe", "Le Monde", "the Ledger". */
function nameAt(tokens: readonly Token[], from: number): TokenRange | undefined {
  let to = from;
  while (to - from < LONGEST_NAME && isNamePart(tokens, to, from)) to += 1;
  while (to > from && !isCapitalised(tokens[to - 1])) to -= 1;
  const isWeekday = to - from === 1 && NO_OUTLET.test(tokens[from]?.word ?? '');
  return to > from && !isWeekday ? { from, to } : undefined;
}

const LONGEST_NAME = 6;

function isNamePart(tokens: readonly Token[], at: number, from: number): boolean {
  const token = tokens[at];
  if (token === undefined) return false;
  if (isCapitalised(token)) return !NO_OUTLET.test(token.word);
  return at > from && /^(?:and|of|for|[-/&.])$/.test(token.word) && isCapitalised(tokens[at + 1]);
}

/** Where the verb of a name stands: over brackets, "agency", "has" and "earlier". */
function verbBehind(tokens: readonly Token[], at: number): number {
  const { text = '', word = '' } = tokens[at] ?? {};
  if (text === '(') {
    const close = tokens.findIndex((token, index) => index > at && token.text === ')');
    return close > 0 ? verbBehind(tokens, close + 1) : at;
  }
  return MEDIA_NOUNS.test(word) || /^(?:also|earlier|had|has|have|previously)$/.test(word)
    ? verbBehind(tokens, at + 1)
    : at;
}

/** A name with a word of media in it, of capitals alone, or one that "the" or "the newspaper" stands before. */
function isMediaName(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  const name = tokens.slice(from, to);
  const before = tokens[from - 1]?.word ?? '';
  return (
    name.some(({ word }) => MEDIA_WORDS.test(word)) ||
    (name.length === 1 && /^\p{Lu}{3,6}$/u.test(name[0]?.text ?? '')) ||
    MEDIA_NOUNS.test(before) ||
    MEDIA_NOUNS.test(tokens[to]?.word ?? '') ||
    name[0]?.word === 'le' ||
    name[0]?.word === 'la' ||
    name[0]?.word === 'der' ||
    (before === 'the' && name.length === 1)
  );
}

/** One or two words that name no person of the article and no body: "told Metro", "told Nova Gazeta". */
function isBare(tokens: readonly Token[], { from, to }: TokenRange): boolean {
  return to - from <= 3 && !/^(?:mr|mrs|ms|president|minister)$/.test(tokens[from]?.word ?? '');
}

function textOf({ sentence, tokens }: SentenceView, { from, to }: TokenRange): string {
  const start = tokens[from]?.start ?? sentence.start;
  const end = tokens[to - 1]?.end ?? start;
  return sentence.text.slice(start - sentence.start, end - sentence.start);
}
