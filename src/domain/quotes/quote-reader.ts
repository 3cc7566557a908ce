import type { Attribution } from './attribution.ts';
import { attributionBefore } from './attribution-before.ts';
import { attributionOf, attributionOfThis } from './attribution-of.ts';
import { findIndirectSpeech } from './indirect-speech.ts';
import { leadingSubject } from './leading-subject.ts';
import { fullNameWithin, type NounPhrase, nameIn, ownerIn } from './person-names.ts';
import type { Quote, QuoteForm } from './quote.ts';
import type { MarkedSpan } from './quote-marks.ts';
import { reportingVerbAt } from './reporting-cues.ts';
import { type SpeakerResolver, UNKNOWN_SPEAKER } from './speaker-resolution.ts';
import type { SpokenSentence, Token } from './speech-tokens.ts';
import { SPEECH_NOUNS } from './speech-words.ts';
import {
  isLongerThanTerms,
  isNameOfWork,
  isScareQuote,
  isSharedTerm,
  leavesParticiple,
} from './unspoken-marks.ts';

/** How many sentences back the speaker of an unnamed `Quote:` is looked for. */
const SUBJECT_REACH = 40;

/** Longest line that is read as the heading of a quotation, in tokens. */
const LONGEST_HEADING = 14;

/** A quote with what the next one needs to know of it. */
interface ReadQuote {
  readonly quote: Quote;
  readonly sentence: number;
  readonly paragraph: number;
}

/** Who speaks, by which printed cue. */
interface Voice {
  readonly speaker: string;
  readonly cue: string;
}

/** Reads an article's sentences in order and writes down who says what. */
export class QuoteReader {
  readonly #text: string;
  readonly #spans: readonly MarkedSpan[];
  readonly #sentences: readonly SpokenSentence[];
  readonly #resolver: SpeakerResolver;
  readonly #quotes: Quote[] = [];
  #latest: ReadQuote | undefined;
  /** Number of the first quote of those that paragraph after paragraph go on with one quotation. */
  #chainStart = 0;
  /** The voice of a paragraph that the sentence before it announced with a colon. */
  #announced: { readonly voice: Voice; readonly sentence: number } | undefined;
  /** The latest indirect speech. */
  #reported: { readonly speaker: string; readonly sentence: number } | undefined;
  #source: string | undefined;

  constructor(
    text: string,
    spans: readonly MarkedSpan[],
    sentences: readonly SpokenSentence[],
    resolver: SpeakerResolver,
  ) {
    this.#text = text;
    this.#spans = spans;
    this.#sentences = sentences;
    this.#resolver = resolver;
  }

  read(): Quote[] {
    for (const [number, sentence] of this.#sentences.entries()) {
      const isLabel = this.#readSourceLabel(number, sentence);
      if (sentence.tokens.some((token) => token.kind === 'quotation')) this.#readQuotations(number, sentence);
      else if (!isLabel) this.#readPlainSentence(number, sentence);
    }
    return this.#quotes;
  }

