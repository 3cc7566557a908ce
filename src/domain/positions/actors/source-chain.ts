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

/** Outlets by the number of the sentence that credits them; empty lists are left out. */
interface Credits {
  readonly all: ReadonlyMap<number, readonly string[]>;
  /** Those among them that somebody speaks in. */
  readonly toldIn: ReadonlyMap<number, readonly string[]>;
}

/** Whose reporting the positions of one article rest on. */
export class SourceChains {
  readonly #sentences: readonly ReadSentence[];
  /** Found only for an article with positions. */
  #found: Credits | undefined;

  constructor(sentences: readonly ReadSentence[]) {
    this.#sentences = sentences;
  }

  get #credits(): Credits {
    this.#found ??= creditsOf(this.#sentences);
    return this.#found;
  }

  /** The outlets that a candidate's sentence credits, else those of its speaker's sentences, else of the report. */
  of({ statement }: Candidate, { speaker, attribution }: Voice): string[] {
    const { index } = statement.read.view;
    const outlets =
      this.#credits.all.get(index) ??
      this.#ofSpeaker(index, speaker?.name) ??
      (statement.read.isBackground ? [] : this.#ofReport(index));
    const isThroughOfficials = attribution === 'anonymous' && speaker?.type === 'anonymous official';
    return isThroughOfficials && outlets.length > 0 ? [...outlets, speaker.name] : [...outlets];
  }

  /** What somebody told an outlet in one sentence, he or she goes on to tell it in those around. */
  #ofSpeaker(index: number, speaker: string | undefined): readonly string[] | undefined {
    if (speaker === undefined) return undefined;
    const own = [...this.#credits.toldIn].filter(
      ([at]) => this.#sentences[at]?.speaker?.actor.name === speaker && Math.abs(at - index) <= SPEAKER_REACH,
    );
    return own.sort(([one], [other]) => Math.abs(one - index) - Math.abs(other - index))[0]?.[1];
  }

  /** A line of sources credits all below it; "this was reported by …" the sentences before. */
  #ofReport(index: number): readonly string[] {
    for (const [at, outlets] of this.#credits.all) {
      const text = this.#sentences[at]?.view.sentence.text ?? '';
      const isBefore = index < at && at < CREDITED_WITHIN;
      const isOfAll = at < LEAD && CREDITED_AT_END.test(text);
      if (SOURCE_LINE.test(text) || isOfAll || (isBefore && OF_THE_REPORT.test(text))) return outlets;
    }
    return [];
  }
}

const SPEAKER_REACH = 8;

function creditsOf(sentences: readonly ReadSentence[]): Credits {
  const all = new Map<number, readonly string[]>();
  const toldIn = new Map<number, readonly string[]>();
  for (const [index, read] of sentences.entries()) {
    const credits = mediaCredits(read);
    const told = credits.filter(({ tells }) => !tells);
    if (credits.length > 0) all.set(index, namesOf(credits));
    if (told.length > 0) toldIn.set(index, namesOf(told));
  }
  return { all, toldIn };
}

function namesOf(credits: readonly MediaCredit[]): readonly string[] {
  return [...new Set(credits.map(({ outlet }) => outlet))];
}
