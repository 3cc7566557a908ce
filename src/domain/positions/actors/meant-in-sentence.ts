import { SPEECH_VERBS } from '../../text/reporting-words.ts';
import { isCapitalised, type Token } from '../../text/tokens.ts';
import type { SentenceView } from '../sentence-view.ts';
import type { ActorMention } from './actor-mention.ts';
import { MANY_HOLD_IT } from './described-actor.ts';

/** "Graham and Blumenthal said they would press": those who say it, the last of them named here. */
export function tellersAt(
  { tokens }: SentenceView,
  { from }: ActorMention,
  mentions: readonly ActorMention[],
): ActorMention | undefined {
  if (tokens[from]?.word !== 'they' || !SPEECH_VERBS.has(tokens[from - 1]?.word ?? '')) return undefined;
  const last = mentions.findLast(({ to, usage }) => to === from - 1 && usage === 'free');
  return last && /^(?:and|,)$/.test(tokens[last.from - 1]?.word ?? '') ? last : undefined;
}

/** "…, he said", "…, she told reporters": the one who was spoken of before, and nobody whom the words before name. */
export function isTellerBehind(
  { tokens, isQuoted }: SentenceView,
  { from, to, actor }: ActorMention,
  mentions: readonly ActorMention[],
): boolean {
  if (!actor.isPronoun || actor.type !== 'person' || from < CONTENT_LEAST) return false;
  if (!/^[,”"’'»]$/.test(tokens[from - 1]?.text ?? '') || !SPEECH_VERBS.has(tokens[to]?.word ?? ''))
    return false;
  const acts = (other: ActorMention) =>
    other.usage === 'free' && other.actor.type === 'person' && other.to < from && !isQuoted[other.from];
  if (mentions.some(acts)) return false;
  const rest = tokens.slice(to + 1).map(({ text }) => text);
  const end = rest.indexOf(',');
  const behind = end < 0 ? rest : rest.slice(0, end);
  return behind.length <= BEHIND_MOST && !behind.some((word) => FINITE.test(word));
}

/** What is told has so many tokens at least, */
const CONTENT_LEAST = 4;
/** and to whom and where it was told so many at most. */
const BEHIND_MOST = 12;
const FINITE =
  /^(?:that|how|why|what|if|whether|would|could|will|is|was|are|were|has|had|have|should|must|can|may|might)$/;

/** "Jane Doe, a retired general, said", "Doe, its spokeswoman": the one whom an office without a name describes. */
export function describedBy(
  { tokens }: SentenceView,
  { from, actor }: ActorMention,
  mentions: readonly ActorMention[],
): ActorMention | undefined {
  if (actor.isOffice !== true) return undefined;
  const named = mentions.findLast(
    ({ to, actor: other }) => to < from && other.type === 'person' && other.isOffice !== true,
  );
  const between = tokens.slice(named?.to ?? from, from);
  const isBeside = between.length > 1 && between.length <= DESCRIBED_WITHIN && between[0]?.text === ',';
  const isOfAnother = actor.country !== undefined && actor.country !== named?.actor.country;
  return isBeside && !isOfAnother && between.slice(1).every(isOfOffice) ? named : undefined;
}

/** "Doe, now a former". */
const DESCRIBED_WITHIN = 4;

function isOfOffice({ word }: Token): boolean {
  return /^(?:a|an|the|its|his|her|their|now|once|former|retired|then|long|-|time|senior|deputy)$/.test(word);
}

/** "The official said", "the politician said": the one just named. */
export function isTheOne(view: SentenceView, { from, to, actor }: ActorMention): boolean {
  return (
    actor.isOffice === true &&
    actor.country === undefined &&
    MANY_HOLD_IT.has(actor.role ?? '') &&
    (to - from === 1 || actor.role === 'former official') &&
    view.tokens[from - 1]?.word === 'the' &&
    !view.tokens[to - 1]?.word.endsWith('s')
  );
}

/** "Cabinet Secretary Jane Doe told reporters": somebody whom the topic does not know, and who is described no further. */
export function isToldByUnknown({ tokens }: SentenceView, mentions: readonly ActorMention[]): boolean {
  const verb = tokens.slice(0, TOLD_WITHIN).findIndex(({ word }) => SPEECH_VERBS.has(word));
  const name = tokens.slice(Math.max(0, verb - 2), Math.max(0, verb));
  return (
    name.length === 2 &&
    name.every((token) => isCapitalised(token)) &&
    !mentions.some(({ from, to }) => from < verb && to > verb - 2)
  );
}

/** The verb of the one who tells stands among so many tokens. */
const TOLD_WITHIN = 12;
