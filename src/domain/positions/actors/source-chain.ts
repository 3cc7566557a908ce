import type { Candidate } from '../candidate.ts';
import type { ReadSentence } from '../read-article.ts';
import type { Voice } from '../voice.ts';
import { type MediaCredit, mediaCredits } from './media-credits.ts';

/** How a line begins that credits the whole report below it. */
const SOURCE_LINE = /^(?:Source|Via)\s*:/;
/** "This was reported by the Ledger": said of the sentences around it. */
const OF_THE_REPORT =
  /^(?:This|That|It) (?:is|was|has been)\b|^(?:She|He|They) (?:said|told|made|stated|announced)\b/;
/** "…, the Ledger reports.": a lead that credits the report. */
const CREDITED_AT_END = /\b(?:reports|writes)\.?$/;
const LEAD = 2;
/** A report is credited within its first sentences. */
const CREDITED_WITHIN = 4;

/** Whose reporting the positions of one article rest on. */
export class SourceChains {
  readonly #sentences: readonly ReadSentence[];
  /** By the number of the sentence, of those that were asked about. */
  readonly #credits = new Map<number, readonly MediaCredit[]>();

  constructor(sentences: readonly ReadSentence[]) {
    this.#sentences = sentences;
  }

  /** The outlets that a candidate's sentence credits, else those of its speaker's sentences, else of the report. */
  of({ statement }: Candidate, { speaker, attribution }: Voice): string[] {
    const { index } = statement.read.view;
    const outlets =
      namesOf(this.#creditsIn(index)) ??
      this.#ofSpeaker(index, speaker?.name) ??
      (statement.read.isBackground ? [] : this.#ofReport(index));
    const isThroughOfficials = attribution === 'anonymous' && speaker?.type === 'anonymous official';
    return isThroughOfficials && outlets.length > 0 ? [...outlets, speaker.name] : [...outlets];
  }

  #creditsIn(index: number): readonly MediaCredit[] {
    const read = this.#sentences[index];
    const credits = this.#credits.get(index) ?? (read ? mediaCredits(read) : []);
    this.#credits.set(index, credits);
    return credits;
  }

  /** What somebody told an outlet in one sentence, he or she goes on to tell it in those around. */
  #ofSpeaker(index: number, speaker: string | undefined): readonly string[] | undefined {
    if (speaker === undefined) return undefined;
    for (let distance = 0; distance <= SPEAKER_REACH; distance += 1)
      for (const at of [index - distance, index + distance]) {
        if (this.#sentences[at]?.speaker?.actor.name !== speaker) continue;
        const told = namesOf(this.#creditsIn(at).filter(({ tells }) => !tells));
        if (told) return told;
      }
    return undefined;
  }

  /** A line of sources credits all below it; "this was reported by …" the sentences before. */
  #ofReport(index: number): readonly string[] {
    for (const [at, { view }] of this.#sentences.entries()) {
      const { text } = view.sentence;
      const isBefore = index < at && at < CREDITED_WITHIN;
      const isOfAll = at < LEAD && CREDITED_AT_END.test(text);
      if (!SOURCE_LINE.test(text) && !isOfAll && !(isBefore && OF_THE_REPORT.test(text))) continue;
      const outlets = namesOf(this.#creditsIn(at));
      if (outlets) return outlets;
    }
    return [];
  }
}

const SPEAKER_REACH = 8;

/** Each outlet once, or nothing where none is credited. */
function namesOf(credits: readonly MediaCredit[]): readonly string[] | undefined {
  return credits.length > 0 ? [...new Set(credits.map(({ outlet }) => outlet))] : undefined;
}
