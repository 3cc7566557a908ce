import type { SentenceView, TokenRange } from '../sentence-view.ts';

/** Whether the word of an attitude is a noun such as "call", "appeal" or "threat". */
export function isAttitudeNoun(view: SentenceView, { from }: TokenRange): boolean {
  return /^(?:calls?|appeals?|pleas?|requests?|threats?|warnings?|demands?)$/.test(
    view.tokens[from]?.word ?? '',
  );
}

/** "His refusal", "the allies' hesitation". */
export function isRefusalNoun(view: SentenceView, { from }: TokenRange): boolean {
  return /^(?:refusal|reluctance|hesitation|hesitancy|unwillingness)$/.test(view.tokens[from]?.word ?? '');
}
