import { INSTITUTION_WORDS } from '../../quotes/speech-words.ts';
import type { PhraseMatch } from '../../text/phrase-table.ts';
import { PREPOSITIONS, SPEECH_VERBS } from '../../text/reporting-words.ts';
import { isCapitalised, type Token } from '../../text/tokens.ts';
import type { Label } from '../../topics/topic.ts';

/** A name in a sentence. Token numbers, end exclusive. */
export interface NearbyName {
  readonly name: string;
  readonly from: number;
  readonly to: number;
}

/** Between a name and its office: "Jan Berg, a former lawmaker". */
const BETWEEN = /^(?:,|the|a|an|who|is|as|former|ex|retired|veteran|senior|top|then|longtime|-)$/;

/** A name the pack does not know, right after the office or, unless many hold it, before it with a comma. */
export function nameBeside(
  tokens: readonly Token[],
  group: readonly PhraseMatch<Label>[],
  areMany: boolean,
): NearbyName | undefined {
  const role = group.find(({ value }) => value.kind === 'role');
  if (!role) return undefined;
  const to = group.at(-1)?.to ?? role.to;
  const from = group[0]?.from ?? role.from;
  return nameAt(tokens, to) ?? (areMany ? undefined : nameEndingAt(tokens, from));
}

/** "Latvia's Ilze Berzina said": a name the pack does not know, between the state it is of and a verb of saying. */
export function nameOwnedBy(tokens: readonly Token[], to: number): NearbyName | undefined {
  if (!/^['’]s?$/.test(tokens[to]?.word ?? '')) return undefined;
  const name = nameAt(tokens, to + 1);
  if (name === undefined || name.from !== to + 1) return undefined;
  const words = tokens.slice(name.from, name.to);
  const isSaid =
    SPEECH_VERBS.has(tokens[name.to]?.word ?? '') || SPEECH_VERBS.has(tokens[to - 2]?.word ?? '');
  return isSaid && !words.some(({ word }) => INSTITUTION_WORDS.has(word)) ? name : undefined;
}

function nameAt(tokens: readonly Token[], from: number): NearbyName | undefined {
  let at = from;
  // "Minister, Jan Berg" and "Sen. Jan Berg"
  if (/^[,.]$/.test(tokens[at]?.text ?? '')) at += 1;
  const start = at;
  while (isNamePart(tokens[at], at > start) && at - start < 4) at += 1;
  while (at > start && !isCapitalised(tokens[at - 1])) at -= 1;
  return at - start >= 2 ? { name: describe(tokens.slice(start, at)), from, to: at } : undefined;
}

function nameEndingAt(tokens: readonly Token[], end: number): NearbyName | undefined {
  let at = end;
  while (at > 0 && BETWEEN.test(tokens[at - 1]?.word ?? '') && end - at < 4) at -= 1;
  if (tokens[at]?.text !== ',') return undefined;
  let start = at;
  while (start > 0 && isNamePart(tokens[start - 1], true) && at - start < 4) start -= 1;
  // "In September, the minister" names nobody
  while (start < at && (!isCapitalised(tokens[start]) || PREPOSITIONS.has(tokens[start]?.word ?? '')))
    start += 1;
  return at - start >= 2 ? { name: describe(tokens.slice(start, at)), from: start, to: end } : undefined;
}

function isNamePart(token: Token | undefined, isLater: boolean): boolean {
  if (!token || !/^[\p{L}.'’-]+$/u.test(token.text)) return false;
  return isCapitalised(token) || (isLater && /^(?:van|von|der|den|de|la|di|da|del|al|-)$/.test(token.word));
}

/** The tokens as they are printed. */
export function describe(tokens: readonly Token[]): string {
  return tokens
    .map(({ text }, index) =>
      index > 0 && (tokens[index - 1]?.end ?? 0) < (tokens[index]?.start ?? 0) ? ` ${text}` : text,
    )
    .join('');
}