  /** A label such as `Source: the minister, to reporters` names the speaker of the `Quote:` below it. */
  #readSourceLabel(number: number, { tokens }: SpokenSentence): boolean {
    if (tokens[0]?.lower !== 'source' || tokens[1]?.text !== ':') return false;
    const phrase = leadingSubject(tokens.slice(2), tokens.length - 2);
    if (phrase === undefined) return true;
    const speaker = this.#resolver.resolve(number, { first: phrase.first + 2, last: phrase.last + 2 });
    const isHuman = this.#resolver.isHuman(speaker) || this.#resolver.isLikelyPerson(speaker);
    this.#source = isHuman ? speaker : undefined;
    this.#resolver.setSubject(number, speaker, isHuman);
    return true;
  }

  #readPlainSentence(number: number, sentence: SpokenSentence): void {
    const { tokens } = sentence;
    if (tokens.at(-1)?.text === ':') {
      this.#readAnnouncement(number, tokens);
      return;
    }
    const indirect = findIndirectSpeech(tokens);
    if (indirect === undefined) {
      this.#followSubject(number, tokens);
      return;
    }
    const voice = this.#voiceOf(number, tokens, indirect.attribution);
    const first = tokens[indirect.first];
    const last = tokens[indirect.last];
    if (first === undefined || last === undefined) return;
    this.#push(voice, 'indirect', first.start, last.end);
    if (isInRelativeClause(tokens, indirect.attribution)) this.#followSubject(number, tokens);
    this.#reported = { speaker: voice.speaker, sentence: number };
  }

  /** "She put it like this:" names the voice of the paragraph below it. */
  #readAnnouncement(number: number, tokens: readonly Token[]): void {
    const attribution = tokens.some((token) => token.text === ';')
      ? undefined
      : attributionBefore(tokens, tokens.length);
    if (attribution === undefined) this.#followSubject(number, tokens);
    else this.#announced = { voice: this.#voiceOf(number, tokens, attribution), sentence: number };
  }

  #readQuotations(number: number, sentence: SpokenSentence): void {
    for (const [at, token] of sentence.tokens.entries()) {
      const span = token.quotation === undefined ? undefined : this.#spans[token.quotation];
      if (span === undefined) continue;
      const voice = this.#voiceOfQuotation(number, sentence, at, span);
      if (voice === undefined) continue;
      if (!span.continued) this.#chainStart = this.#quotes.length;
      const form = this.#formOf(sentence.tokens, at, span);
      const quote = this.#push(voice, form, span.start, span.end);
      this.#latest = { quote, sentence: number, paragraph: sentence.paragraph };
    }
    if (this.#resolver.subjectOf(number) === undefined) this.#followSubject(number, sentence.tokens);
  }

  #voiceOfQuotation(
    number: number,
    sentence: SpokenSentence,
    at: number,
    span: MarkedSpan,
  ): Voice | undefined {
    const { tokens } = sentence;
    if (span.continued && this.#latest !== undefined) return this.#voiceOfContinued(number, tokens, at);
    const isWhole = tokens.every((token) => token.kind !== 'word');
    if (!isWhole && !opensAsSpeech(tokens, at) && isNameOfWork(tokens, at, span.text)) return undefined;
    const labelled = this.#voiceOfLabel(number, tokens, at);
    const attribution = attributionOf(tokens, at);
    if (labelled !== undefined && attribution?.verb === undefined) return labelled;
    if (attribution !== undefined) {
      if (isSharedTerm(tokens, at, span.text, attribution)) return undefined;
      if (isScareQuote(span.text) && leavesParticiple(tokens, at, attribution.verb)) return undefined;
      return this.#voiceOf(number, tokens, attribution);
    }
    if (isWhole) return this.#voiceOfWholeSentence(number, sentence);
    return this.#voiceOfFragment(number, tokens, at, span);
  }

  /** The voice of the paragraphs before, which may be named only behind the last of them. */
  #voiceOfContinued(number: number, tokens: readonly Token[], at: number): Voice {
    const attribution = attributionOf(tokens, at);
    if (this.#latest?.quote.speaker !== UNKNOWN_SPEAKER || attribution === undefined)
      return this.#sameVoice();
    const voice = this.#voiceOf(number, tokens, attribution);
    for (const [index, quote] of this.#quotes.entries()) {
      if (index >= this.#chainStart) this.#quotes[index] = { ...quote, speaker: voice.speaker };
    }
    return voice;
  }

  /** `Quote: "…"` belongs to the source, `Quote from X: "…"` to X. */
  #voiceOfLabel(number: number, tokens: readonly Token[], at: number): Voice | undefined {
    const label = tokens[0];
    if (label?.lower !== 'quote' || tokens[at - 1]?.text !== ':') return undefined;
    if (at === 2) {
      const speaker = this.#source ?? this.#latestSubject(number) ?? UNKNOWN_SPEAKER;
      this.#resolver.setSubject(number, speaker, true);
      return { speaker, cue: label.text };
    }
    if (tokens[1]?.lower !== 'from' && tokens[1]?.lower !== 'of') return undefined;
    const speaker = this.#resolver.resolve(number, { first: 2, last: at - 2 });
    this.#resolver.setSubject(number, speaker, true);
    return { speaker, cue: label.text };
  }

  /** A quotation that is a sentence of its own goes on with the voice before it, or answers the sentence before. */
  #voiceOfWholeSentence(number: number, sentence: SpokenSentence): Voice | undefined {
    const previous = this.#sentences[number - 1];
    const sameParagraph = previous?.paragraph === sentence.paragraph;
    if (this.#latest?.sentence === number - 1) return this.#sameVoice();
    if (this.#announced?.sentence === number - 1) return this.#announced.voice;
    if (this.#reported?.sentence === number - 1) return { speaker: this.#reported.speaker, cue: '' };
    const signed = this.#signature(number);
    if (signed !== undefined) return { speaker: signed, cue: '' };
    const announced = previous !== undefined && this.#text.charAt(previous.end - 1) === ':';
    const subject = this.#resolver.subjectOf(number - 1);
    if (this.#latest?.sentence === number) return this.#sameVoice();
    // "“…,” Berg said. The question had played a role. “…”": what stands between is told by Berg as well
    const isAmid =
      sameParagraph && this.#latest?.sentence === number - 2 && !this.#resolver.isHumanSubject(number - 1);
    if (isAmid && this.#sentences[number - 2]?.paragraph === sentence.paragraph) return this.#sameVoice();
    const speaks = subject !== undefined && (announced || this.#resolver.isHumanSubject(number - 1));
    if ((sameParagraph || announced) && speaks) return { speaker: subject, cue: '' };
    if (subject !== undefined && this.#isHeardAgain(subject)) return { speaker: subject, cue: '' };
    return this.#statedBelow(number) ?? { speaker: UNKNOWN_SPEAKER, cue: '' };
  }

  /** A person with a title whom the article has quoted before, and whom the sentence above speaks of. */
  #isHeardAgain(speaker: string): boolean {
    return this.#resolver.isHuman(speaker) && this.#quotes.some((quote) => quote.speaker === speaker);
  }

  /** "…" This was stated by Anna Berg. */
  #statedBelow(number: number): Voice | undefined {
    const below = this.#sentences[number + 1]?.tokens ?? [];
    const attribution = attributionOfThis(below);
    return attribution === undefined ? undefined : this.#voiceOf(number + 1, below, attribution);
  }

  /** `– Anna Berg, in January` below a quotation, and the heading `Anna Berg, mayor` above it. */
  #signature(number: number): string | undefined {
    const below = this.#sentences[number + 1]?.tokens ?? [];
    const signed = /^[–—-]$/.test(below[0]?.text ?? '') ? fullNameWithin(below, 1, 8) : undefined;
    if (signed !== undefined) return this.#resolver.resolve(number + 1, signed);
    const above = this.#sentences[number - 1]?.tokens ?? [];
    const named =
      above.length <= LONGEST_HEADING && above[0]?.kind === 'word' ? fullNameWithin(above, 0, 4) : undefined;
    if (named?.first !== 0 || /^[.!?:]$/.test(above.at(-1)?.text ?? '')) return undefined;
    return above[named.last + 1]?.kind === 'word' ? undefined : this.#resolver.resolve(number - 1, named);
  }

  #voiceOfFragment(
    number: number,
    tokens: readonly Token[],
    at: number,
    span: MarkedSpan,
  ): Voice | undefined {
    if (tokens[at - 1]?.text === ':') {
      const subject = this.#resolveLeading(number, tokens, at);
      if (subject !== undefined) return { speaker: subject, cue: '' };
    }
    const stated = this.#statedBelow(number);
    if (stated !== undefined) return stated;
    if (isScareQuote(span.text)) return undefined;
    if (this.#latest !== undefined && number - this.#latest.sentence <= 1) return this.#sameVoice();
    const speaker = this.#reported?.sentence === number - 1 ? this.#reported.speaker : undefined;
    if (speaker === undefined && !isLongerThanTerms(span.text)) return undefined;
    return { speaker: speaker ?? UNKNOWN_SPEAKER, cue: '' };
  }

  #resolveLeading(number: number, tokens: readonly Token[], end: number): string | undefined {
    const phrase = leadingSubject(tokens, end);
    if (phrase === undefined) return undefined;
    const speaker = this.#resolver.resolve(number, phrase);
    this.#resolver.setSubject(number, speaker, true);
    return speaker;
  }

  #sameVoice(): Voice {
    return { speaker: this.#latest?.quote.speaker ?? UNKNOWN_SPEAKER, cue: '' };
  }

  #latestSubject(number: number): string | undefined {
    for (let back = number - 1; back >= 0 && back >= number - SUBJECT_REACH; back -= 1) {
      const subject = this.#resolver.subjectOf(back);
      if (subject !== undefined && this.#resolver.isHumanSubject(back)) return subject;
    }
    return undefined;
  }

  #voiceOf(number: number, tokens: readonly Token[], attribution: Attribution): Voice {
    const speaker = this.#resolver.resolve(number, attribution.speaker);
    // "the Ledger reports": no one whom "he" could mean
    const isReport = /^(?:report|write)$/.test(attribution.verb?.form.lemma ?? '');
    const isHuman = !isReport || this.#resolver.isHuman(speaker);
    this.#resolver.setSubject(number, speaker, isHuman, true);
    return { speaker, cue: this.#printed(tokens, attribution.cue) };
  }

  #printed(tokens: readonly Token[], phrase: NounPhrase | undefined): string {
    const first = phrase === undefined ? undefined : tokens[phrase.first];
    const last = phrase === undefined ? undefined : tokens[phrase.last];
    return first === undefined || last === undefined ? '' : this.#text.slice(first.start, last.end);
  }

  /** A sentence without speech still tells whom the next "he" means. */
  #followSubject(number: number, tokens: readonly Token[]): void {
    if (/^(?:his|her)$/.test(tokens[0]?.lower ?? '')) this.#resolver.resolve(number, { first: 0, last: 0 });
    const subject = lastClauseSubject(tokens);
    const phrase = subject && isOwned(tokens, subject) ? ownerOfSpeech(tokens, subject) : subject;
    if (phrase === undefined) return;
    const speaker = this.#resolver.resolve(number, phrase);
    const isPerson = /^(?:he|she)$/.test(tokens[phrase.first]?.lower ?? '');
    const human = isPerson || this.#resolver.isHuman(speaker) || this.#resolver.isLikelyPerson(speaker);
    this.#resolver.setSubject(number, speaker, human);
  }

  #formOf(tokens: readonly Token[], at: number, span: MarkedSpan): QuoteForm {
    const startsBig = /^[\p{Lu}\d¿¡…]/u.test(span.text);
    const previous = tokens[at - 1];
    const isIntroduced = previous === undefined || previous.kind === 'mark';
    if (startsBig && isIntroduced) return 'direct';
    const goesOn = tokens.slice(0, at).some((token) => token.kind === 'quotation') && previous?.text === ',';
    return goesOn || span.continued ? 'direct' : 'mixed';
  }

  #push(voice: Voice, form: QuoteForm, start: number, end: number): Quote {
    const content = this.#text.slice(start, end);
    const quote = { speaker: voice.speaker, cue: voice.cue, content, form, start, end };
    this.#quotes.push(quote);
    return quote;
  }
}

