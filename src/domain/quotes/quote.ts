export type QuoteForm = 'direct' | 'mixed' | 'indirect';

/** Reported speech: who, by which cue, what, and where it stands in the article's text. */
export interface Quote {
  /** Canonical name where the article gives one, a description otherwise, `unknown` rather than a guess. */
  readonly speaker: string;
  /** The reporting verb or phrase as printed, such as `said` or `according to`; empty when there is none. */
  readonly cue: string;
  /** What was said, exactly as printed and without the quotation marks. */
  readonly content: string;
  readonly form: QuoteForm;
  /** UTF-16 offsets of `content` in the article's text, end exclusive. */
  readonly start: number;
  readonly end: number;
}
