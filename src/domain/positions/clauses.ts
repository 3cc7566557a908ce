import { SPEECH_VERBS } from '../text/reporting-words.ts';
import type { CueKind } from '../topics/cue-kinds.ts';
import type { SentenceView, TokenRange } from './sentence-view.ts';

const CONTRASTS = /^(?:but|while|whereas|although|though|however|yet|even)$/;
const RELATIVES = /^(?:which|who|whose)$/;
const ADDITIONS = /^(?:and|adding|with|so|because|since|after|before|as|when|if)$/;

/**
 * Cuts a sentence into clauses that each say something of their own: one without a norm or an attitude belongs to the
 * clause before it, as "but only near the border" does.
 */
export function splitClauses(view: SentenceView): TokenRange[] {
  const joined: TokenRange[] = [];
  for (const clause of cutClauses(view)) {
    const last = joined.at(-1);
    if (last && !hasOwnStatement(view, clause))
      joined[joined.length - 1] = { from: last.from, to: clause.to };
    else joined.push(clause);
  }
  return joined;
}

/** Cues that are about something only together with others. */
const DEPENDENT: ReadonlySet<CueKind> = new Set([
  'use',
  'limit',
  'impose',
  'hypothetical',
  'anonymous',
  'reversal',
  'widened',
  'reaffirmed',
  'ended',
  'delivery',
] as const);

function hasOwnStatement(view: SentenceView, clause: TokenRange): boolean {
  return view.cues.some(({ kind, from }) => from >= clause.from && from < clause.to && !DEPENDENT.has(kind));
}

/**
 * Cuts a sentence where another clause with its own actor may begin: at semicolons, at contrasts, and at commas
 * before a conjunction. Quoted speech is cut like any other. A clause never has fewer than four words.
 */
function cutClauses(view: SentenceView): TokenRange[] {
  const { tokens } = view;
  const cuts = tokens.flatMap((_, at) => (isClauseStart(view, at) ? [at] : []));
  const clauses: TokenRange[] = [];
  let from = 0;
  for (const cut of [...cuts, tokens.length]) {
    const isShort = cut - from < 4 && cut < tokens.length;
    if (isShort) continue;
    if (cut > from) clauses.push({ from, to: cut });
    from = cut;
  }
  return clauses;
}

function isClauseStart(view: SentenceView, at: number): boolean {
  const token = view.tokens[at];
  const before = view.tokens[at - 1]?.text ?? '';
  if (!token || at === 0) return false;
  if (/^[;—–]$/.test(before)) return true;
  if (
    before === '-' &&
    (view.tokens[at - 1]?.start ?? 0) > (view.tokens[at - 2]?.end ?? 0) &&
    token.start > (view.tokens[at - 1]?.end ?? 0)
  ) {
    return true;
  }
  if (CONTRASTS.test(token.word))
    return token.word !== 'yet' && token.word !== 'even' ? true : before === ',';
  return (
    before === ',' &&
    (ADDITIONS.test(token.word) || RELATIVES.test(token.word) || SPEECH_VERBS.has(token.word))
  );
}