/** Whether a verb that reports what is said stands right before a quotation: "predicted "Black Monday"". */
function opensAsSpeech(tokens: readonly Token[], at: number): boolean {
  return reportingVerbAt(tokens, at - 1)?.form.takesClause === true;
}

/** "Berg's green light went down badly": what somebody owns is not he. */
function isOwned(tokens: readonly Token[], phrase: NounPhrase): boolean {
  return nameIn(tokens, phrase) === undefined && ownerIn(tokens, phrase) !== undefined;
}

/** "Berg turned to Holm, who had denied that …": the sentence is about Berg. */
function isInRelativeClause(tokens: readonly Token[], { speaker, verb }: Attribution): boolean {
  return verb !== undefined && tokens.slice(speaker.last + 1, verb.at).some(({ lower }) => lower === 'who');
}

/** "Berg's words come after …": whose words they are is spoken of. */
function ownerOfSpeech(tokens: readonly Token[], { first, last }: NounPhrase): NounPhrase | undefined {
  const isSpeech = SPEECH_NOUNS.has(tokens[last]?.lower ?? '');
  return isSpeech ? ownerIn(tokens, { first, last: last - 1 }) : undefined;
}

/** The subject of the sentence, or of what follows its semicolon: "The ministry is silent; she is not:". */
function lastClauseSubject(tokens: readonly Token[]): NounPhrase | undefined {
  const from = tokens.findLastIndex((token) => token.text === ';') + 1;
  if (from === 0) return leadingSubject(tokens, tokens.length);
  const phrase = leadingSubject(tokens.slice(from), tokens.length - from);
  return phrase === undefined ? undefined : { first: phrase.first + from, last: phrase.last + from };
}
